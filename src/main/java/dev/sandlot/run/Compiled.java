package dev.sandlot.run;

import dev.sandlot.language.Diagnostic;
import dev.sandlot.language.DiagnosticPattern;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A compile step that has ended; when it succeeded, with what it left for the run step.
record Compiled(StepResult step, List<JailFile> artifact) {

    boolean succeeded() {
        return step.succeeded();
    }

    /// What it left and printed, in bytes.
    long size() {
        return artifact.stream().mapToLong(file -> file.content().length).sum()
                + step.stdout().length
                + step.stderr().length;
    }

    /// The same, found in the cache by a request with these limits.
    Compiled fromCache(Limits limits, DiagnosticPattern pattern) {
        return new Compiled(copy(true, diagnostics(pattern), limits), artifact);
    }

    Compiled withDiagnostics(DiagnosticPattern pattern) {
        return new Compiled(copy(step.cached(), diagnostics(pattern), step.limits()), artifact);
    }

    /// Some compilers write their messages to standard output.
    private List<Diagnostic> diagnostics(DiagnosticPattern pattern) {
        if (step.stderr().length + step.stdout().length == 0) {
            return List.of();
        }
        String printed =
                new String(step.stderr(), StandardCharsets.UTF_8)
                        + "\n"
                        + new String(step.stdout(), StandardCharsets.UTF_8);
        return pattern.find(printed);
    }

    private StepResult copy(boolean cached, List<Diagnostic> diagnostics, Limits limits) {
        return new StepResult(
                step.outcome(),
                step.stdout(),
                step.stderr(),
                step.stdoutTruncated(),
                step.stderrTruncated(),
                step.cpuTime(),
                step.wallTime(),
                step.peakMemory(),
                step.processLimitHit(),
                step.memoryLimitHit(),
                cached,
                diagnostics,
                List.of(),
                false,
                limits);
    }
}
