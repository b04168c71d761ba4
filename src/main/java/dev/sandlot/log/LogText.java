package dev.sandlot.log;

import java.util.regex.Pattern;

/// Text as it may stand in a log. A record begins at the start of a line; whatever follows within
/// it is indented.
final class LogText {

    static final int MAX_CHARACTERS = 16 * 1024;
    static final String INDENT = "    ";

    /// Control and format characters (those that reorder text, too), lone surrogates, other line
    /// ends.
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n\t]]");

    private static final Pattern LINE_END = Pattern.compile("\r?\n");

    private LogText() {}

    static String of(String text) {
        String lines = LINE_END.matcher(cut(text)).replaceAll("\n" + INDENT);
        return UNSAFE.matcher(lines)
                .replaceAll(found -> "\\\\u{%04X}".formatted(found.group().codePointAt(0)));
    }

    private static String cut(String text) {
        int more = text.length() - MAX_CHARACTERS;
        return more > 0
                ? text.substring(0, MAX_CHARACTERS) + "… and %d more characters".formatted(more)
                : text;
    }
}
