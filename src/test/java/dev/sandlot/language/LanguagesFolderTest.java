package dev.sandlot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every folder that we ship can be read.
class LanguagesFolderTest {

    private static final Path LANGUAGES = Path.of("languages");

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void folderIsReadable(String id) {
        Path folder = LANGUAGES.resolve(id);
        List<Language> versions = LanguageFolder.read(folder, TestRoots.with(folder, "1.2.3"));

        assertThat(versions).isNotEmpty();
        assertThat(versions)
                .allSatisfy(language -> {
                    assertThat(language.id()).isEqualTo(id);
                    assertThat(language.hello()).isNotBlank();
                });
        assertThat(versions.getFirst().version()).contains("1.2.3");
    }

    /// A folder has all that it needs, so what several need stands in each of them.
    @Test
    void theSideOfACompilerThatWaitsIsTheSameInEach() throws IOException {
        Set<String> texts = new HashSet<>();
        for (String id : List.of("kotlin", "scala")) {
            texts.add(Files.readString(LANGUAGES.resolve(id).resolve("Waiting.java")));
        }

        assertThat(texts).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void everyPartIsThereOrSkippedWithAReason(String id) {
        SelfTestFolder folder = SelfTestFolder.described(LANGUAGES.resolve(id));

        assertThat(SelfTestFolder.PARTS)
                .allSatisfy(part -> {
                    if (folder.skipped(part).isEmpty()) {
                        assertThat(folder.part(part).files()).isNotEmpty();
                    }
                });
        assertThat(folder.skips().values()).noneMatch(String::isBlank);
    }

    /// What people type first must not lead to a rarer relative.
    @Test
    void theWordsOfTheCoreSetAreNoOthers() throws IOException {
        TestedLanguages tested = TestedLanguages.read();
        Map<String, Set<String>> idsByWord = new HashMap<>();
        for (String id : ids()) {
            Path folder = LANGUAGES.resolve(id);
            Language language =
                    LanguageFolder.read(folder, TestRoots.with(folder, "1.2.3")).getFirst();
            Stream.concat(Stream.of(id, language.name()), language.aliases().stream())
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .forEach(word -> idsByWord.computeIfAbsent(word, _ -> new HashSet<>()).add(id));
        }

        assertThat(idsByWord.values())
                .allSatisfy(ids -> {
                    if (!Collections.disjoint(ids, tested.core())) {
                        assertThat(ids).hasSize(1);
                    }
                });
    }

    @Test
    void theCoreSetIsThere() throws IOException {
        assertThat(ids())
                .contains(
                        "bash",
                        "c",
                        "cpp",
                        "java",
                        "python3",
                        "javascript",
                        "typescript",
                        "go",
                        "rust",
                        "php",
                        "ruby",
                        "perl",
                        "lua",
                        "sqlite");
    }

    private static List<String> ids() throws IOException {
        try (Stream<Path> folders = Files.list(LANGUAGES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toList());
        }
    }
}
