package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.nsjail.Report.End;
import dev.sandlot.sandbox.nsjail.Report.KilledFor;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomesTest {

    private static final long LITTLE_CPU = 10;
    private static final long ALL_CPU = 2_000;
    private static final String INCIDENT = "0badcafe";

    @ParameterizedTest(name = "{0}, {1} {2}, {3} ms of CPU, {4} OOM kills: {5}")
    @MethodSource
    void outcomeOf(
            KilledFor killedFor, End end, int code, long cpuMs, long oomKills, Outcome expected) {
        Report report =
                new Report(
                        killedFor,
                        end,
                        code,
                        Duration.ofMillis(cpuMs),
                        Duration.ofMillis(20),
                        MemorySize.ofMib(1),
                        oomKills,
                        0,
                        false,
                        false,
                        false);

        assertThat(Outcomes.of(report, Jobs.LIMITS, "./main", INCIDENT)).isEqualTo(expected);
    }

    static Stream<Arguments> outcomeOf() {
        Outcome ours = new Outcome.SandboxFailure(INCIDENT);
        return Stream.of(
                arguments(KilledFor.NOTHING, End.EXITED, 0, LITTLE_CPU, 0, exited(0)),
                arguments(KilledFor.NOTHING, End.EXITED, 255, LITTLE_CPU, 0, exited(255)),
                arguments(KilledFor.NOTHING, End.EXITED, 137, ALL_CPU, 0, exited(137)),
                arguments(KilledFor.NOTHING, End.EXITED, 7, LITTLE_CPU, 1, exited(7)),
                arguments(KilledFor.NOTHING, End.SIGNALLED, 6, LITTLE_CPU, 0, died("SIGABRT")),
                arguments(KilledFor.NOTHING, End.SIGNALLED, 11, LITTLE_CPU, 1, died("SIGSEGV")),
                arguments(KilledFor.NOTHING, End.SIGNALLED, 9, LITTLE_CPU, 0, died("SIGKILL")),
                arguments(KilledFor.NOTHING, End.SIGNALLED, 35, LITTLE_CPU, 0, died("SIGRTMIN+1")),
                arguments(KilledFor.NOTHING, End.SIGNALLED, 9, LITTLE_CPU, 1, over(Limit.MEMORY)),
                arguments(KilledFor.NOTHING, End.SIGNALLED, 9, ALL_CPU, 1, over(Limit.MEMORY)),
                arguments(KilledFor.NOTHING, End.SIGNALLED, 9, ALL_CPU, 0, over(Limit.CPU_TIME)),
                arguments(KilledFor.NOTHING, End.SIGNALLED, 24, 0, 0, over(Limit.CPU_TIME)),
                arguments(KilledFor.NOTHING, End.SIGNALLED, 25, 0, 0, over(Limit.FILE_SIZE)),
                arguments(KilledFor.NOTHING, End.SIGNALLED, 31, 0, 0, new Outcome.Denied()),
                arguments(KilledFor.NOTHING, End.UNKNOWN, 0, 0, 1, over(Limit.MEMORY)),
                arguments(KilledFor.NOTHING, End.UNKNOWN, 0, 0, 0, ours),
                arguments(KilledFor.CPU_TIME, End.SIGNALLED, 9, ALL_CPU, 0, over(Limit.CPU_TIME)),
                arguments(KilledFor.CPU_TIME, End.UNKNOWN, 0, ALL_CPU, 0, over(Limit.CPU_TIME)),
                arguments(KilledFor.WALL_TIME, End.SIGNALLED, 9, 0, 0, over(Limit.WALL_TIME)),
                arguments(KilledFor.WALL_TIME, End.SIGNALLED, 9, 0, 1, over(Limit.WALL_TIME)),
                arguments(KilledFor.OUTPUT, End.SIGNALLED, 9, ALL_CPU, 0, over(Limit.OUTPUT)),
                arguments(KilledFor.OUTPUT, End.SIGNALLED, 9, 0, 3, over(Limit.OUTPUT)),
                arguments(KilledFor.CANCELLED, End.SIGNALLED, 9, 0, 0, new Outcome.Cancelled()),
                arguments(KilledFor.CANCELLED, End.UNKNOWN, 0, 0, 0, new Outcome.Cancelled()),
                arguments(KilledFor.SLOW_SETUP, End.UNKNOWN, 0, 0, 0, ours),
                arguments(KilledFor.SLOW_TEARDOWN, End.EXITED, 0, 0, 0, ours));
    }

    @ParameterizedTest
    @EnumSource(StartFailure.class)
    void aFailedStartIsToldInASentence(StartFailure failure) {
        assertThat(StartFailures.sentence("./main", failure.errno)).isEqualTo(failure.sentence);
    }

    enum StartFailure {
        ENOENT(
                2,
                "There is no program ./main, or the interpreter that its first line names is"
                        + " missing."),
        EACCES(13, "./main is not executable."),
        ENOEXEC(8, "./main is not a program that can run here."),
        E2BIG(7, "The arguments and environment variables together are too long."),
        ENOMEM(12, "./main could not start within its memory limit."),
        UNHEARD_OF(99, "./main could not be started (error 99).");

        private final int errno;
        private final String sentence;

        StartFailure(int errno, String sentence) {
            this.errno = errno;
            this.sentence = sentence;
        }
    }

    private static Outcome exited(int code) {
        return new Outcome.Exited(code);
    }

    private static Outcome died(String signal) {
        return new Outcome.Signalled(signal);
    }

    private static Outcome over(Limit limit) {
        return new Outcome.LimitExceeded(limit);
    }
}
