package dev.sandlot.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sandlot.language.Diagnostic.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompilerMessagesTest {

    private static final String GCC =
            "^(?P<file>[^:\\n]+):(?P<line>\\d+):(?P<column>\\d+): "
                    + "(?P<severity>error|warning|note): (?P<message>[^\\n]*)$";

    @Test
    void eachMessageBecomesADiagnostic() {
        String output =
                """
                main.c: In function 'main':
                main.c:4:9: warning: unused variable 'a' [-Wunused-variable]
                    4 |     int a;
                      |         ^
                main.c:5:10: error: 'b' undeclared
                """;

        assertThat(CompilerMessages.parse(GCC).find(output))
                .containsExactly(
                        new Diagnostic(
                                "main.c",
                                4,
                                9,
                                Severity.WARNING,
                                "unused variable 'a' [-Wunused-variable]"),
                        new Diagnostic("main.c", 5, 10, Severity.ERROR, "'b' undeclared"));
    }

    @Test
    void aMessageMaySpanLines() {
        String output =
                """
                error[E0425]: cannot find value `b` in this scope
                 --> src/main.rs:3:20
                  |
                warning: unused variable: `a`
                  --> src/main.rs:2:9
                """;

        assertThat(pattern("rust").find(output))
                .containsExactly(
                        new Diagnostic(
                                "src/main.rs",
                                3,
                                20,
                                Severity.ERROR,
                                "cannot find value `b` in this scope"),
                        new Diagnostic(
                                "src/main.rs", 2, 9, Severity.WARNING, "unused variable: `a`"));
    }

    @Test
    void withoutSeverityItIsAnErrorAndWithoutColumnItIsZero() {
        assertThat(pattern("go").find("# _/work\n./main.go:6: undefined: x\n"))
                .containsExactly(new Diagnostic("main.go", 6, 0, Severity.ERROR, "undefined: x"));
    }

    @Test
    void fatalErrorsAreErrorsAndHintsAreNotes() {
        CompilerMessages messages =
                CompilerMessages.parse("^(?P<line>\\d+) (?P<severity>[a-z ]+): (?P<message>.*)$");

        assertThat(messages.find("1 fatal error: a\n2 help: b\n3 note: c\n4 info: d"))
                .extracting(Diagnostic::severity)
                .containsExactly(Severity.ERROR, Severity.NOTE, Severity.NOTE, Severity.NOTE);
    }

    @Test
    void windowsLineEndsDoNotMatter() {
        assertThat(CompilerMessages.parse(GCC).find("a.c:1:2: error: x\r\na.c:2:2: error: y\r\n"))
                .extracting(Diagnostic::message)
                .containsExactly("x", "y");
    }

    @Test
    void noMoreThanTheMaximumIsReported() {
        String output = "main.c:1:1: error: again\n".repeat(1000);

        assertThat(CompilerMessages.parse(GCC).find(output))
                .hasSize(DiagnosticPattern.MAX_DIAGNOSTICS);
    }

    @Test
    void longNamesAndMessagesAreCut() {
        String output = "f".repeat(5000) + ":1:1: error: " + "m".repeat(5000) + "\n";

        Diagnostic found = CompilerMessages.parse(GCC).find(output).getFirst();

        assertThat(found.file()).hasSize(CompilerMessages.MAX_FILE_NAME + 1).endsWith("…");
        assertThat(found.message()).hasSize(CompilerMessages.MAX_MESSAGE + 1).endsWith("…");
    }

    @Test
    void absurdNumbersCountAsNone() {
        assertThat(CompilerMessages.parse(GCC).find("a.c:99999999999999:3: error: x"))
                .extracting(Diagnostic::line)
                .containsExactly(0);
    }

    /// Backtracking engines take exponential or quadratic time for these.
    @Test
    @Timeout(20)
    void hostileOutputTakesLinearTime() {
        CompilerMessages evil = CompilerMessages.parse("^(?P<message>(?:a+)+) (?P<line>\\d+)$");

        assertThat(evil.find("a".repeat(CompilerMessages.MAX_TEXT))).isEmpty();
        assertThat(CompilerMessages.parse(GCC).find("a:1:1: error".repeat(20_000))).isEmpty();
    }

    @Test
    void textBeyondTheCapIsNotLookedAt() {
        String output = "x".repeat(CompilerMessages.MAX_TEXT) + "\nmain.c:1:1: error: late\n";

        assertThat(CompilerMessages.parse(GCC).find(output)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "(?P<line>\\d+)", "(?P<line>\\d+)(?P<message>.*)(?P<colour>.*)"})
    void aPatternThatCannotServeIsRefused(String regex) {
        assertThatIllegalArgumentException().isThrownBy(() -> CompilerMessages.parse(regex));
    }

    private static DiagnosticPattern pattern(String id) {
        Path folder = Path.of("languages", id);
        Language language = LanguageFolder.read(folder, TestRoots.with(folder, "1")).getFirst();
        return language.compile().orElseThrow().diagnostics();
    }
}
