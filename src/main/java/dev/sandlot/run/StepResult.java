package dev.sandlot.run;

import dev.sandlot.language.Diagnostic;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import java.time.Duration;
import java.util.List;

/// How one step ended, what it printed and what it used.
///
/// @param stdout the bytes as they came, up to the limit
/// @param cached whether this compile step was done earlier; the figures are those of then
/// @param diagnostics of a compile step
/// @param files those that the caller asked for
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
        Limits limits) {

    public boolean succeeded() {
        return outcome instanceof Outcome.Exited(int code) && code == 0;
    }
}
