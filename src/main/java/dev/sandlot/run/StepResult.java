package dev.sandlot.run;

import dev.sandlot.language.Diagnostic;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import java.time.Duration;
import java.util.List;

/// How one step ended, what it printed and what it used.
///
/// @param stdout the bytes as they came, up to the limit
/// @param cached whether this compile step was done earlier; the figures are those of then
/// @param diagnostics of a compile step, or of the runtime of a program that failed
/// @param files those that the caller asked for
/// @param filesTruncated whether some of them were left out because of their size or number
public record StepResult(
        Outcome outcome,
        byte[] stdout,
        byte[] stderr,
        boolean stdoutTruncated,
        boolean stderrTruncated,
        Duration cpuTime,
        Duration wallTime,
        MemorySize peakMemory,
        boolean processLimitHit,
        boolean memoryLimitHit,
        boolean cached,
        List<Diagnostic> diagnostics,
        List<JailFile> files,
        boolean filesTruncated,
        Limits limits) {

    public boolean succeeded() {
        return outcome instanceof Outcome.Exited(int code) && code == 0;
    }

    StepResult withOutcome(Outcome other) {
        return new StepResult(
                other,
                stdout,
                stderr,
                stdoutTruncated,
                stderrTruncated,
                cpuTime,
                wallTime,
                peakMemory,
                processLimitHit,
                memoryLimitHit,
                cached,
                diagnostics,
                files,
                filesTruncated,
                limits);
    }

    public StepResult withFiles(List<JailFile> others, boolean truncated) {
        return new StepResult(
                outcome,
                stdout,
                stderr,
                stdoutTruncated,
                stderrTruncated,
                cpuTime,
                wallTime,
                peakMemory,
                processLimitHit,
                memoryLimitHit,
                cached,
                diagnostics,
                others,
                truncated,
                limits);
    }

    StepResult withDiagnostics(List<Diagnostic> found) {
        return new StepResult(
                outcome,
                stdout,
                stderr,
                stdoutTruncated,
                stderrTruncated,
                cpuTime,
                wallTime,
                peakMemory,
                processLimitHit,
                memoryLimitHit,
                cached,
                found,
                files,
                filesTruncated,
                limits);
    }

    /// Stopped while it printed, as by its output limit.
    StepResult cut() {
        return new StepResult(
                new Outcome.LimitExceeded(Limit.OUTPUT),
                stdout,
                stderr,
                true,
                true,
                cpuTime,
                wallTime,
                peakMemory,
                processLimitHit,
                memoryLimitHit,
                cached,
                diagnostics,
                files,
                filesTruncated,
                limits);
    }

    /// A step whose program was never started.
    static StepResult notStarted(Outcome outcome, Limits limits) {
        return new StepResult(
                outcome,
                new byte[0],
                new byte[0],
                false,
                false,
                Duration.ZERO,
                Duration.ZERO,
                new MemorySize(0),
                false,
                false,
                false,
                List.of(),
                List.of(),
                false,
                limits);
    }
}
