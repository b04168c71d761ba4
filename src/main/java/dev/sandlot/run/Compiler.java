package dev.sandlot.run;

import dev.sandlot.run.CompileFlight.Ticket;
import dev.sandlot.run.RunMetrics.Source;
import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Compiles a program unless that has been done or is being done already.
@Component
class Compiler {

    private final Sandbox sandbox;
    private final CompileCache cache;
    private final CompileCacheProperties properties;
    private final WaitingCompilers waiting;
    private final RunMetrics metrics;
    private final Executor afterwards = Thread::startVirtualThread;
    private final Map<CompileKey, CompileFlight> flights = new HashMap<>();

    Compiler(
            Sandbox sandbox,
            CompileCache cache,
            CompileCacheProperties properties,
            WaitingCompilers waiting,
            RunMetrics metrics) {
        this.sandbox = sandbox;
        this.waiting = waiting;
        this.cache = cache;
        this.properties = properties;
        this.metrics = metrics;
        metrics.watch(cache);
    }

    /// Starts the compile step and returns at once; a cached one is done by then, and its output
    /// has been told.
    ///
    /// @param beforeReading hears the size of a cached program before it is in memory, and may
    ///   refuse
    /// @throws SandboxBusyException when the queue is full
    /// @throws SandboxUnavailableException when no job is accepted
    Ticket start(CompileRequest request, JobListener listener, LongConsumer beforeReading) {
        CompileKey key = CompileKey.of(request);
        beforeReading.accept(cache.size(key));
        Optional<Compiled> cached = cache.find(key);
        if (cached.isPresent()) {
            metrics.compiled(Source.HIT);
            return fromCache(cached.get(), request, listener);
        }
        return fly(key, request, listener);
    }

    private static Ticket fromCache(Compiled cached, CompileRequest request, JobListener listener) {
        Compiled compiled = cached.fromCache(request.limits(), request.step().diagnostics());
        Recording.replay(listener, compiled.step());
        return Ticket.done(compiled);
    }

    private synchronized Ticket fly(CompileKey key, CompileRequest request, JobListener listener) {
        CompileFlight flight = flights.get(key);
        if (flight != null && !flight.abandoned()) {
            metrics.compiled(Source.JOINED);
            return flight.board(listener);
        }
        metrics.compiled(Source.MISS);
        CompileFlight started = new CompileFlight(request.limits());
        Ticket ticket = started.board(listener);
        Execution execution =
                SecondTry.start(
                        sandbox,
                        request.job(properties.maxArtifact()),
                        started,
                        news -> waiting.take(request, news));
        waiting.giveWay();
        started.takeOff(execution);
        flights.put(key, started);
        execution
                .result()
                .thenAcceptAsync(job -> land(key, request, started, job), afterwards)
                .exceptionally(e -> crash(key, request, started, e));
        return ticket;
    }

    /// A mistake of ours ends the compile step too.
    private @Nullable Void crash(
            CompileKey key, CompileRequest request, CompileFlight flight, Throwable cause) {
        remove(key, flight);
        Outcome failure = Incidents.report("a compile step could not be finished", cause);
        flight.land(new Compiled(StepResult.notStarted(failure, request.limits()), List.of()));
        return null;
    }

    private void land(CompileKey key, CompileRequest request, CompileFlight flight, JobResult job) {
        Compiled compiled = compiled(flight.recording().result(job), job);
        if (cacheable(compiled.step())) {
            cache.put(key, compiled);
        }
        remove(key, flight);
        flight.land(compiled.withDiagnostics(request.step().diagnostics()));
        waiting.used(request.language());
    }

    private synchronized void remove(CompileKey key, CompileFlight flight) {
        flights.remove(key, flight);
    }

    private static Compiled compiled(StepResult step, JobResult job) {
        if (step.succeeded() && job.filesTruncated()) {
            return new Compiled(
                    step.withOutcome(new Outcome.LimitExceeded(Limit.FILE_SIZE)), List.of());
        }
        return new Compiled(step, step.succeeded() ? job.files() : List.of());
    }

    private static boolean cacheable(StepResult step) {
        return step.succeeded()
                && !step.stdoutTruncated()
                && !step.stderrTruncated()
                && !step.processLimitHit()
                && !step.memoryLimitHit();
    }
}
