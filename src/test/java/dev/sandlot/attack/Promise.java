package dev.sandlot.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One thing that the sandbox promises.
///
/// @param number as the tests name it
/// @param chapter of the page
/// @param makers others who promise the same
/// @param languages ids of those in which a hostile program must try
/// @param text the promise
record Promise(
        int number, String chapter, List<String> makers, List<String> languages, String text) {

    private static final Path FILE = Path.of("src/test/resources/attack/promises.txt");
    private static final Map<String, String> MAKERS =
            Map.of(
                    "I", "isolate",
                    "G", "go-judge",
                    "D", "DMOJ",
                    "A", "ia-sandbox",
                    "J", "DOMjudge",
                    "K", "Sandkasten",
                    "N", "snekbox",
                    "P", "Piston",
                    "W", "sunwalker-box");

    /// @param core ids of the languages that `any` means
    static List<Promise> all(List<String> core) {
        List<Promise> promises = new ArrayList<>();
        String chapter = "";
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                chapter = line.substring(3);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                promises.add(promise(chapter, line.split(" \\| ", 4), core));
            }
        }
        return promises;
    }

    private static Promise promise(String chapter, String[] cells, List<String> core) {
        return new Promise(
                Integer.parseInt(cells[0]),
                chapter,
                words(cells[1]).map(Promise::maker).toList(),
                languages(words(cells[2]).toList(), core),
                cells[3]);
    }

    private static String maker(String letter) {
        String maker = MAKERS.get(letter);
        if (maker == null) {
            throw new IllegalArgumentException("Nobody is called " + letter);
        }
        return maker;
    }

    private static List<String> languages(List<String> words, List<String> core) {
        if (words.isEmpty() || !words.getFirst().equals("any")) {
            return words;
        }
        return core.stream().filter(id -> !words.contains("-" + id)).toList();
    }

    private static Stream<String> words(String cell) {
        return cell.equals("-") ? Stream.empty() : Stream.of(cell.split(" "));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
