package dev.sandlot.run;

import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Stream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One compile step under way for everyone who wants the same program: all hear its output, and it
/// is stopped when the last of them no longer wants it.
final class CompileFlight implements JobListener {

    private final Limits limits;
    private final Recording recording = new Recording(this::tellAll);
    private final List<JobListener> passengers = new ArrayList<>();
    private final CompletableFuture<Compiled> result = new CompletableFuture<>();
    private @Nullable Execution execution;
    private Duration lastOutput = Duration.ZERO;
    private boolean abandoned;

    /// @param limits those in force
    CompileFlight(Limits limits) {
        this.limits = limits;
    }

    /// One of those who wait.
    ///
    /// @param leave to be called at most once, when the result is no longer wanted
    record Ticket(CompletableFuture<Compiled> result, Runnable leave) {

        static Ticket done(Compiled compiled) {
            return new Ticket(CompletableFuture.completedFuture(compiled), () -> {});
        }
    }

    synchronized Ticket board(JobListener listener) {
        passengers.add(listener);
        recording.replay(listener, lastOutput);
        CompletableFuture<Compiled> own = result.copy();
        return new Ticket(own, () -> leave(listener, own));
    }

    /// Whether nobody waits for it any more, so that it must not be joined.
    synchronized boolean abandoned() {
        return abandoned;
    }

    synchronized void takeOff(Execution started) {
        execution = started;
        if (abandoned) {
            started.cancel();
        }
    }

    void land(Compiled compiled) {
        result.complete(compiled);
    }

    Recording recording() {
        return recording;
    }

    @Override
    public synchronized void output(Stream stream, byte[] bytes, Duration at) {
        lastOutput = at;
        recording.output(stream, bytes, at);
    }

    private void tellAll(Stream stream, byte[] bytes, Duration at) {
        passengers.forEach(passenger -> passenger.output(stream, bytes, at));
    }

    private synchronized void leave(JobListener listener, CompletableFuture<Compiled> own) {
        passengers.remove(listener);
        if (!passengers.isEmpty()) {
            own.complete(cancelled());
            return;
        }
        abandoned = true;
        if (execution != null) {
            execution.cancel();
        }
    }

    private Compiled cancelled() {
        return new Compiled(StepResult.notStarted(new Outcome.Cancelled(), limits), List.of());
    }
}
