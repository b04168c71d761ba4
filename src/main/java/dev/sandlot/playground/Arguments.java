package dev.sandlot.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A line of arguments, quoted as in a shell: spaces part, `'…'` and `"…"` keep together, a
/// backslash takes the next character as it is (except within single quotes).
final class Arguments {

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    private Arguments() {}

    static List<String> parse(String line) {
        Arguments arguments = new Arguments();
        arguments.read(line);
        return List.copyOf(arguments.words);
    }

    /// The line that parses to these arguments.
    static String join(List<String> arguments) {
        return arguments.stream().map(Arguments::quote).collect(Collectors.joining(" "));
    }

    private static String quote(String argument) {
        return argument.matches("[\\p{L}\\p{N}_@%+=:,./-]+")
                ? argument
                : "'" + argument.replace("'", "'\\''") + "'";
    }

    private void read(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                take(line.charAt(++i));
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                endWord();
            } else {
                take(c);
            }
        }
        endWord();
    }

    private void take(char c) {
        word.append(c);
        inWord = true;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
