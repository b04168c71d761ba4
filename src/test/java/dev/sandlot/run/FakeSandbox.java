package dev.sandlot.run;

import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.Stream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A sandbox whose jobs do what the test says, when it says so.
final class FakeSandbox implements Sandbox {

    private final BlockingQueue<Started> started = new LinkedBlockingQueue<>();
    private volatile int refusals;
    private volatile int queued;

    /// The next job that is started, waiting for it if need be.
    Started next() throws InterruptedException {
        Started next = started.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("No job was started within 10 s");
        }
        return next;
    }

    boolean nothingStarted() {
        return started.isEmpty();
    }

    /// The next jobs are refused for a full queue.
    void refuse(int times) {
        refusals = times;
    }

    /// So many jobs wait for a slot.
    void queued(int jobs) {
        queued = jobs;
    }

    @Override
    public Execution start(Job job, JobListener listener) {
        if (refusals > 0) {
            refusals--;
            throw new SandboxBusyException("full", Duration.ofMillis(1));
        }
        Started execution = new Started(job, listener);
        started.add(execution);
        return execution;
    }

    @Override
    public Limits maximum(Profile profile) {
        return new Limits(
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                MemorySize.ofMib(1024),
                MemorySize.ofMib(1),
                128,
                MemorySize.ofMib(64));
    }

    @Override
    public Health health() {
        return new Health(true, "", 1, 0, queued, Map.of());
    }

    static final class Started implements Execution {

        private final Job job;
        private final JobListener listener;
        private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
        private final CompletableFuture<JobResult> result = new CompletableFuture<>();
        private boolean inputEnded;
        private @Nullable String passedTo;
        private boolean refusesClients;
        private boolean deaf;

        private Started(Job job, JobListener listener) {
            this.job = job;
            this.listener = listener;
        }

        Job job() {
            return job;
        }

        /// What is typed is refused.
        void hearsNothing() {
            deaf = true;
        }

        /// Whoever it is for must wait its turn.
        void refusesClients() {
            refusesClients = true;
        }

        Started begins() {
            listener.started();
            return this;
        }

        @Nullable String passedTo() {
            return passedTo;
        }

        String typed() {
            return typed.toString(StandardCharsets.UTF_8);
        }

        boolean inputEnded() {
            return inputEnded;
        }

        Started prints(Stream stream, String text) {
            listener.output(stream, text.getBytes(StandardCharsets.UTF_8), Duration.ofMillis(1));
            return this;
        }

        void ends(Outcome outcome, JailFile... files) {
            ends(outcome, false, files);
        }

        void ends(Outcome outcome, boolean outputTruncated, JailFile... files) {
            ends(outcome, outputTruncated, Duration.ofMillis(3), files);
        }

        void ends(Outcome outcome, boolean outputTruncated, Duration cpuTime, JailFile... files) {
            result.complete(
                    new JobResult(
                            outcome,
                            cpuTime,
                            Duration.ofMillis(4),
                            MemorySize.ofKib(5),
                            outputTruncated,
                            false,
                            false,
                            false,
                            List.of(files),
                            false,
                            job.limits()));
        }

        @Override
        public boolean type(byte[] bytes) {
            typed.writeBytes(bytes);
            return !deaf;
        }

        @Override
        public void endInput() {
            inputEnded = true;
        }

        @Override
        public boolean passTo(String client) {
            passedTo = client;
            return !refusesClients && !result.isDone();
        }

        @Override
        public void cancel() {
            ends(new Outcome.Cancelled());
        }

        @Override
        public CompletableFuture<JobResult> result() {
            return result;
        }
    }
}
