package dev.sandlot.language;

import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Sandbox;
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

    /// What a language is tried with.
    static final List<String> PARTS =
            List.of(
                    "hello",
                    "stdin",
                    "arguments",
                    "second-file",
                    "read-file",
                    "exit-code",
                    "stderr",
                    "unicode",
                    "compile-error",
                    "runtime-error",
                    "interactive");

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

    /// One for each version of each language that was built.
    static List<SelfTestFolder> all(Path languages, Roots roots) {
        return list(languages).flatMap(folder -> read(folder, roots).stream()).toList();
    }

    private static List<SelfTestFolder> read(Path folder, Roots roots) {
        YamlSection yaml = YamlSection.read(folder.resolve("language.yaml"));
        if (!built(yaml, folder, roots)) {
            return List.of();
        }
        return LanguageFolder.read(folder, roots).stream()
                .map(language -> new SelfTestFolder(folder, language, skips(yaml)))
                .toList();
    }

    /// One whose toolchain needn't be here.
    static SelfTestFolder described(Path folder) {
        YamlSection yaml = YamlSection.read(folder.resolve("language.yaml"));
        Language language = LanguageFolder.read(folder, TestRoots.with(folder, "1")).getFirst();
        return new SelfTestFolder(folder, language, skips(yaml));
    }

    /// Reasons by part.
    static Map<String, String> skips(YamlSection yaml) {
        return yaml.optionalSection("selftest_skips")
                .map(section -> section.allowing(PARTS.toArray(String[]::new)).allTexts())
                .orElse(Map.of());
    }

    /// A language outside the set that this machine's root file systems were built with.
    private static boolean built(YamlSection yaml, Path folder, Roots roots) {
        return roots.find(yaml.optionalText("root").orElse(Sandbox.MAIN_ROOT))
                .flatMap(manifest -> manifest.version(folder.getFileName().toString()))
                .isPresent();
    }

    String title() {
        Language language = language();
        return language.versions().size() == 1
                ? language.id()
                : language.id() + " " + language.version();
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
