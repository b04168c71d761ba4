package dev.sandlot.run;

import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import dev.sandlot.sandbox.Stream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A job that is tried once more, in another slot, when the sandbox failed before anyone saw or
/// typed anything.
final class SecondTry implements Execution, JobListener {

    private static final Logger log = LoggerFactory.getLogger(SecondTry.class);

    private final Sandbox sandbox;
    private final Job job;
    private final JobListener listener;
    private final CompletableFuture<JobResult> result = new CompletableFuture<>();
    private volatile Execution current;
    private volatile boolean touched;
    private volatile boolean cancelled;

    private SecondTry(
            Sandbox sandbox,
            Job job,
            JobListener listener,
            Function<JobListener, Optional<Execution>> prepared) {
        this.sandbox = sandbox;
        this.job = job;
        this.listener = listener;
        this.current = prepared.apply(this).orElseGet(() -> sandbox.start(job, this));
    }

    /// @throws SandboxBusyException when the queue is full
    /// @throws SandboxUnavailableException when no job is accepted
    static Execution start(Sandbox sandbox, Job job, JobListener listener) {
        return start(sandbox, job, listener, _ -> Optional.empty());
    }

    /// @param prepared has the job done by what was started earlier, if there is such a thing
    /// @throws SandboxBusyException when the queue is full
    /// @throws SandboxUnavailableException when no job is accepted
    static Execution start(
            Sandbox sandbox,
            Job job,
            JobListener listener,
            Function<JobListener, Optional<Execution>> prepared) {
        SecondTry execution = new SecondTry(sandbox, job, listener, prepared);
        execution.current.result().thenAccept(execution::firstEnded);
        return execution;
    }

    private void firstEnded(JobResult first) {
        if (touched || cancelled || !(first.outcome() instanceof Outcome.SandboxFailure)) {
            result.complete(first);
            return;
        }
        log.warn("The sandbox failed, trying once more: {}", first.outcome());
        try {
            current = sandbox.start(job, this);
        } catch (SandboxBusyException | SandboxUnavailableException e) {
            result.complete(first);
            return;
        }
        if (cancelled) {
            current.cancel();
        }
        current.result().thenAccept(result::complete);
    }

    @Override
    public void started() {
        listener.started();
    }

    @Override
    public void output(Stream stream, byte[] bytes, Duration at) {
        touched = true;
        listener.output(stream, bytes, at);
    }

    @Override
    public boolean type(byte[] bytes) {
        touched = true;
        return current.type(bytes);
    }

    @Override
    public void endInput() {
        touched = true;
        current.endInput();
    }

    @Override
    public boolean passTo(String client) {
        return current.passTo(client);
    }

    @Override
    public void cancel() {
        cancelled = true;
        current.cancel();
    }

    @Override
    public CompletableFuture<JobResult> result() {
        return result;
    }
}
