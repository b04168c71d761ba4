package dev.sandlot.browser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/// What a stranger may print, name or share to harm whoever looks at it. What runs calls `owned()`.
enum HostileText {
    SCRIPT("<script>owned('script')</script>"),
    IMAGE("<img src=x onerror=\"owned('image')\"><svg/onload=owned('svg')>"),
    CLOSING_TAGS("</pre></textarea></span></style></title><script>owned('closed')</script>"),
    JAVASCRIPT_URL("javascript:owned('url')//<a href=\"javascript:owned('link')\">press</a>"),
    EMBEDDED("<iframe srcdoc=\"<script>parent.owned('frame')</script>\"></iframe><object data=x>"),
    LOOK(
            "<style>.top-bar { display: none }</style><p style=\"position: fixed; inset: 0\">owned</p>"),
    TEMPLATES("${owned('a')} {{owned('b')}} [[owned('c')]] #{owned('d')} <%= owned('e') %>"),
    ATTRIBUTE("\" onmouseover=\"owned('attribute')\" x='"),
    JSON("\"}]});owned('json');//</script><!--"),
    LINE_SEPARATORS("';\u2028owned('separator')\u2029//", "U+2028", "U+2029"),
    TITLE("\u001b]0;owned\u0007\u001b]2;owned\u001b\\"),
    CLIPBOARD("\u001b]52;c;b3duZWQ=\u0007"),
    HYPERLINK("\u001b]8;;javascript:owned('osc')\u001b\\press\u001b]8;;\u001b\\"),
    SCREEN("\u001b[?1049h\u001b[2J\u001b[H\u001b[1;1H\u001b[999Aowned\u001bc\u001b[3J"),
    DEVICE_STRING("\u001bPq#0;2;0;0;0#0~~@@\u001b\\\u001b_owned\u001b\\\u001b^owned\u001b\\"),
    CUT_SEQUENCE("\u001b[31"),
    NULS("a\0\0\0b", "NUL ×3"),
    CONTROLS("a\u0001\u0002\u007fb", "SOH STX DEL"),
    C1_CONTROLS("\u009b31mred\u009d0;owned\u009c", "U+009B", "U+009D", "U+009C"),
    NONCHARACTERS("\ufffe\uffff\ufeff", "U+FFFE U+FFFF U+FEFF"),
    OVERRIDE("user\u202egnp.exe", "U+202E"),
    EMBEDDINGS("\u202a\u202b\u202d\u2066\u2067\u2068", "U+202A U+202B U+202D U+2066 +2"),
    CLOSES_OUTER_ISOLATES("\u2069\u2069\u202c\u202c owned", "U+2069 U+2069 U+202C U+202C"),
    ZERO_WIDTH("pass\u200bword\u2060\u00ad", "U+200B", "U+2060 U+00AD"),
    TAGS("hello\udb40\udc68\udb40\udc69", "U+E0068 U+E0069"),
    LOOKALIKES("p\u0430ypal"),
    TOWER("Z" + "\u0301\u0316".repeat(500) + "algo", "+992"),
    JOINED_EMOJI("\ud83d\udc68" + "\u200d\ud83d\udc68".repeat(200), "U+200D"),
    RIGHT_TO_LEFT("\u05e9\u05dc\u05d5\u05dd 123 (\u0639\u0631\u0628\u064a)"),
    LIGATURES("ffi -> => != === <!-- www ***"),
    RETURNS("hidden\rshown"),
    BACKSPACES("ab\b\b\b\bcd\ud83d\ude00\b"),
    TABS("\t\t\tx\ty");

    private final String text;
    private final String[] marks;

    /// @param marks what must be seen of characters that can't be
    HostileText(String text, String... marks) {
        this.text = text;
        this.marks = marks;
    }

    String text() {
        return text;
    }

    String[] marks() {
        return marks;
    }

    /// All of them, a line each.
    static String lines() {
        return Arrays.stream(values()).map(HostileText::text).collect(Collectors.joining("\n"));
    }

    /// The shorter ones that can be typed: without control characters.
    static String printable() {
        return Arrays.stream(values())
                .map(HostileText::text)
                .filter(text -> text.length() < 100)
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .collect(Collectors.joining(" "));
    }

    /// A Python program that prints the text, byte for byte, to both streams.
    static String printing(String text) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return """
        import sys, base64
        text = base64.b64decode("%s")
        sys.stdout.buffer.write(text + b"\\n")
        sys.stdout.flush()
        sys.stderr.buffer.write(text + b"\\nthe end\\n")
        """
                .formatted(base64);
    }
}
