package dev.sandlot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.problem.secret.JurySubmission.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every file in `problems/` keeps the rules of the house; their programs are judged in
/// `ProblemSubmissionsIT`.
class PublishedProblemsTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("problems"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isPublishedWithoutWarnings(Path file) throws IOException {
        LoadedProblem loaded = ProblemLoader.load(ProblemText.read(file));
        assertThat(loaded.draft()).isFalse();
        assertThat(loaded.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fizzbuzz", "robot", "sum"})
    void ourOwnAreThorough(String id) throws IOException {
        LoadedProblem loaded =
                ProblemLoader.load(ProblemText.read(Path.of("problems", id + ".md")));
        assertThat(loaded.data().problem().samples()).isNotEmpty();
        assertThat(loaded.data().tests().stream().filter(test -> !test.sample()))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(endings(loaded, Expectation.ACCEPTED)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(endings(loaded, Expectation.WRONG_ANSWER)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasItsMathematicsRendered(Path file) throws IOException {
        String html = ProblemLoader.load(ProblemText.read(file)).data().problem().statementHtml();
        assertThat(html).doesNotContain("$").doesNotContain("\\").doesNotContain("{{");
    }

    private static Set<String> endings(LoadedProblem loaded, Expectation expectation) {
        return loaded.data().submissions().stream()
                .filter(it -> it.expectation() == expectation)
                .map(it -> it.fileName().substring(it.fileName().lastIndexOf('.')))
                .collect(Collectors.toSet());
    }
}
