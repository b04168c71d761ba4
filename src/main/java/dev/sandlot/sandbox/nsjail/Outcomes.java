package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Outcome;

/// Turns a report into an outcome. The order of the questions matters: a program that was killed
/// for its output is not one that died of a signal.
final class Outcomes {

    private static final int SIGKILL = 9;
    private static final int SIGXCPU = 24;
    private static final int SIGXFSZ = 25;
    private static final int SIGSYS = 31;

    private Outcomes() {}

    /// @param program the first word of the command, for the sentence of a failed start
    /// @param incident the id to use when the sandbox itself failed
    static Outcome of(Report report, Limits limits, String program, String incident) {
        return switch (report.killedFor()) {
            case SLOW_SETUP, SLOW_TEARDOWN -> new Outcome.SandboxFailure(incident);
            case OUTPUT -> new Outcome.LimitExceeded(Limit.OUTPUT);
            case WALL_TIME -> new Outcome.LimitExceeded(Limit.WALL_TIME);
            case CPU_TIME -> new Outcome.LimitExceeded(Limit.CPU_TIME);
            case CANCELLED -> new Outcome.Cancelled();
            case NOTHING -> endedByItself(report, limits, program, incident);
        };
    }

    private static Outcome endedByItself(
            Report report, Limits limits, String program, String incident) {
        return switch (report.end()) {
            case UNKNOWN ->
                    report.oomKills() > 0
                            ? new Outcome.LimitExceeded(Limit.MEMORY)
                            : new Outcome.SandboxFailure(incident);
            case SIGNALLED -> signalled(report, limits);
            case EXITED -> new Outcome.Exited(report.code());
            case COULD_NOT_START ->
                    new Outcome.CouldNotStart(StartFailures.sentence(program, report.code()));
        };
    }

    private static Outcome signalled(Report report, Limits limits) {
        if (report.code() == SIGKILL && report.oomKills() > 0) {
            return new Outcome.LimitExceeded(Limit.MEMORY);
        }
        if (report.code() == SIGKILL && report.cpuTime().compareTo(limits.cpuTime()) >= 0) {
            return new Outcome.LimitExceeded(Limit.CPU_TIME);
        }
        return switch (report.code()) {
            case SIGXCPU -> new Outcome.LimitExceeded(Limit.CPU_TIME);
            case SIGXFSZ -> new Outcome.LimitExceeded(Limit.FILE_SIZE);
            case SIGSYS -> new Outcome.Denied();
            default -> new Outcome.Signalled(Signals.name(report.code()));
        };
    }
}
