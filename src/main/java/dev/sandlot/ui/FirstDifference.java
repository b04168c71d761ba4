package dev.sandlot.ui;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where an output first differs from the expected one, word by word: blanks don't count.
public final class FirstDifference {

    private record Word(String text, int line) {}

    private FirstDifference() {}

    /// The line of the output, from 1, of the first word that isn't as expected; its last line if
    /// words are missing.
    public static OptionalInt line(String expected, String output) {
        return line(expected, output, true);
    }

    public static OptionalInt line(String expected, String output, boolean caseSensitive) {
        List<Word> wanted = words(expected);
        List<Word> got = words(output);
        int common = Math.min(wanted.size(), got.size());
        int same =
                IntStream.range(0, common)
                        .filter(i -> !same(wanted.get(i).text(), got.get(i).text(), caseSensitive))
                        .findFirst()
                        .orElse(common);
        if (same == wanted.size() && same == got.size()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(same < got.size() ? got.get(same).line() : lastLine(got));
    }

    private static boolean same(String left, String right, boolean caseSensitive) {
        return caseSensitive ? left.equals(right) : left.equalsIgnoreCase(right);
    }

    private static int lastLine(List<Word> words) {
        return words.isEmpty() ? 1 : words.getLast().line();
    }

    private static List<Word> words(String text) {
        String[] lines = text.split("\n", -1);
        return IntStream.range(0, lines.length)
                .boxed()
                .flatMap(i ->
                        Stream.of(lines[i].split("[ \\t\\r\\f\\u000b]+"))
                                .filter(word -> !word.isEmpty())
                                .map(word -> new Word(word, i + 1)))
                .toList();
    }
}
