package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.attack.GivenLimits;
import dev.sandlot.attack.HostileProgram;
import dev.sandlot.attack.TimeFactor;
import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a hostile program's folder and header promise about its result.
///
/// The folder is the outcome: `exited_<code>`, `signalled_<signal>`, `limit_<limit>`, `denied`,
/// `could_not_start`. A program in `exited_0` prints every attempt that got something, and last
/// `held`: alone on standard output it says that none did. An expectation is a flag
/// (`processLimitHit`, `!memoryLimitHit`) or a comparison (`cpu<=450ms`, `wall>=1s`, `peak>=30MiB`,
/// `stdoutBytes=65536`, `stdout=text`, `says=word`, `files=1`).
record Expectations(HostileProgram program, JobResult result, Heard heard) {

    private static final Path CGROUP_V2 = Path.of("/sys/fs/cgroup/cgroup.controllers");

    void check() {
        String seen = seen();
        assertThat(outcomesHere()).as(seen).contains(folderOf(result.outcome()));
        if (mustSayHeld()) {
            assertThat(heard.stdout().strip()).as(seen).isEqualTo("held");
        }
        for (String expectation : program.expectations()) {
            assertThat(holds(expectation)).as("%s in %s", expectation, seen).isTrue();
        }
    }

    /// Among many others a program may run out of time before whatever else was to end it.
    void checkOutcomeAmongMany() {
        List<String> outcomes = new ArrayList<>(outcomesHere());
        outcomes.addAll(List.of("limit_wall_time", "limit_cpu_time"));
        assertThat(outcomes).as(seen()).contains(folderOf(result.outcome()));
        if (mustSayHeld()) {
            assertThat(heard.stdout().strip()).as(seen()).isEqualTo("held");
        }
    }

    private List<String> outcomesHere() {
        List<String> outcomes = new ArrayList<>(program.outcomes());
        if (Files.exists(CGROUP_V2)) {
            outcomes.addAll(program.outcomesOnV2());
        }
        return outcomes;
    }

    /// Whether nothing is wrong but that a clock went further than it should.
    boolean isLate() {
        return gotNoProcessor()
                || program.expectations().stream()
                        .anyMatch(e -> isUpperBoundOfTime(e) && !holds(e));
    }

    /// Its wall time was over before its CPU time.
    private boolean gotNoProcessor() {
        return result.outcome().equals(new Outcome.LimitExceeded(Limit.WALL_TIME))
                && program.outcomes().contains("limit_cpu_time");
    }

    private static boolean isUpperBoundOfTime(String expectation) {
        return expectation.startsWith("cpu<=") || expectation.startsWith("wall<=");
    }

    private boolean mustSayHeld() {
        return result.outcome().equals(new Outcome.Exited(0))
                && !program.attacksTheCompiler()
                && program.expectations().stream().noneMatch(e -> e.startsWith("stdout"));
    }

    private String seen() {
        return "%s printed %s and %s"
                .formatted(result, start(heard.stdout()), start(heard.stderr()));
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), 2_000));
    }

    private static String folderOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exited(int code) -> "exited_" + code;
            case Outcome.Signalled(String signal) -> "signalled_" + signal.toLowerCase(Locale.ROOT);
            case Outcome.LimitExceeded(Limit limit) ->
                    "limit_" + limit.name().toLowerCase(Locale.ROOT);
            case Outcome.Denied() -> "denied";
            case Outcome.CouldNotStart _ -> "could_not_start";
            case Outcome.Cancelled() -> "cancelled";
            case Outcome.SandboxFailure _ -> "sandbox_failure";
        };
    }

    private boolean holds(String expectation) {
        if (expectation.startsWith("!")) {
            return !flag(expectation.substring(1));
        }
        for (String comparison : new String[] {"<=", ">=", "="}) {
            int at = expectation.indexOf(comparison);
            if (at > 0) {
                return compare(
                        expectation.substring(0, at),
                        comparison,
                        expectation.substring(at + comparison.length()));
            }
        }
        return flag(expectation);
    }

    private boolean flag(String name) {
        return switch (name) {
            case "processLimitHit" -> result.processLimitHit();
            case "memoryLimitHit" -> result.memoryLimitHit();
            case "outputTruncated" -> result.outputTruncated();
            case "errorsTruncated" -> result.errorsTruncated();
            case "filesTruncated" -> result.filesTruncated();
            default -> throw new IllegalArgumentException("Unknown expectation: " + name);
        };
    }

    private boolean compare(String what, String comparison, String value) {
        return switch (what) {
            case "stdout" -> heard.stdout().strip().equals(value);
            case "stderr" -> heard.stderr().strip().equals(value);
            case "says" -> (heard.stdout() + heard.stderr()).contains(value);
            case "cpu" -> time(comparison, result.cpuTime(), GivenLimits.duration(value));
            case "wall" -> time(comparison, result.wallTime(), GivenLimits.duration(value));
            case "peak" -> sign(comparison, result.peakMemory().compareTo(GivenLimits.size(value)));
            case "stdoutBytes" -> number(comparison, heard.stdoutBytes().length, value);
            case "stderrBytes" -> number(comparison, heard.stderrBytes().length, value);
            case "files" -> number(comparison, result.files().size(), value);
            default -> throw new IllegalArgumentException("Unknown expectation: " + what);
        };
    }

    private static boolean time(String comparison, Duration actual, Duration value) {
        Duration bound = comparison.equals("<=") ? TimeFactor.stretch(value) : value;
        return sign(comparison, actual.compareTo(bound));
    }

    private static boolean number(String comparison, long actual, String value) {
        return sign(comparison, Long.compare(actual, Long.parseLong(value)));
    }

    private static boolean sign(String comparison, int sign) {
        return switch (comparison) {
            case "<=" -> sign <= 0;
            case ">=" -> sign >= 0;
            default -> sign == 0;
        };
    }
}
