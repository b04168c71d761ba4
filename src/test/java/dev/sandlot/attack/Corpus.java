package dev.sandlot.attack;

import dev.sandlot.attack.HostileProgram.SourceText;
import dev.sandlot.language.TestedLanguages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All hostile programs of the checkout.
public final class Corpus {

    private static final Path FOLDER = Path.of("src/test/resources/jail");

    private final TestedLanguages languages;

    private Corpus(TestedLanguages languages) {
        this.languages = languages;
    }

    public static List<HostileProgram> read(TestedLanguages languages) {
        Corpus corpus = new Corpus(languages);
        return list(FOLDER).stream()
                .flatMap(outcome -> list(outcome).stream())
                .flatMap(corpus::programs)
                .toList();
    }

    /// One, or two of them where it runs on a terminal too.
    private Stream<HostileProgram> programs(Path path) {
        List<Path> files = Files.isDirectory(path) ? mainFirst(path) : List.of(path);
        Header header = Header.read(content(files.getFirst()));
        return switch (header.text("terminal", "no")) {
            case "no" -> Stream.of(program(path, files, header, false));
            case "only" -> Stream.of(program(path, files, header, true));
            case "too" ->
                    Stream.of(
                            program(path, files, header, false),
                            program(path, files, header, true));
            default -> throw new IllegalArgumentException(path + ": terminal: only or too?");
        };
    }

    private HostileProgram program(Path path, List<Path> files, Header header, boolean terminal) {
        String language = language(files.getFirst(), header);
        List<SourceText> sources = new ArrayList<>();
        for (Path file : files) {
            String name =
                    Files.isDirectory(path)
                            ? path.relativize(file).toString()
                            : mainFile(language, file);
            sources.add(new SourceText(name, content(file)));
        }
        return new HostileProgram(
                String.valueOf(path.getParent().getFileName()),
                String.valueOf(path.getFileName()).replaceFirst("\\.\\w+$", ""),
                language,
                sources,
                header,
                header.rows(path),
                terminal);
    }

    private String language(Path file, Header header) {
        String given = header.text("language", "");
        String name = file.getFileName().toString();
        return given.isEmpty()
                ? languages
                        .idOf(name)
                        .orElseThrow(() -> new IllegalArgumentException("No language: " + file))
                : given;
    }

    /// Programs of one file are called in the jail as a user's are.
    private String mainFile(String language, Path file) {
        return languages.ids().contains(language)
                ? languages.mainFileOf(language)
                : file.getFileName().toString();
    }

    /// The main file is the one with the header.
    private static List<Path> mainFirst(Path folder) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).sorted().forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path main =
                files.stream()
                        .filter(file -> Header.isIn(content(file)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No header: " + folder));
        files.remove(main);
        files.addFirst(main);
        return files;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
