package dev.sandlot.run;

import dev.sandlot.run.CompileFlight.Ticket;
import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One run, from its compile step to its last output.
final class RunUnderWay implements Run {

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final RunRequest request;
    private final RunListener listener;
    private final Jails jails;
    private final Compiler compiler;
    private final RunProperties properties;
    private final KeptBytes.OfRun kept;
    private final Limits runLimits;
    private final TypedAhead typed;
    private final CompletableFuture<RunResult> result = new CompletableFuture<>();

    /// Stops what is under way. Guarded by this.
    private Runnable stop = () -> {};

    private boolean cancelled;
    private volatile boolean outputCut;

    RunUnderWay(
            RunRequest request,
            RunListener listener,
            Jails jails,
            Compiler compiler,
            RunProperties properties,
            KeptBytes.OfRun kept) {
        this.request = request;
        this.listener = listener;
        this.jails = jails;
        this.compiler = compiler;
        this.properties = properties;
        this.kept = kept;
        this.typed = new TypedAhead(request.interactive());
        this.runLimits =
                jails.inForce(request.runLimits(), request.language().run().limits(), Profile.RUN);
    }

    /// Starts the first step on the caller's thread, so that the caller hears of a full queue.
    ///
    /// @throws SandboxBusyException when the queue is full
    /// @throws SandboxUnavailableException when no job is accepted
    void begin() {
        if (request.language().compile().isEmpty()) {
            listener.step(Step.RUN);
            startRunStep(Optional.empty(), List.of());
            return;
        }
        listener.step(Step.COMPILE);
        Ticket ticket = compiler.start(compileRequest(), told(Step.COMPILE), kept::require);
        stopWith(ticket.leave());
        if (ticket.result().isDone()) {
            afterCompile(ticket.result().join(), this::startRunStep);
        } else {
            guard(ticket.result().thenAccept(this::goOn));
        }
    }

    private CompileRequest compileRequest() {
        Limits limits =
                jails.inForce(
                        request.compileLimits(),
                        request.language().compile().orElseThrow().limits(),
                        Profile.COMPILE);
        return new CompileRequest(
                request.language(), request.files(), request.options(), limits, request.client());
    }

    private void goOn(Compiled compiled) {
        // A program that nobody has room for must not wait for it in memory.
        boolean room = kept.keep(compiled.size());
        afterCompile(compiled, room ? this::startRunStepPatiently : this::endForWantOfRoom);
    }

    private void endForWantOfRoom(Optional<StepResult> compile, List<JailFile> made) {
        endWithout(compile, new Outcome.CouldNotStart(KeptBytes.NO_ROOM));
    }

    private interface NextStep {
        void start(Optional<StepResult> compile, List<JailFile> made);
    }

    private void afterCompile(Compiled compiled, NextStep next) {
        StepResult step = isCancelled() ? cancelled(compiled.step()) : compiled.step();
        listener.outcome(Step.COMPILE, step);
        if (step.succeeded()) {
            listener.step(Step.RUN);
            next.start(Optional.of(step), compiled.artifact());
        } else {
            end(new RunResult(Optional.of(step), Optional.empty(), Optional.empty()));
        }
    }

    /// A compile step that goes on for others has been stopped for this run all the same.
    private static StepResult cancelled(StepResult step) {
        return step.withOutcome(new Outcome.Cancelled());
    }

    private void startRunStep(Optional<StepResult> compile, List<JailFile> made) {
        Program program = Jails.program(request.language(), request.files(), made);
        Recording recording = new Recording(told(Step.RUN));
        NewFiles newFiles = new NewFiles(program.files(), properties.maxCollect());
        Execution execution =
                jails.run(program, situation(newFiles), asFarAsThereIsRoom(recording));
        takeOver(execution);
        guard(
                execution
                        .result()
                        .thenApply(recording::result)
                        .thenApply(step -> request.collectsNewFiles() ? newFiles.of(step) : step)
                        .thenApply(this::withFilesAsFarAsThereIsRoom)
                        .thenAccept(step -> afterRun(compile, cut(step))));
    }

    /// The run was admitted with its compile step: a queue that has filled since delays it only.
    private void startRunStepPatiently(Optional<StepResult> compile, List<JailFile> made) {
        tryRunStep(compile, made, System.nanoTime() + properties.maxQueueWait().toNanos());
    }

    private void tryRunStep(Optional<StepResult> compile, List<JailFile> made, long deadline) {
        if (isCancelled()) {
            endWithout(compile, new Outcome.Cancelled());
            return;
        }
        try {
            startRunStep(compile, made);
        } catch (SandboxBusyException e) {
            if (System.nanoTime() - deadline > 0) {
                endWithout(compile, failure(e));
            } else {
                CompletableFuture.delayedExecutor(pause(e).toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> tryRunStep(compile, made, deadline));
            }
        } catch (SandboxUnavailableException e) {
            endWithout(compile, failure(e));
        }
    }

    private static Duration pause(SandboxBusyException busy) {
        return busy.retryAfter().compareTo(LONGEST_PAUSE) < 0 ? busy.retryAfter() : LONGEST_PAUSE;
    }

    private static Outcome failure(Throwable e) {
        return Incidents.report("a run could not go on", e);
    }

    private void endWithout(Optional<StepResult> compile, Outcome outcome) {
        afterRun(compile, StepResult.notStarted(outcome, runLimits));
    }

    /// A mistake of ours ends the run too: its result never stays away.
    private void guard(CompletableFuture<Void> stage) {
        stage.exceptionally(e -> {
            StepResult run = StepResult.notStarted(failure(e), runLimits);
            end(new RunResult(Optional.empty(), Optional.of(run), Optional.empty()));
            return null;
        });
    }

    private Jails.Situation situation(NewFiles newFiles) {
        return new Jails.Situation(
                request.stdin(),
                request.interactive(),
                request.args(),
                request.env(),
                runLimits,
                collect(newFiles),
                request.client());
    }

    private Collect collect(NewFiles newFiles) {
        if (request.collectsNewFiles()) {
            return newFiles.wanted();
        }
        return request.collect().isEmpty()
                ? Collect.NOTHING
                : new Collect(request.collect(), properties.maxCollect());
    }

    /// Files for which no memory is left are left out.
    private StepResult withFilesAsFarAsThereIsRoom(StepResult step) {
        long bytes = step.files().stream().mapToLong(file -> file.content().length).sum();
        return kept.keep(bytes) ? step : step.withFiles(List.of(), true);
    }

    private void afterRun(Optional<StepResult> compile, StepResult ended) {
        var traceback = new Traceback(request.language(), request.files());
        StepResult run = ended.withDiagnostics(traceback.of(ended));
        listener.outcome(Step.RUN, run);
        end(new RunResult(compile, Optional.of(run), passed(run)));
    }

    /// A program that failed, or whose output was cut, has not passed whatever it printed.
    private Optional<Boolean> passed(StepResult run) {
        return request.expectedOutput()
                .map(expected ->
                        run.succeeded()
                                && !run.stdoutTruncated()
                                && Tokens.same(expected, run.stdout()));
    }

    private void end(RunResult outcome) {
        synchronized (this) {
            stop = () -> {};
        }
        typed.close();
        result.complete(outcome);
    }

    /// Output for which no memory is left ends the program, as output over its limit does.
    private JobListener asFarAsThereIsRoom(Recording recording) {
        return (stream, bytes, at) -> {
            if (!outputCut && kept.keep(bytes.length)) {
                recording.output(stream, bytes, at);
            } else if (!outputCut) {
                outputCut = true;
                stopStep();
            }
        };
    }

    private StepResult cut(StepResult step) {
        return outputCut ? step.cut() : step;
    }

    private JobListener told(Step step) {
        return (stream, bytes, at) -> listener.output(step, stream, bytes, at);
    }

    private void stopWith(Runnable how) {
        synchronized (this) {
            if (!cancelled) {
                stop = how;
                return;
            }
        }
        how.run();
    }

    private void takeOver(Execution execution) {
        stopWith(execution::cancel);
        typed.handTo(execution);
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void cancel() {
        synchronized (this) {
            cancelled = true;
        }
        stopStep();
    }

    /// On a thread of its own: a listener may call this while it hears of output.
    private void stopStep() {
        Runnable how;
        synchronized (this) {
            how = stop;
            stop = () -> {};
        }
        Thread.startVirtualThread(how);
    }

    @Override
    public void close() {
        if (!result.isDone()) {
            cancel();
        }
        kept.release();
    }

    @Override
    public boolean type(byte[] bytes) {
        return typed.type(bytes);
    }

    @Override
    public void endInput() {
        typed.end();
    }

    @Override
    public CompletableFuture<RunResult> result() {
        return result;
    }
}
