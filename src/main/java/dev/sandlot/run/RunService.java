package dev.sandlot.run;

import dev.sandlot.language.Language;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Compiles once, runs many times.
public interface RunService {

    /// Starts a run and returns at once.
    ///
    /// @throws InvalidInputException when a file, argument or variable can't be taken, and why
    /// @throws SandboxBusyException when the queue is full
    /// @throws SandboxUnavailableException when no run is accepted
    Run start(RunRequest request, RunListener listener);

    /// For the judge: the compile step alone (none for a language without one), through the same
    /// cache.
    CompletableFuture<Compilation> compile(
            Language language, List<SourceFile> files, String client);

    /// For the judge: one run step of a compiled program, with nothing of its output kept by the
    /// run.
    CompletableFuture<JobResult> execute(
            Program program,
            byte[] stdin,
            dev.sandlot.sandbox.Limits limits,
            dev.sandlot.sandbox.JobListener listener,
            String client);
}
