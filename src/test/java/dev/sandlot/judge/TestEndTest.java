package dev.sandlot.judge;

import static dev.sandlot.judge.Validation.ACCEPTED;
import static dev.sandlot.judge.Validation.FAILED;
import static dev.sandlot.judge.Validation.REJECTED;
import static dev.sandlot.judge.Verdict.JUDGE_ERROR;
import static dev.sandlot.judge.Verdict.MEMORY_LIMIT_EXCEEDED;
import static dev.sandlot.judge.Verdict.OUTPUT_LIMIT_EXCEEDED;
import static dev.sandlot.judge.Verdict.RUN_TIME_ERROR;
import static dev.sandlot.judge.Verdict.TIME_LIMIT_EXCEEDED;
import static dev.sandlot.judge.Verdict.WRONG_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Outcome.Cancelled;
import dev.sandlot.sandbox.Outcome.CouldNotStart;
import dev.sandlot.sandbox.Outcome.Denied;
import dev.sandlot.sandbox.Outcome.Exited;
import dev.sandlot.sandbox.Outcome.LimitExceeded;
import dev.sandlot.sandbox.Outcome.SandboxFailure;
import dev.sandlot.sandbox.Outcome.Signalled;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestEndTest {

    private static final Duration LIMIT = Duration.ofMillis(1000);
    private static final Outcome DONE = new Exited(0);

    private static final boolean OOM = true;
    private static final boolean CUT = true;

    static Stream<Arguments> verdicts() {
        return Stream.of(
                row("right output", DONE, 10, !OOM, !CUT, ACCEPTED, Verdict.ACCEPTED),
                row("wrong output", DONE, 10, !OOM, !CUT, REJECTED, WRONG_ANSWER),
                row("exactly the limit", DONE, 1000, !OOM, !CUT, ACCEPTED, Verdict.ACCEPTED),
                row("just too slow", DONE, 1001, !OOM, !CUT, ACCEPTED, TIME_LIMIT_EXCEEDED),
                row("too slow and wrong", DONE, 1400, !OOM, !CUT, REJECTED, TIME_LIMIT_EXCEEDED),
                row("slow crash", new Exited(1), 1400, !OOM, !CUT, REJECTED, TIME_LIMIT_EXCEEDED),
                row("slow flood", DONE, 1400, !OOM, CUT, REJECTED, TIME_LIMIT_EXCEEDED),
                row("slow hog", DONE, 1400, OOM, !CUT, REJECTED, TIME_LIMIT_EXCEEDED),
                row("killed for CPU", over(Limit.CPU_TIME), 1500, TIME_LIMIT_EXCEEDED),
                row("right output, then hangs", over(Limit.WALL_TIME), 5, TIME_LIMIT_EXCEEDED),
                row("CPU limit, figure too low", over(Limit.CPU_TIME), 1, TIME_LIMIT_EXCEEDED),
                row("killed for memory", over(Limit.MEMORY), 10, MEMORY_LIMIT_EXCEEDED),
                row("OOM of a child", DONE, 10, OOM, !CUT, ACCEPTED, MEMORY_LIMIT_EXCEEDED),
                row(
                        "OOM as a signal",
                        signal("SIGKILL"),
                        10,
                        OOM,
                        !CUT,
                        REJECTED,
                        MEMORY_LIMIT_EXCEEDED),
                row(
                        "OOM as an exit code",
                        new Exited(1),
                        10,
                        OOM,
                        !CUT,
                        REJECTED,
                        MEMORY_LIMIT_EXCEEDED),
                row(
                        "right output, then exit 1",
                        new Exited(1),
                        10,
                        !OOM,
                        !CUT,
                        ACCEPTED,
                        RUN_TIME_ERROR),
                row("segmentation fault", signal("SIGSEGV"), 10, RUN_TIME_ERROR),
                row("forbidden system call", new Denied(), 10, RUN_TIME_ERROR),
                row("nothing to run", new CouldNotStart("no such file"), 10, RUN_TIME_ERROR),
                row("file too large", over(Limit.FILE_SIZE), 10, RUN_TIME_ERROR),
                row("crash after a flood", new Exited(1), 10, !OOM, CUT, REJECTED, RUN_TIME_ERROR),
                row(
                        "right output, then a flood",
                        DONE,
                        10,
                        !OOM,
                        CUT,
                        ACCEPTED,
                        OUTPUT_LIMIT_EXCEEDED),
                row("killed for output", over(Limit.OUTPUT), 10, OUTPUT_LIMIT_EXCEEDED),
                row("validator fails", DONE, 10, !OOM, !CUT, FAILED, JUDGE_ERROR),
                row(
                        "validator fails on a slow one",
                        over(Limit.CPU_TIME),
                        1500,
                        !OOM,
                        !CUT,
                        FAILED,
                        JUDGE_ERROR),
                row("sandbox fails", new SandboxFailure("x"), 10, JUDGE_ERROR),
                row("cancelled by us", new Cancelled(), 10, JUDGE_ERROR));
    }

    @ParameterizedTest(name = "{0}: {6}")
    @MethodSource("verdicts")
    void theFirstReasonInOrderDecides(
            String name,
            Outcome outcome,
            int cpuTimeMs,
            boolean memoryLimitHit,
            boolean outputTruncated,
            Validation validation,
            Verdict verdict) {
        var end =
                new TestEnd(
                        outcome,
                        Duration.ofMillis(cpuTimeMs),
                        LIMIT,
                        memoryLimitHit,
                        outputTruncated,
                        validation);
        assertThat(end.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"899,false", "900,true", "1000,true", "1100,true", "1101,false", "0,false"})
    void aTenthAroundTheLimitIsClose(int cpuTimeMs, boolean close) {
        var end = new TestEnd(DONE, Duration.ofMillis(cpuTimeMs), LIMIT, false, false, REJECTED);
        assertThat(end.isCloseToTheTimeLimit()).isEqualTo(close);
    }

    private static Outcome over(Limit limit) {
        return new LimitExceeded(limit);
    }

    private static Outcome signal(String name) {
        return new Signalled(name);
    }

    private static Arguments row(String name, Outcome outcome, int cpuTimeMs, Verdict verdict) {
        return row(name, outcome, cpuTimeMs, !OOM, !CUT, REJECTED, verdict);
    }

    private static Arguments row(
            String name,
            Outcome outcome,
            int cpuTimeMs,
            boolean memoryLimitHit,
            boolean outputTruncated,
            Validation validation,
            Verdict verdict) {
        return arguments(
                name, outcome, cpuTimeMs, memoryLimitHit, outputTruncated, validation, verdict);
    }
}
