package dev.sandlot.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.language.Diagnostic;
import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracebackTest {

    private static final Outcome FAILED = new Outcome.Exited(1);

    /// It says `file:line: message`.
    private static final Language LANGUAGE = TestLanguages.explaining(TracebackTest::parse);

    @ParameterizedTest
    @CsvSource({
        "main.sh, main.sh",
        "/work/main.sh, main.sh",
        "./lib/a.sh, lib/a.sh",
        "b.sh, lib/b.sh",
        "'', main.sh"
    })
    void namesAFileOfTheProgram(String named, String file) {
        assertThat(of(FAILED, named + ":7: boom\n"))
                .containsExactly(new Diagnostic(file, 7, 0, Diagnostic.Severity.ERROR, "boom"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usr/lib/a.sh",
                "/etc/passwd",
                "../main.sh",
                "other.sh",
                "c.sh",
                "main.sh/x"
            })
    void namesNoOtherFile(String named) {
        assertThat(of(FAILED, named + ":7: boom\n")).isEmpty();
    }

    @Test
    void ofAnOverlongErrorTheEndCounts() {
        String noise = "main.sh:1: noise\n".repeat(Traceback.MAX_BYTES / 10);
        List<Diagnostic> found = of(FAILED, noise + "main.sh:9: the end\n");

        assertThat(found).last().extracting(Diagnostic::line).isEqualTo(9);
        assertThat(found).hasSizeLessThan(Traceback.MAX_BYTES / 10);
        assertThat(found).extracting(Diagnostic::message).containsOnly("noise", "the end");
        assertThat(of(FAILED, "x".repeat(2 * Traceback.MAX_BYTES))).isEmpty();
    }

    static Stream<Outcome> notFailedByItself() {
        return Stream.of(
                new Outcome.Exited(0),
                new Outcome.LimitExceeded(Limit.CPU_TIME),
                new Outcome.Cancelled(),
                new Outcome.Denied(),
                new Outcome.SandboxFailure("1"));
    }

    @ParameterizedTest
    @MethodSource("notFailedByItself")
    void whatDidNotFailByItselfHasNone(Outcome outcome) {
        assertThat(of(outcome, "main.sh:7: boom\n")).isEmpty();
    }

    @Test
    void aCrashHasOne() {
        assertThat(of(new Outcome.Signalled("SIGABRT"), "main.sh:7: boom\n")).hasSize(1);
    }

    private static List<Diagnostic> of(Outcome outcome, String stderr) {
        List<SourceFile> files =
                Stream.of("main.sh", "lib/a.sh", "lib/b.sh", "x/c.sh", "y/c.sh")
                        .map(name -> SourceFile.of(name, ""))
                        .toList();
        byte[] printed = stderr.getBytes(StandardCharsets.UTF_8);
        return new Traceback(LANGUAGE, files).of(TestLanguages.ended(outcome, printed));
    }

    private static List<Diagnostic> parse(String text) {
        return text.lines()
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length == 3)
                .map(TracebackTest::diagnostic)
                .toList();
    }

    private static Diagnostic diagnostic(String[] parts) {
        return new Diagnostic(
                parts[0],
                Integer.parseInt(parts[1]),
                0,
                Diagnostic.Severity.ERROR,
                parts[2].strip());
    }
}
