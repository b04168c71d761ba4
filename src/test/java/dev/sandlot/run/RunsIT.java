package dev.sandlot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandlot.attack.Attacks;
import dev.sandlot.language.Language;
import dev.sandlot.run.FakeSandbox.Started;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.Stream;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/// Runs in a sandbox that does as it is told, with the real compile cache on disk.
@Timeout(60)
class RunsIT {

    private static final Outcome OK = new Outcome.Exited(0);
    private static final JailFile PROGRAM = new JailFile("main", new byte[] {1, 2}, true);

    private final FakeSandbox sandbox = new FakeSandbox();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private CompileCache programs;
    private Runs runs;

    @BeforeEach
    void setUp(@TempDir Path directory) throws IOException {
        CompileCacheProperties cache =
                new CompileCacheProperties(
                        directory,
                        DataSize.ofMegabytes(1),
                        10,
                        Duration.ofDays(1),
                        DataSize.ofMegabytes(1));
        var properties =
                new RunProperties(
                        DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), Duration.ofSeconds(20));
        RunMetrics metrics = new RunMetrics(meters);
        programs = new CompileCache(cache);
        runs =
                new Runs(
                        new Jails(sandbox),
                        new Compiler(
                                sandbox,
                                programs,
                                cache,
                                new WaitingCompilers(
                                        sandbox,
                                        new WaitingCompilersProperties(1, Duration.ofMinutes(1)),
                                        cache,
                                        metrics),
                                metrics),
                        properties,
                        new KeptBytes(properties),
                        metrics);
    }

    /// It writes in the background, into the directory that is deleted next.
    @AfterEach
    void stopWriting() {
        programs.close();
    }

    @Test
    void runsAndTheirCompileStepsAreCounted() throws Exception {
        Run first = runs.start(request(TestLanguages.compiled(), "main.c"), RunListener.silent());
        sandbox.next().ends(OK, PROGRAM);
        sandbox.next().ends(new Outcome.Exited(3));
        first.result().get(10, TimeUnit.SECONDS);
        Run second = runs.start(request(TestLanguages.compiled(), "main.c"), RunListener.silent());
        sandbox.next().ends(OK);
        second.result().get(10, TimeUnit.SECONDS);

        String language = TestLanguages.compiled().id();
        assertThat(runsCounted(language, "failed")).isEqualTo(1);
        assertThat(runsCounted(language, "succeeded")).isEqualTo(1);
        assertThat(compiled("miss")).isEqualTo(1);
        assertThat(compiled("hit")).isEqualTo(1);
        programs.close(); // a program is found before it is written, and counted after
        assertThat(meters.get("sandlot.compile.cache.bytes").gauge().value()).isPositive();
        assertThat(meters.get("sandlot.compile.cache.entries").gauge().value()).isEqualTo(1);
    }

    private double runsCounted(String language, String outcome) {
        return meters.get("sandlot.runs")
                .tags("language", language, "outcome", outcome)
                .counter()
                .count();
    }

    private double compiled(String result) {
        return meters.get("sandlot.compile.cache.requests").tag("result", result).counter().count();
    }

    @Test
    void compilesThenRunsWithTheProgramAndTheDataButWithoutTheSource() throws Exception {
        Run run =
                runs.start(
                        request(TestLanguages.compiled(), "main.c", "part.c", "data.txt"),
                        RunListener.silent());

        Started compile = sandbox.next();
        assertThat(compile.job().argv()).containsExactly("cc", "-o", "main", "main.c", "part.c");
        assertThat(names(compile)).containsExactly("main.c", "part.c", "data.txt");
        compile.prints(Stream.STDERR, "a warning\n").ends(OK, PROGRAM);

        Started program = sandbox.next();
        assertThat(program.job().argv()).containsExactly("./main");
        assertThat(names(program)).containsExactlyInAnyOrder("main", "data.txt");
        program.prints(Stream.STDOUT, "7\n").ends(OK);

        RunResult result = result(run);
        assertThat(result.compile()).get().extracting(StepResult::cached).isEqualTo(false);
        assertThat(result.compile().orElseThrow().diagnostics()).hasSize(1);
        assertThat(text(result.run().orElseThrow().stdout())).isEqualTo("7\n");
        assertThat(result.passed()).isEmpty();
    }

    @Test
    void compilesTheSameProgramOnce() throws Exception {
        Run first = runs.start(request(TestLanguages.compiled(), "main.c"), RunListener.silent());
        sandbox.next().prints(Stream.STDERR, "a warning\n").ends(OK, PROGRAM);
        sandbox.next().ends(OK);
        result(first);

        Listener listener = new Listener();
        Run second = runs.start(request(TestLanguages.compiled(), "main.c"), listener);
        Started program = sandbox.next();
        assertThat(program.job().argv()).containsExactly("./main");
        program.ends(OK);

        StepResult compile = result(second).compile().orElseThrow();
        assertThat(compile.cached()).isTrue();
        assertThat(compile.cpuTime()).isEqualTo(Duration.ofMillis(3));
        assertThat(text(compile.stderr())).isEqualTo("a warning\n");
        assertThat(compile.diagnostics()).hasSize(1);
        assertThat(listener.heard)
                .containsExactly(
                        "COMPILE begins",
                        "COMPILE STDERR a warning\n",
                        "COMPILE ends",
                        "RUN begins",
                        "RUN ends");
    }

    @Test
    void aNewToolchainCompilesAgain() throws Exception {
        compileOnce(TestLanguages.compiled("14.2.0"));

        runs.start(request(TestLanguages.compiled("14.3.0"), "main.c"), RunListener.silent());

        assertThat(sandbox.next().job().argv()).startsWith("cc");
    }

    @Attacks(101)
    @Test
    void neverKeepsAFailedCompileStep() throws Exception {
        failToCompile(new Outcome.Exited(1), false);
        failToCompile(new Outcome.Signalled("SIGSEGV"), false);
        failToCompile(new Outcome.LimitExceeded(Limit.CPU_TIME), false);
        failToCompile(new Outcome.SandboxFailure("1"), false);
        compile(OK, true);
        assertThat(compile(OK, false).compile())
                .get()
                .extracting(StepResult::cached)
                .isEqualTo(false);
    }

    @Test
    void equalProgramsAtTheSameTimeShareOneCompileStep() throws Exception {
        Listener listener = new Listener();
        Run first = runs.start(request(TestLanguages.compiled(), "main.c"), RunListener.silent());
        Started compile = sandbox.next();
        compile.prints(Stream.STDERR, "early ");
        Run second = runs.start(request(TestLanguages.compiled(), "main.c"), listener);
        compile.prints(Stream.STDERR, "late").ends(OK, PROGRAM);

        Started one = sandbox.next();
        Started other = sandbox.next();
        assertThat(List.of(one.job().argv(), other.job().argv())).containsOnly(List.of("./main"));
        one.ends(OK);
        other.ends(OK);
        assertThat(text(result(first).compile().orElseThrow().stderr())).isEqualTo("early late");
        assertThat(text(result(second).compile().orElseThrow().stderr())).isEqualTo("early late");
        assertThat(String.join("", listener.heard)).contains("early", "late");
        assertThat(sandbox.nothingStarted()).isTrue();
    }

    @Test
    void cancellingOneOfTwoLeavesTheOtherItsCompileStep() throws Exception {
        Run first = runs.start(request(TestLanguages.compiled(), "main.c"), RunListener.silent());
        Run second = runs.start(request(TestLanguages.compiled(), "main.c"), RunListener.silent());
        Started compile = sandbox.next();

        first.cancel();
        assertThat(result(first).compile()).get().matches(step -> isCancelled(step));
        assertThat(compile.result()).isNotDone();

        compile.ends(OK, PROGRAM);
        sandbox.next().ends(OK);
        assertThat(result(second).run()).isPresent();
    }

    @Test
    void cancellingWhileItCompilesStopsTheCompiler() throws Exception {
        Run run = runs.start(request(TestLanguages.compiled(), "main.c"), RunListener.silent());
        Started compile = sandbox.next();

        run.cancel();

        assertThat(compile.result()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(result(run).compile()).get().matches(step -> isCancelled(step));
        assertThat(result(run).run()).isEmpty();
        assertThat(sandbox.nothingStarted()).isTrue();
    }

    @Test
    void cancellingWhileItRunsStopsTheProgramAndKeepsItsOutput() throws Exception {
        Run run = runs.start(request(TestLanguages.interpreted(), "main.sh"), RunListener.silent());
        sandbox.next().prints(Stream.STDOUT, "so far");

        run.cancel();

        StepResult step = result(run).run().orElseThrow();
        assertThat(isCancelled(step)).isTrue();
        assertThat(text(step.stdout())).isEqualTo("so far");
    }

    @Test
    void whatIsTypedWhileItCompilesWaits() throws Exception {
        Run run = runs.start(interactive(TestLanguages.compiled()), RunListener.silent());
        Started compile = sandbox.next();
        assertThat(run.type(bytes("one "))).isTrue();
        assertThat(run.type(bytes("two"))).isTrue();
        run.endInput();
        assertThat(run.type(bytes("three"))).isFalse();

        compile.ends(OK, PROGRAM);
        Started program = sandbox.next();
        program.prints(Stream.STDOUT, "sync").ends(OK);
        result(run);

        assertThat(program.job().stdinOpen()).isTrue();
        assertThat(program.typed()).isEqualTo("one two");
        assertThat(program.inputEnded()).isTrue();
        assertThat(compile.typed()).isEmpty();
    }

    @Test
    void aBatchRunTakesNoTyping() throws Exception {
        Run run = runs.start(request(TestLanguages.interpreted(), "main.sh"), RunListener.silent());
        assertThat(run.type(bytes("x"))).isFalse();
        assertThat(sandbox.next().job().stdinOpen()).isFalse();
    }

    @Test
    void aFailureOfTheSandboxIsTriedOnceMore() throws Exception {
        Run run = runs.start(request(TestLanguages.interpreted(), "main.sh"), RunListener.silent());
        sandbox.next().ends(new Outcome.SandboxFailure("1"));
        sandbox.next().ends(OK);
        assertThat(result(run).run()).get().extracting(StepResult::outcome).isEqualTo(OK);

        Run unlucky =
                runs.start(request(TestLanguages.interpreted(), "main.sh"), RunListener.silent());
        sandbox.next().ends(new Outcome.SandboxFailure("1"));
        sandbox.next().ends(new Outcome.SandboxFailure("2"));
        assertThat(result(unlucky).run())
                .get()
                .extracting(StepResult::outcome)
                .isEqualTo(new Outcome.SandboxFailure("2"));
    }

    @Test
    void aFailureAfterTheFirstOutputIsNotTriedAgain() throws Exception {
        Run run = runs.start(request(TestLanguages.interpreted(), "main.sh"), RunListener.silent());
        sandbox.next().prints(Stream.STDOUT, "seen").ends(new Outcome.SandboxFailure("1"));
        assertThat(result(run).run())
                .get()
                .extracting(StepResult::outcome)
                .isEqualTo(new Outcome.SandboxFailure("1"));
        assertThat(sandbox.nothingStarted()).isTrue();
    }

    @Test
    void whatNobodyCheckedIsRefusedHere() {
        RunRequest request = request(TestLanguages.compiled(), "main.c", "../part.c");
        assertThatThrownBy(() -> runs.start(request, RunListener.silent()))
                .isInstanceOf(InvalidInputException.class);
        assertThat(sandbox.nothingStarted()).isTrue();
    }

    @Test
    void aFullQueueIsTheCallersToKnow() {
        sandbox.refuse(1);
        assertThatThrownBy(() ->
                        runs.start(
                                request(TestLanguages.compiled(), "main.c"), RunListener.silent()))
                .isInstanceOf(SandboxBusyException.class);
    }

    @Test
    void aQueueThatFillsAfterTheCompileStepOnlyDelaysTheRun() throws Exception {
        Run run = runs.start(request(TestLanguages.compiled(), "main.c"), RunListener.silent());
        Started compile = sandbox.next();
        sandbox.refuse(3);
        compile.ends(OK, PROGRAM);
        sandbox.next().ends(OK);
        assertThat(result(run).run()).get().extracting(StepResult::outcome).isEqualTo(OK);
    }

    @Test
    void limitsAboveTheSandboxsAreLoweredAndReported() throws Exception {
        RunRequest request =
                new RunRequest(
                        TestLanguages.interpreted(),
                        List.of(SourceFile.of("main.sh", "")),
                        new byte[0],
                        false,
                        List.of("an arg"),
                        Map.of("RUN_ENV", "mine", "MODE", "fast"),
                        List.of(),
                        Optional.empty(),
                        LimitsRequest.DEFAULTS,
                        new LimitsRequest(Long.MAX_VALUE, 1L, null, Long.MAX_VALUE, 1000, null),
                        List.of("out.png"),
                        "me");
        Run run = runs.start(request, RunListener.silent());
        Started program = sandbox.next();
        assertThat(program.job().argv()).containsExactly("sh", "main.sh", "an arg");
        assertThat(program.job().env()).containsEntry("RUN_ENV", "1").containsEntry("MODE", "fast");
        assertThat(program.job().collect().names()).containsExactly("out.png");
        program.ends(OK);

        assertThat(result(run).run())
                .get()
                .extracting(StepResult::limits)
                .satisfies(limits -> {
                    assertThat(limits.cpuTime()).isEqualTo(Duration.ofSeconds(20));
                    assertThat(limits.wallTime()).isEqualTo(Duration.ofMillis(1));
                    assertThat(limits.memory()).isEqualTo(MemorySize.ofMib(256));
                    assertThat(limits.output()).isEqualTo(MemorySize.ofMib(1));
                    assertThat(limits.processes()).isEqualTo(128);
                });
    }

    @Test
    void passesOnlyWhenTheProgramSucceededToo() throws Exception {
        assertThat(passed("7\n", " 7", OK)).contains(true);
        assertThat(passed("7\n", "8", OK)).contains(false);
        assertThat(passed("7\n", "7", new Outcome.Exited(1))).contains(false);
    }

    private Optional<Boolean> passed(String expected, String printed, Outcome outcome)
            throws Exception {
        RunRequest request =
                new RunRequest(
                        TestLanguages.interpreted(),
                        List.of(SourceFile.of("main.sh", "")),
                        new byte[0],
                        false,
                        List.of(),
                        Map.of(),
                        List.of(),
                        Optional.of(bytes(expected)),
                        LimitsRequest.DEFAULTS,
                        LimitsRequest.DEFAULTS,
                        List.of(),
                        "me");
        Run run = runs.start(request, RunListener.silent());
        sandbox.next().prints(Stream.STDOUT, printed).ends(outcome);
        return result(run).passed();
    }

    private void compileOnce(Language language) throws Exception {
        Run run = runs.start(request(language, "main.c"), RunListener.silent());
        sandbox.next().ends(OK, PROGRAM);
        sandbox.next().ends(OK);
        result(run);
    }

    private void failToCompile(Outcome outcome, boolean truncated) throws Exception {
        assertThat(compile(outcome, truncated).run()).isEmpty();
    }

    /// Expects that a compile step is started, and ends it (and its second try) like this.
    private RunResult compile(Outcome outcome, boolean truncated) throws Exception {
        Run run = runs.start(request(TestLanguages.compiled(), "main.c"), RunListener.silent());
        Started compile = sandbox.next();
        assertThat(compile.job().argv()).startsWith("cc");
        compile.ends(outcome, truncated, PROGRAM);
        if (outcome instanceof Outcome.SandboxFailure) {
            sandbox.next().ends(outcome);
        } else if (outcome.equals(OK)) {
            sandbox.next().ends(OK);
        }
        return result(run);
    }

    private static final class Listener implements RunListener {

        private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void step(Step step) {
            heard.add(step + " begins");
        }

        @Override
        public void output(Step step, Stream stream, byte[] bytes, Duration at) {
            heard.add(step + " " + stream + " " + text(bytes));
        }

        @Override
        public void outcome(Step step, StepResult result) {
            heard.add(step + " ends");
        }
    }

    private static RunRequest request(Language language, String... names) {
        List<SourceFile> files =
                Arrays.stream(names).map(name -> SourceFile.of(name, "text")).toList();
        return RunRequest.of(language, files, new byte[0], "me");
    }

    private static RunRequest interactive(Language language) {
        return new RunRequest(
                language,
                List.of(SourceFile.of("main.c", "")),
                new byte[0],
                true,
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                LimitsRequest.DEFAULTS,
                LimitsRequest.DEFAULTS,
                List.of(),
                "me");
    }

    private static RunResult result(Run run) throws Exception {
        return run.result().get(10, TimeUnit.SECONDS);
    }

    private static boolean isCancelled(StepResult step) {
        return step.outcome() instanceof Outcome.Cancelled;
    }

    private static List<String> names(Started job) {
        return job.job().files().stream().map(JailFile::name).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
