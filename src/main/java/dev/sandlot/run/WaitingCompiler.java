package dev.sandlot.run;

import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.Stream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One compiler, started without a program in a jail of its own. It says `ready` and the processor
/// time that it took so far, in milliseconds; then it is given one program and ends with it.
///
/// Until then nothing of any user is in its jail. From then on what it prints is hostile like
/// everything else, and its limits are those of a compile step that begins there.
final class WaitingCompiler implements JobListener {

    /// What warming up may take of the processor, on top of the compile step's limit.
    static final Duration WARM_UP = Duration.ofSeconds(10);

    private static final int FIRST_LINE = 32;
    private static final Pattern READY = Pattern.compile("ready (\\d{1,6})\n");

    private final Language language;
    private final Limits limits;
    private final Execution execution;
    private final ByteArrayOutputStream firstLine = new ByteArrayOutputStream();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private long startedAt;
    private Duration usedBefore = Duration.ZERO;
    private Duration waited = Duration.ZERO;
    private @Nullable JobListener listener;
    private boolean gone;

    /// Asks for a slot and returns at once.
    ///
    /// @param limits of the compile steps that it is for
    WaitingCompiler(Sandbox sandbox, Language language, Limits limits, MemorySize maxArtifact) {
        this.language = language;
        this.limits = limits;
        Limits maximum = sandbox.maximum(Profile.COMPILE);
        Limits withWarmUp =
                new Limits(
                        limits.cpuTime().plus(WARM_UP),
                        maximum.wallTime(),
                        limits.memory(),
                        limits.output(),
                        limits.processes(),
                        limits.fileSize());
        Job job =
                new Job(
                        Profile.COMPILE,
                        language.root(),
                        language.waitingCommand(limits),
                        language.compileEnv(limits),
                        List.of(),
                        new byte[0],
                        true,
                        false,
                        withWarmUp,
                        new Collect(language.compile().orElseThrow().collect(), maxArtifact),
                        Job.NOBODY);
        execution = sandbox.start(job, this);
        execution.result().thenRun(this::leave);
    }

    Language language() {
        return language;
    }

    /// Whether it said that it is ready; false when it ended without.
    CompletableFuture<Boolean> ready() {
        return ready.copy();
    }

    boolean wasReady() {
        return ready.getNow(false);
    }

    /// Completes when its job has ended, whoever it was for.
    CompletableFuture<JobResult> result() {
        return execution.result();
    }

    /// Ends it unless it has been given a program.
    void leave() {
        synchronized (this) {
            if (listener != null || gone) {
                return;
            }
            gone = true;
        }
        ready.complete(false);
        execution.cancel();
    }

    /// Gives it this program, if it is ready and made for the like.
    Optional<Execution> take(CompileRequest request, JobListener news) {
        byte[] program = WaitingProgram.of(request);
        synchronized (this) {
            if (gone
                    || listener != null
                    || !wasReady()
                    || !request.limits().equals(limits)
                    || program.length > Execution.MAX_PENDING_INPUT.bytes()
                    || !execution.passTo(request.client())) {
                return Optional.empty();
            }
            waited = Duration.ofNanos(System.nanoTime() - startedAt);
            listener = news;
            if (!execution.type(program)) {
                return Optional.empty();
            }
        }
        news.started();
        execution.endInput();
        return Optional.of(new Compilation());
    }

    @Override
    public synchronized void started() {
        startedAt = System.nanoTime();
    }

    @Override
    public void output(Stream stream, byte[] bytes, Duration at) {
        JobListener now;
        synchronized (this) {
            now = listener;
            if (now == null) {
                hearBefore(stream, bytes);
                return;
            }
        }
        now.output(stream, bytes, sinceTaken(at));
    }

    private void hearBefore(Stream stream, byte[] bytes) {
        if (stream == Stream.STDERR || gone) {
            return;
        }
        firstLine.write(bytes, 0, Math.min(bytes.length, FIRST_LINE + 1));
        Matcher said = READY.matcher(firstLine.toString(StandardCharsets.US_ASCII));
        if (said.matches()) {
            usedBefore = Duration.ofMillis(Long.parseLong(said.group(1)));
            ready.completeAsync(() -> true);
        } else if (firstLine.size() > FIRST_LINE || ready.isDone()) {
            Thread.startVirtualThread(this::leave);
        }
    }

    private Duration sinceTaken(Duration time) {
        return time.compareTo(waited) > 0 ? time.minus(waited) : Duration.ZERO;
    }

    /// The compile step that it was given.
    private final class Compilation implements Execution {

        private final CompletableFuture<JobResult> result;
        private volatile boolean tooLong;

        private Compilation() {
            result = execution.result().thenApply(this::fromTheProgramOn);
            CompletableFuture.delayedExecutor(limits.wallTime().toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::stopForItsTime);
        }

        private void stopForItsTime() {
            if (!result.isDone()) {
                tooLong = true;
                execution.cancel();
            }
        }

        private JobResult fromTheProgramOn(JobResult job) {
            Duration cpuTime = job.cpuTime().minus(usedBefore);
            return new JobResult(
                    outcome(job.outcome(), cpuTime),
                    cpuTime.isNegative() ? Duration.ZERO : cpuTime,
                    sinceTaken(job.wallTime()),
                    job.peakMemory(),
                    job.outputTruncated(),
                    job.errorsTruncated(),
                    job.processLimitHit(),
                    job.memoryLimitHit(),
                    job.files(),
                    job.filesTruncated(),
                    limits);
        }

        private Outcome outcome(Outcome ofJob, Duration cpuTime) {
            if (tooLong && ofJob instanceof Outcome.Cancelled) {
                return new Outcome.LimitExceeded(Limit.WALL_TIME);
            }
            return ofJob instanceof Outcome.Exited && cpuTime.compareTo(limits.cpuTime()) > 0
                    ? new Outcome.LimitExceeded(Limit.CPU_TIME)
                    : ofJob;
        }

        @Override
        public boolean type(byte[] bytes) {
            return false;
        }

        @Override
        public void endInput() {}

        @Override
        public boolean passTo(String client) {
            return false;
        }

        @Override
        public void cancel() {
            execution.cancel();
        }

        @Override
        public CompletableFuture<JobResult> result() {
            return result;
        }
    }
}
