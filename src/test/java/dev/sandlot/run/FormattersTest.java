package dev.sandlot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandlot.language.Diagnostic;
import dev.sandlot.run.FakeSandbox.Started;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Stream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream.Builder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Formatting in a sandbox that does as it is told.
class FormattersTest {

    private static final Outcome OK = new Outcome.Exited(0);
    private static final String SOURCE = "a  =  1\n";

    private final FakeSandbox sandbox = new FakeSandbox();
    private final Formatters formatters = new Formatters(sandbox, new Jails(sandbox));

    @Test
    void theFormatterReadsTheSourceAndItsOutputIsTheText() throws Exception {
        Formatting formatting = start(SOURCE);
        Started job = sandbox.next();
        job.prints(Stream.STDOUT, "a = 1\n").ends(OK);

        Formatted formatted = result(formatting);
        assertThat(formatted.content()).isEqualTo("a = 1\n");
        assertThat(formatted.refusal()).isEmpty();
        assertThat(job.job()).extracting(Job::profile).isEqualTo(Profile.COMPILE);
        assertThat(job.job().argv()).containsExactly("fmt", "main.c");
        assertThat(job.job().env()).isEqualTo(Map.of("FMT", "1"));
        assertThat(job.job().stdin()).asString().isEqualTo(SOURCE);
        assertThat(job.job().stdinOpen()).isFalse();
        assertThat(job.job().client()).isEqualTo("me");
    }

    @Test
    void aFormatterMayPrintAsMuchAsAProgramMayHave() throws Exception {
        start(SOURCE);
        assertThat(sandbox.next().job().limits().output().bytes())
                .isGreaterThanOrEqualTo(SourceFiles.MAX_BYTES);
    }

    @Test
    void sourceThatItRefusesStaysAsItWasWithTheMessageAndItsLine() throws Exception {
        Formatting formatting = start(SOURCE);
        sandbox.next()
                .prints(Stream.STDOUT, "half a te")
                .prints(Stream.STDERR, "<standard input>:1:6: expected operand\n")
                .ends(new Outcome.Exited(2));

        Formatted formatted = result(formatting);
        assertThat(formatted.content()).isEqualTo(SOURCE);
        assertThat(formatted.refusal()).contains("Line 1: expected operand");
        assertThat(formatted.messages()).isEqualTo("<standard input>:1:6: expected operand\n");
        assertThat(formatted.diagnostics())
                .containsExactly(
                        new Diagnostic(
                                "main.c", 1, 6, Diagnostic.Severity.ERROR, "expected operand"));
    }

    @Test
    void aMessageWithoutALineIsToldAsItIs() throws Exception {
        Formatting formatting = start(SOURCE);
        sandbox.next().prints(Stream.STDERR, "\n  no idea\nmore\n").ends(new Outcome.Exited(1));
        assertThat(result(formatting).refusal()).contains("The formatter says: no idea");
    }

    static java.util.stream.Stream<Arguments> endings() {
        Builder<Arguments> endings = java.util.stream.Stream.builder();
        endings.add(Arguments.of(new Outcome.Exited(3), "ended with exit code 3"));
        endings.add(Arguments.of(new Outcome.Signalled("SIGSEGV"), "crashed (SIGSEGV)"));
        endings.add(Arguments.of(new Outcome.LimitExceeded(Limit.CPU_TIME), "took too long"));
        endings.add(Arguments.of(new Outcome.LimitExceeded(Limit.MEMORY), "too much memory"));
        endings.add(Arguments.of(new Outcome.LimitExceeded(Limit.OUTPUT), "longer than 1048576"));
        endings.add(Arguments.of(new Outcome.CouldNotStart("no such file"), "no such file"));
        return endings.build();
    }

    @ParameterizedTest
    @MethodSource("endings")
    void whateverEndsItTheTextStays(Outcome outcome, String words) throws Exception {
        Formatting formatting = start(SOURCE);
        sandbox.next().prints(Stream.STDOUT, "other").ends(outcome);

        Formatted formatted = result(formatting);
        assertThat(formatted.content()).isEqualTo(SOURCE);
        assertThat(formatted.refusal()).get().asString().contains(words);
        assertThat(formatted.outcome()).isEqualTo(outcome);
    }

    @Test
    void noTextIsTakenForNothing() throws Exception {
        Formatting formatting = start(SOURCE);
        sandbox.next().prints(Stream.STDOUT, " \n").ends(OK);
        assertThat(result(formatting).content()).isEqualTo(SOURCE);

        Formatting ofNothing = start(" \n");
        sandbox.next().ends(OK);
        assertThat(result(ofNothing).content()).isEmpty();
        assertThat(result(ofNothing).refusal()).isEmpty();
    }

    @Test
    void halfATextIsNotTaken() throws Exception {
        Formatting formatting = start(SOURCE);
        sandbox.next().prints(Stream.STDOUT, "a =").ends(OK, true);
        assertThat(result(formatting).content()).isEqualTo(SOURCE);
        assertThat(result(formatting).refusal()).get().asString().contains("longer than");
    }

    @Test
    void aFailureOfTheSandboxIsOurs() throws Exception {
        Formatting formatting = start(SOURCE);
        sandbox.next().ends(new Outcome.SandboxFailure("1"));
        sandbox.next().ends(new Outcome.SandboxFailure("2"));
        assertThat(result(formatting).refusal()).get().asString().contains("our fault");
    }

    @Test
    void closingStopsIt() throws Exception {
        Formatting formatting = start(SOURCE);
        Started job = sandbox.next();
        formatting.close();
        assertThat(job.result())
                .isCompletedWithValueMatching(
                        result -> result.outcome().equals(new Outcome.Cancelled()));
    }

    @Test
    void whatIsNotTextOrHasNoProperNameIsRefused() {
        assertThatThrownBy(() -> start(new SourceFile("main.c", new byte[] {(byte) 0xff})))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.field()).isEqualTo("file.content"));
        assertThatThrownBy(() -> start(SourceFile.of("../x", "")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(sandbox.nothingStarted()).isTrue();
    }

    private Formatting start(String source) {
        return start(SourceFile.of("main.c", source));
    }

    private Formatting start(SourceFile file) {
        return formatters.start(TestLanguages.compiled(), file, "me");
    }

    private static Formatted result(Formatting formatting) throws Exception {
        return formatting.result().get(10, TimeUnit.SECONDS);
    }
}
