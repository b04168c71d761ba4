package dev.sandlot.problem;

import java.util.Map;
import java.util.Optional;

/// The little TeX that statements use, as HTML: letters, numbers, relations, powers, indices,
/// fractions. Every character that it writes is one of its own or a letter or digit of the formula.
final class MathMarkup {

    private static final String MINUS = " − ";

    private static final Map<String, String> COMMANDS =
            Map.ofEntries(
                    Map.entry("le", " ≤ "),
                    Map.entry("leq", " ≤ "),
                    Map.entry("ge", " ≥ "),
                    Map.entry("geq", " ≥ "),
                    Map.entry("ne", " ≠ "),
                    Map.entry("neq", " ≠ "),
                    Map.entry("lt", " &lt; "),
                    Map.entry("gt", " &gt; "),
                    Map.entry("in", " ∈ "),
                    Map.entry("to", " → "),
                    Map.entry("times", " × "),
                    Map.entry("cdot", " · "),
                    Map.entry("pm", " ± "),
                    Map.entry("bmod", " mod "),
                    Map.entry("ldots", "…"),
                    Map.entry("dots", "…"),
                    Map.entry("cdots", "⋯"),
                    Map.entry("infty", "∞"),
                    Map.entry("sum", "∑"),
                    Map.entry("lfloor", "⌊"),
                    Map.entry("rfloor", "⌋"),
                    Map.entry("lceil", "⌈"),
                    Map.entry("rceil", "⌉"),
                    Map.entry("min", "min"),
                    Map.entry("max", "max"),
                    Map.entry("gcd", "gcd"),
                    Map.entry("log", "log"),
                    Map.entry("quad", " "),
                    Map.entry(",", " "),
                    Map.entry(";", " "),
                    Map.entry("{", "{"),
                    Map.entry("}", "}"),
                    Map.entry("%", "%"),
                    Map.entry("_", "_"));

    private static final Map<Character, String> SYMBOLS =
            Map.ofEntries(
                    Map.entry('<', " &lt; "),
                    Map.entry('>', " &gt; "),
                    Map.entry('=', " = "),
                    Map.entry('+', " + "),
                    Map.entry('-', MINUS),
                    Map.entry('*', " · "),
                    Map.entry('/', " / "),
                    Map.entry(',', ", "),
                    Map.entry(':', ": "),
                    Map.entry('~', " "),
                    Map.entry('(', "("),
                    Map.entry(')', ")"),
                    Map.entry('[', "["),
                    Map.entry(']', "]"),
                    Map.entry('|', "|"),
                    Map.entry('!', "!"),
                    Map.entry('.', "."),
                    Map.entry('\'', "′"));

    /// Last characters of what may stand before a number with a sign.
    private static final String OPERATORS = "([,:;=≤≥≠∈→+−±×·/";

    private static final int MAX_DEPTH = 8;

    private final String tex;
    private int position;

    MathMarkup(String tex) {
        this.tex = tex;
    }

    /// Empty when the formula uses something that isn't known here.
    Optional<String> html() {
        try {
            String html = sequence(0);
            return position == tex.length() ? Optional.of(tidy(html)) : Optional.empty();
        } catch (UnknownTexException _) {
            return Optional.empty();
        }
    }

    private String sequence(int depth) {
        var html = new StringBuilder();
        while (position < tex.length() && tex.charAt(position) != '}') {
            String element = element(depth);
            html.append(element.equals(MINUS) && isBeforeOperand(html) ? MINUS.strip() : element);
        }
        return html.toString();
    }

    /// Whether a minus sign here belongs to the number that follows.
    private static boolean isBeforeOperand(CharSequence html) {
        String before = html.toString().strip();
        return before.isEmpty() || OPERATORS.indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private String element(int depth) {
        char c = tex.charAt(position++);
        if (c >= '0' && c <= '9') {
            return String.valueOf(c);
        }
        if (isLetter(c)) {
            return "<var>" + c + "</var>";
        }
        return switch (c) {
            case ' ', '\n' -> "";
            case '{' -> group(depth);
            case '^' -> "<sup>" + argument(depth) + "</sup>";
            case '_' -> "<sub>" + argument(depth) + "</sub>";
            case '\\' -> command(depth);
            default -> known(SYMBOLS.get(c));
        };
    }

    /// After its opening brace.
    private String group(int depth) {
        if (depth >= MAX_DEPTH) {
            throw new UnknownTexException();
        }
        String html = sequence(depth + 1);
        expect('}');
        return html;
    }

    /// A group, or the one element that follows.
    private String argument(int depth) {
        if (position >= tex.length() || depth >= MAX_DEPTH) {
            throw new UnknownTexException();
        }
        return element(depth + 1).strip();
    }

    private String command(int depth) {
        String name = commandName();
        return switch (name) {
            case "frac" -> argument(depth) + " / " + argument(depth);
            case "sqrt" -> "√(" + argument(depth) + ")";
            case "text", "mathrm", "texttt" -> words();
            default -> known(COMMANDS.get(name));
        };
    }

    private String commandName() {
        int start = position;
        while (position < tex.length() && isLetter(tex.charAt(position))) {
            position++;
        }
        if (position == start && position < tex.length()) {
            position++;
        }
        return tex.substring(start, position);
    }

    /// The words of `\text{…}`.
    private String words() {
        expect('{');
        int end = tex.indexOf('}', position);
        if (end < 0) {
            throw new UnknownTexException();
        }
        String words = tex.substring(position, end);
        position = end + 1;
        if (!words.chars().allMatch(c -> isLetter((char) c) || Character.isDigit(c) || c == ' ')) {
            throw new UnknownTexException();
        }
        return words;
    }

    private void expect(char c) {
        if (position >= tex.length() || tex.charAt(position) != c) {
            throw new UnknownTexException();
        }
        position++;
    }

    private static String known(@org.jspecify.annotations.Nullable String html) {
        if (html == null) {
            throw new UnknownTexException();
        }
        return html;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static String tidy(String html) {
        return html.replaceAll(" {2,}", " ").strip().replace("</var><var>", "");
    }

    private static final class UnknownTexException extends RuntimeException {}
}
