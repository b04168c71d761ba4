package dev.sandlot.language;

import dev.sandlot.sandbox.JailFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `languages/<id>/selftest/`: one program per part, `<part>.<ending>`, or a folder `<part>/` for a
/// program of several files.
record SelfTestFolder(Path folder, Language language, Map<String, String> skips) {

    /// A program of one part.
    ///
    /// @param files the first is the main file
    record Part(Language language, List<JailFile> files) {

        String mainFile() {
            return files.getFirst().name();
        }

        /// The number of the main file's line that contains the word, from 1.
        int lineOf(String word) {
            String text = new String(files.getFirst().content(), StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(word)) {
                    return i + 1;
                }
            }
            throw new IllegalArgumentException("No line of " + mainFile() + " contains " + word);
        }
    }

    static List<SelfTestFolder> all(Path languages, Manifest manifest) {
        return list(languages).map(folder -> read(folder, manifest)).toList();
    }

    private static SelfTestFolder read(Path folder, Manifest manifest) {
        YamlSection yaml = YamlSection.read(folder.resolve("language.yaml"));
        Map<String, String> skips =
                yaml.optionalSection("selftest_skips").map(YamlSection::allTexts).orElse(Map.of());
        return new SelfTestFolder(folder, LanguageFolder.read(folder, manifest), skips);
    }

    /// Why a part is not for this language.
    Optional<String> skipped(String part) {
        return Optional.ofNullable(skips.get(part));
    }

    Part part(String name) {
        if (name.equals("hello")) {
            return single(language.hello().getBytes(StandardCharsets.UTF_8));
        }
        Path several = folder.resolve("selftest").resolve(name);
        if (Files.isDirectory(several)) {
            return new Part(language, mainFileFirst(several));
        }
        String ending = language.endings().getFirst();
        return single(content(folder.resolve("selftest").resolve(name + "." + ending)));
    }

    private Part single(byte[] content) {
        return new Part(language, List.of(JailFile.of(language.fileName(), content)));
    }

    private List<JailFile> mainFileFirst(Path several) {
        Path main = several.resolve(language.fileName());
        List<Path> files = new ArrayList<>(List.of(main));
        walk(several).filter(file -> !file.equals(main)).forEach(files::add);
        return files.stream()
                .map(file -> JailFile.of(several.relativize(file).toString(), content(file)))
                .toList();
    }

    private static Stream<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path directory) {
        try (Stream<Path> entries = Files.walk(directory)) {
            return entries.filter(Files::isRegularFile).sorted().toList().stream();
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
