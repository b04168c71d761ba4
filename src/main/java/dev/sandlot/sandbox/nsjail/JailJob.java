package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Stream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One job from its place in the queue to its result.
final class JailJob implements Execution {

    private static final Logger log = LoggerFactory.getLogger(JailJob.class);
    private static final int MAX_ATTEMPTS = 2;

    private final Job job;
    private final JobListener listener;
    private final Pool pool;
    private Input input;
    private final CompletableFuture<JobResult> result = new CompletableFuture<>();
    private volatile @Nullable Connection connection;
    private volatile Standing standing = Standing.BACKGROUND;
    private volatile @Nullable Duration worked;
    private volatile boolean rough;
    private volatile boolean cancelled;
    private volatile boolean listenerBroken;
    private int attempts;
    private final long arrived = System.nanoTime();
    private volatile long given;

    /// How long it had its slot when it became its client's.
    private volatile Duration before = Duration.ZERO;

    JailJob(Job job, JobListener listener, Pool pool) {
        this.job = job;
        this.listener = listener;
        this.pool = pool;
        this.input = new Input(job.stdin(), job.stdinOpen());
    }

    Job job() {
        return job;
    }

    synchronized Input input() {
        return input;
    }

    Standing standing() {
        return standing;
    }

    void stand(Standing standing) {
        this.standing = standing;
    }

    boolean cancelled() {
        return cancelled;
    }

    /// The slot that has the job or had it last; none while it waits.
    @Nullable Integer slot() {
        Connection given = connection;
        return given == null ? null : given.slot();
    }

    /// Whether no slot has had it yet.
    synchronized boolean waitsFirstTime() {
        return attempts == 0;
    }

    synchronized void givenTo(Connection connection) {
        this.connection = connection;
        attempts++;
        given = System.nanoTime();
        pool.waited(Duration.ofNanos(given - arrived));
    }

    /// Whether another jail may take the job, which no jail has started. Its input then starts
    /// over.
    synchronized boolean mayTryAgain() {
        if (attempts >= MAX_ATTEMPTS || cancelled) {
            return false;
        }
        Input again = input.fromTheStart();
        if (again == null) {
            return false;
        }
        input = again;
        return true;
    }

    @Override
    public boolean type(byte[] bytes) {
        boolean accepted;
        synchronized (this) {
            accepted = !result.isDone() && input.offer(bytes);
        }
        if (accepted) {
            nudge();
        }
        return accepted;
    }

    @Override
    public void endInput() {
        synchronized (this) {
            input.close();
        }
        nudge();
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (pool.withdraw(this)) {
            complete(unused(new Outcome.Cancelled()));
        } else {
            nudge();
        }
    }

    @Override
    public boolean passTo(String client) {
        Connection held = connection;
        if (held == null || result.isDone() || !pool.passTo(held, this, client)) {
            return false;
        }
        before = Duration.ofNanos(System.nanoTime() - given);
        return true;
    }

    @Override
    public CompletableFuture<JobResult> result() {
        return result.copy();
    }

    void started() {
        pool.started(Duration.ofNanos(System.nanoTime() - given));
        tell(listener::started);
    }

    void output(Stream stream, byte[] bytes, Duration at) {
        tell(() -> listener.output(stream, bytes, at));
    }

    /// What its client is known for from now on: how long the program ran, or might have run if it
    /// had to be stopped; null before its end.
    @Nullable Duration worked() {
        return worked;
    }

    /// Whether its program used up what it was given, other than by waiting.
    boolean rough() {
        return rough;
    }

    /// Completes the result on a thread of its own: what depends on it may take its time.
    void complete(JobResult jobResult) {
        if (jobResult.outcome() instanceof Outcome.LimitExceeded(Limit limit)) {
            worked = jobResult.limits().wallTime();
            rough = limit != Limit.WALL_TIME || isBusy(jobResult);
        } else {
            worked = Collections.max(List.of(Duration.ZERO, jobResult.wallTime().minus(before)));
        }
        Thread.startVirtualThread(() -> result.complete(jobResult));
    }

    private static boolean isBusy(JobResult jobResult) {
        return jobResult.cpuTime().multipliedBy(10).compareTo(jobResult.wallTime()) > 0;
    }

    void fail(String incident) {
        complete(unused(new Outcome.SandboxFailure(incident)));
    }

    /// A result of a job that used nothing, as far as is known.
    JobResult unused(Outcome outcome) {
        Limits limits = job.limits().clampTo(pool.maximum());
        return new JobResult(
                outcome,
                Duration.ZERO,
                Duration.ZERO,
                new MemorySize(0),
                false,
                false,
                false,
                false,
                List.of(),
                false,
                limits);
    }

    private void nudge() {
        Connection given = connection;
        if (given != null) {
            given.sendSoon(this);
        }
    }

    private void tell(Runnable news) {
        if (listenerBroken) {
            return;
        }
        try {
            news.run();
        } catch (RuntimeException e) {
            listenerBroken = true;
            log.error("A listener of a job failed and hears no more", e);
        }
    }
}
