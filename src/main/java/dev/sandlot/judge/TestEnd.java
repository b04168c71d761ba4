package dev.sandlot.judge;

import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Outcome;
import java.time.Duration;

/// How one test case ended: everything that decides its verdict.
///
/// @param timeLimit the limit itself; the sandbox kills somewhat later
/// @param memoryLimitHit whether the kernel killed a process for memory
/// @param outputTruncated whether standard output was cut
record TestEnd(
        Outcome outcome,
        Duration cpuTime,
        Duration timeLimit,
        boolean memoryLimitHit,
        boolean outputTruncated,
        Validation validation) {

    static TestEnd of(JobResult result, Duration timeLimit, Validation validation) {
        return new TestEnd(
                result.outcome(),
                result.cpuTime(),
                timeLimit,
                result.memoryLimitHit(),
                result.outputTruncated(),
                validation);
    }

    /// The order is that of the judges in the field: our own failures first, then time, which beats
    /// a crash, then memory, a crash, too much output, and last what was printed.
    Verdict verdict() {
        if (validation == Validation.FAILED || isOurs(outcome)) {
            return Verdict.JUDGE_ERROR;
        }
        if (timeIsUp()) {
            return Verdict.TIME_LIMIT_EXCEEDED;
        }
        if (memoryLimitHit || isOver(Limit.MEMORY)) {
            return Verdict.MEMORY_LIMIT_EXCEEDED;
        }
        if (crashed()) {
            return Verdict.RUN_TIME_ERROR;
        }
        if (outputTruncated || isOver(Limit.OUTPUT)) {
            return Verdict.OUTPUT_LIMIT_EXCEEDED;
        }
        return validation == Validation.ACCEPTED ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER;
    }

    /// So close to the limit that a busy machine may have made the difference.
    boolean isCloseToTheTimeLimit() {
        return cpuTime.minus(timeLimit).abs().compareTo(timeLimit.dividedBy(10)) <= 0;
    }

    /// Ends that no program causes.
    static boolean isOurs(Outcome outcome) {
        return outcome instanceof Outcome.SandboxFailure || outcome instanceof Outcome.Cancelled;
    }

    private boolean timeIsUp() {
        return isOver(Limit.CPU_TIME)
                || isOver(Limit.WALL_TIME)
                || cpuTime.compareTo(timeLimit) > 0;
    }

    private boolean crashed() {
        return switch (outcome) {
            case Outcome.Exited(int code) -> code != 0;
            case Outcome.Signalled _, Outcome.Denied _, Outcome.CouldNotStart _ -> true;
            case Outcome.LimitExceeded(Limit limit) -> limit == Limit.FILE_SIZE;
            case Outcome.Cancelled _, Outcome.SandboxFailure _ -> false;
        };
    }

    private boolean isOver(Limit limit) {
        return outcome instanceof Outcome.LimitExceeded(Limit exceeded) && exceeded == limit;
    }
}
