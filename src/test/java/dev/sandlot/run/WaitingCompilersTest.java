package dev.sandlot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Stream;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

@Timeout(60)
class WaitingCompilersTest {

    private static final Language LANGUAGE = TestLanguages.waiting("14", TestLanguages.LIMITS);
    private static final Language OTHER = TestLanguages.waiting("15", TestLanguages.LIMITS);
    private static final JailFile PROGRAM = new JailFile("main", new byte[] {1, 2}, true);

    private final FakeSandbox sandbox = new FakeSandbox();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private final WaitingCompilers compilers = compilers(1);

    @Test
    void theFirstProgramIsCompiledWithout() {
        assertThat(compilers.take(request("a"), JobListener.silent())).isEmpty();
        assertThat(sandbox.nothingStarted()).isTrue();
    }

    @Test
    void afterTheFirstOneWaitsAsNobodysAndWithoutAProgram() throws Exception {
        compilers.used(LANGUAGE);

        Job job = sandbox.next().job();
        assertThat(job.argv()).containsExactly("cc", "--wait", "14");
        assertThat(job.env()).containsEntry("CC_ENV", "1");
        assertThat(job.files()).isEmpty();
        assertThat(job.stdinOpen()).isTrue();
        assertThat(job.terminal()).isFalse();
        assertThat(job.client()).isEqualTo(Job.NOBODY);
        assertThat(job.collect().names()).containsExactly("main");
        assertThat(job.limits().memory()).isEqualTo(TestLanguages.LIMITS.memory());
    }

    @Test
    void isGivenTheProgramAndAnswersForIt() throws Exception {
        FakeSandbox.Started waiting = waiting(900);
        Recording heard = new Recording(JobListener.silent());

        Execution execution = compilers.take(request("a"), heard).orElseThrow();
        waiting.prints(Stream.STDERR, "main.c: warning");
        waiting.ends(new Outcome.Exited(0), false, Duration.ofMillis(1_200), PROGRAM);

        assertThat(waiting.passedTo()).isEqualTo("visitor");
        assertThat(waiting.typed())
                .isEqualTo(
                        "\0\0\0\4\0\0\0\2cc\0\0\0\2-o\0\0\0\4main\0\0\0\6main.c"
                                + "\0\0\0\1\0\0\0\6main.c\0\0\0\1a");
        assertThat(waiting.inputEnded()).isTrue();
        JobResult result = execution.result().get(10, TimeUnit.SECONDS);
        assertThat(result.outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(result.cpuTime()).isEqualTo(Duration.ofMillis(300));
        assertThat(result.limits()).isEqualTo(TestLanguages.LIMITS);
        assertThat(result.files()).containsExactly(PROGRAM);
        StepResult step = heard.result(result);
        assertThat(new String(step.stderr(), StandardCharsets.UTF_8)).isEqualTo("main.c: warning");
        assertThat(step.stdout()).isEmpty();
    }

    @Test
    void isForOneProgram() throws Exception {
        waiting(1);

        assertThat(compilers.take(request("a"), JobListener.silent())).isPresent();
        assertThat(compilers.take(request("b"), JobListener.silent())).isEmpty();
        assertThat(meters.counter("sandlot.compile.waiting", "result", "taken").count()).isOne();
        assertThat(meters.counter("sandlot.compile.waiting", "result", "none").count()).isOne();
    }

    @Test
    void nobodyIsKeptUntilItIsReady() throws Exception {
        compilers.used(LANGUAGE);
        FakeSandbox.Started starting = sandbox.next().begins().prints(Stream.STDOUT, "read");

        assertThat(compilers.take(request("a"), JobListener.silent())).isEmpty();
        starting.prints(Stream.STDOUT, "y 7\n");
        assertThat(ready()).isTrue();
        assertThat(compilers.take(request("a"), JobListener.silent())).isPresent();
    }

    @Test
    void otherLimitsAreNotItsOwn() throws Exception {
        waiting(1);
        Limits less =
                new Limits(
                        Duration.ofSeconds(1),
                        TestLanguages.LIMITS.wallTime(),
                        TestLanguages.LIMITS.memory(),
                        TestLanguages.LIMITS.output(),
                        TestLanguages.LIMITS.processes(),
                        TestLanguages.LIMITS.fileSize());

        assertThat(compilers.take(request("a", less), JobListener.silent())).isEmpty();
    }

    @Test
    void aProgramThatIsTooLongToTypeIsNotForIt() throws Exception {
        waiting(1);
        String content = "x".repeat((int) Execution.MAX_PENDING_INPUT.bytes());

        assertThat(compilers.take(request(content), JobListener.silent())).isEmpty();
    }

    @Test
    void aClientThatMustWaitItsTurnDoesNotGetIt() throws Exception {
        waiting(1).refusesClients();

        assertThat(compilers.take(request("a"), JobListener.silent())).isEmpty();
    }

    @Test
    void theCompileStepsOwnTimesHold() throws Exception {
        FakeSandbox.Started waiting = waiting(1_000);
        Execution execution = compilers.take(request("a"), JobListener.silent()).orElseThrow();

        waiting.ends(new Outcome.Exited(0), false, Duration.ofMillis(6_001), PROGRAM);

        assertThat(execution.result().get(10, TimeUnit.SECONDS).outcome())
                .isEqualTo(new Outcome.LimitExceeded(Limit.CPU_TIME));
    }

    @Test
    void oneThatRunsForTooLongIsStopped() throws Exception {
        Limits brief = wallTime(Duration.ofMillis(1));
        Language language = TestLanguages.waiting("14", brief);
        waiting(1, language);
        Execution execution =
                compilers
                        .take(
                                new CompileRequest(
                                        language,
                                        List.of(new SourceFile("main.c", new byte[0])),
                                        List.of(),
                                        brief,
                                        "visitor"),
                                JobListener.silent())
                        .orElseThrow();

        assertThat(execution.result().get(10, TimeUnit.SECONDS).outcome())
                .isEqualTo(new Outcome.LimitExceeded(Limit.WALL_TIME));
    }

    @Test
    void itGivesWayToWhoeverWaitsForASlot() throws Exception {
        FakeSandbox.Started waiting = waiting(1);

        compilers.giveWay();
        assertThat(waiting.result()).isNotDone();
        sandbox.queued(1);
        compilers.giveWay();

        assertThat(waiting.result()).isDone();
        assertThat(compilers.take(request("a"), JobListener.silent())).isEmpty();
        compilers.used(LANGUAGE);
        assertThat(sandbox.nothingStarted()).isTrue();
        sandbox.queued(0);
        compilers.used(LANGUAGE);
        assertThat(sandbox.nothingStarted()).isFalse();
    }

    @Test
    void aFullSandboxIsNoTrouble() {
        sandbox.refuse(1);
        compilers.used(LANGUAGE);

        assertThat(sandbox.nothingStarted()).isTrue();
    }

    @Test
    void oneThatEndsByItselfIsNotStartedAgain() throws Exception {
        compilers.used(LANGUAGE);
        sandbox.next().begins().prints(Stream.STDERR, "no").ends(new Outcome.Exited(1));

        compilers.used(LANGUAGE);

        assertThat(sandbox.nothingStarted()).isTrue();
    }

    @Test
    void oneThatSaysSomethingElseIsStoppedAndNotStartedAgain() throws Exception {
        compilers.used(LANGUAGE);
        FakeSandbox.Started talking =
                sandbox.next()
                        .begins()
                        .prints(Stream.STDOUT, "Usage: cc [OPTION]… FILE…, and more\n");

        talking.result().get(10, TimeUnit.SECONDS);
        compilers.used(LANGUAGE);

        assertThat(sandbox.nothingStarted()).isTrue();
    }

    @Test
    void aJailThatFailedSaysNothingAboutTheCompiler() throws Exception {
        waiting(1).ends(new Outcome.SandboxFailure("incident"));
        compilers.used(LANGUAGE);
        sandbox.next().ends(new Outcome.SandboxFailure("incident"));
        compilers.used(LANGUAGE);

        assertThat(sandbox.nothingStarted()).isFalse();
    }

    @Test
    void asManyAsAreAllowed() throws Exception {
        waiting(1);
        compilers.used(OTHER);

        assertThat(sandbox.nothingStarted()).isTrue();
    }

    @Test
    void oneMakesRoomForAnotherLanguageWhenItsOwnIsNotUsedAnyMore() throws Exception {
        FakeSandbox.Started waiting = waiting(1);
        now = now.plus(Duration.ofSeconds(11));

        compilers.used(OTHER);

        assertThat(waiting.result()).isDone();
        assertThat(sandbox.next().job().argv()).endsWith("15");
    }

    /// The sandbox here ends every job after 30 s.
    @Test
    void noneWhereAJobIsTooShortToWaitFirst() {
        compilers.used(TestLanguages.waiting("14", wallTime(Duration.ofSeconds(19))));

        assertThat(sandbox.nothingStarted()).isTrue();
    }

    @Test
    void oneThatEndedJustNowIsNotGivenTheProgram() throws Exception {
        waiting(1).hearsNothing();

        assertThat(compilers.take(request("a"), JobListener.silent())).isEmpty();
    }

    @Test
    void noneAtAllWhenNoneIsAllowed() {
        WaitingCompilers none = compilers(0);
        none.used(LANGUAGE);

        assertThat(sandbox.nothingStarted()).isTrue();
        assertThat(none.take(request("a"), JobListener.silent())).isEmpty();
    }

    @Test
    void aLanguageThatNobodyUsesAnyMoreIsForgotten() throws Exception {
        waiting(1);
        now = now.plus(Duration.ofMinutes(6));
        compilers.used(OTHER);
        sandbox.next().ends(new Outcome.SandboxFailure("incident"));
        compilers.used(OTHER);

        assertThat(sandbox.next().job().argv()).endsWith("15");
        assertThat(sandbox.nothingStarted()).isTrue();
    }

    @Test
    void theyEndWithTheService() throws Exception {
        FakeSandbox.Started waiting = waiting(1);

        compilers.destroy();

        assertThat(waiting.result()).isDone();
        compilers.used(LANGUAGE);
        assertThat(sandbox.nothingStarted()).isTrue();
    }

    @Test
    void settingsOutOfBoundsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WaitingCompilersProperties(65, Duration.ZERO))
                .withMessage("sandlot.waiting-compilers.most must be from 0 to 64: 65");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WaitingCompilersProperties(1, Duration.ofSeconds(-1)))
                .withMessage("sandlot.waiting-compilers.unused must not be negative: PT-1S");
    }

    private FakeSandbox.Started waiting(int usedMs) throws InterruptedException {
        return waiting(usedMs, LANGUAGE);
    }

    private FakeSandbox.Started waiting(int usedMs, Language language) throws InterruptedException {
        compilers.used(language);
        FakeSandbox.Started started = sandbox.next().begins();
        var ready = compilers.ready(language);
        started.prints(Stream.STDERR, "picked up\n");
        started.prints(Stream.STDOUT, "ready " + usedMs + "\n");
        assertThat(ready).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        return started;
    }

    private boolean ready() throws Exception {
        return compilers.ready(LANGUAGE).get(10, TimeUnit.SECONDS);
    }

    private WaitingCompilers compilers(int most) {
        return new WaitingCompilers(
                sandbox,
                new WaitingCompilersProperties(most, Duration.ofMinutes(5)),
                new CompileCacheProperties(
                        Path.of("unused"),
                        DataSize.ofMegabytes(1),
                        10,
                        Duration.ofDays(1),
                        DataSize.ofMegabytes(1)),
                new RunMetrics(meters),
                () -> now);
    }

    private static Limits wallTime(Duration wallTime) {
        Limits limits = TestLanguages.LIMITS;
        return new Limits(
                limits.cpuTime(),
                wallTime,
                limits.memory(),
                limits.output(),
                limits.processes(),
                limits.fileSize());
    }

    private static CompileRequest request(String content) {
        return request(content, TestLanguages.LIMITS);
    }

    private static CompileRequest request(String content, Limits limits) {
        return new CompileRequest(
                LANGUAGE,
                List.of(new SourceFile("main.c", content.getBytes(StandardCharsets.UTF_8))),
                List.of(),
                limits,
                "visitor");
    }
}
