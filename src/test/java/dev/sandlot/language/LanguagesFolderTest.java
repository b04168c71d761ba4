package dev.sandlot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        Language language =
                LanguageFolder.read(
                        LANGUAGES.resolve(id), new Manifest("test", Map.of(id, "1.2.3")));

        assertThat(language.id()).isEqualTo(id);
        assertThat(language.version()).isEqualTo("1.2.3");
        assertThat(language.hello()).contains("Hello");
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
