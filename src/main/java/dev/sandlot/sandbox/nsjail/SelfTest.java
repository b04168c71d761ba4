package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Stream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Attacks the jail of one root file system before anyone else does, and again every hour: no job
/// is accepted until every probe got what it must, and none any more when one did not.
///
/// While the gate is shut it is tried again. A test that could not be made (nothing installed, no
/// slot ready, a host too busy to finish a probe) keeps a shut gate shut; an open one is shut when
/// that happens several times in a row.
final class SelfTest {

    /// Who its jobs are from.
    static final String CLIENT = "self-test";

    private static final Logger log = LoggerFactory.getLogger(SelfTest.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AT_MOST = Duration.ofSeconds(90);
    private static final Outcome OUT_OF_TIME = new Outcome.LimitExceeded(Limit.WALL_TIME);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final int MOST_INCONCLUSIVE = 5;

    /// Then it takes its turn among those who wait: a host that is always busy is tested too.
    private static final Duration IDLE_SLOT = Duration.ofSeconds(30);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final GuardedRoot root;
    private final Background background;
    private final Duration every;
    private final CountDownLatch never = new CountDownLatch(1);
    private Duration pause = FIRST_PAUSE;
    private int inconclusive;

    SelfTest(GuardedRoot root, Background background) {
        this(root, background, EVERY);
    }

    /// @param every how long after a test that was passed the next begins
    SelfTest(GuardedRoot root, Background background, Duration every) {
        this.root = root;
        this.background = background;
        this.every = every;
    }

    void start() {
        background.run(this::attempt);
    }

    private void attempt() {
        long since = System.nanoTime();
        switch (run()) {
            case Result.Passed(int probes) -> {
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
                log.info(
                        "The jail of {} held against {} hostile programs in {} ms",
                        root.name(),
                        probes,
                        millis);
                passed();
                root.openGate();
            }
            case Result.Escaped escaped -> escaped(escaped);
            case Result.Inconclusive(String reason) -> {
                log.error(
                        "The jails of {} cannot be tested, again in {}: {}",
                        root.name(),
                        pause,
                        reason);
                root.shutGate("The sandbox is not ready: " + reason);
                later(this::attempt);
            }
        }
    }

    /// With the gate open: beside those who run programs.
    private void repeat() {
        switch (runOnIdleSlots()) {
            case Result.Passed(int probes) -> {
                log.info(
                        "The jail of {} still holds against {} hostile programs",
                        root.name(),
                        probes);
                passed();
            }
            case Result.Escaped escaped -> escaped(escaped);
            case Result.Inconclusive(String reason) -> inconclusive(reason);
        }
    }

    private void inconclusive(String reason) {
        inconclusive++;
        if (inconclusive < MOST_INCONCLUSIVE) {
            log.warn(
                    "The jails of {} cannot be tested again, once more in {}: {}",
                    root.name(),
                    pause,
                    reason);
            later(this::repeat);
        } else {
            log.error(
                    "The jails of {} cannot be tested again, no job is accepted: {}",
                    root.name(),
                    reason);
            root.shutGate("The sandbox could not be tested again: " + reason);
            later(this::attempt);
        }
    }

    private void passed() {
        pause = FIRST_PAUSE;
        inconclusive = 0;
        after(every, this::repeat);
    }

    private void escaped(Result.Escaped escaped) {
        String broken = String.join("; ", escaped.promises());
        log.error(
                "The jail of {} does not keep its promises, no job is accepted: {}",
                root.name(),
                broken);
        root.shutGate("The sandbox failed its self-test: it no longer " + broken + ".");
        after(every.compareTo(LONGEST_PAUSE) < 0 ? every : LONGEST_PAUSE, this::attempt);
    }

    private void later(Runnable test) {
        after(pause, test);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private void after(Duration delay, Runnable test) {
        background.after(delay, () -> background.run(test));
    }

    /// What the probes together came to.
    sealed interface Result {

        record Passed(int probes) implements Result {}

        record Escaped(List<String> promises) implements Result {}

        record Inconclusive(String reason) implements Result {}
    }

    /// All probes at once, on all slots.
    Result run() {
        return withProbes(this::attack);
    }

    /// One probe after the other, each on a slot that nobody waits for.
    Result runOnIdleSlots() {
        return withProbes(probes -> {
            List<String> broken = new ArrayList<>();
            for (Probe probe : probes) {
                awaitIdleSlot(probe.job().profile());
                if (attack(List.of(probe)) instanceof Result.Escaped(List<String> promises)) {
                    broken.addAll(promises);
                }
            }
            return result(probes, broken);
        });
    }

    private interface Attack {
        Result on(List<Probe> probes);
    }

    private Result withProbes(Attack attack) {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Canary canary = Canary.create()) {
            return attack.on(new SelfTestProbes(root).all(port.getLocalPort(), canary.path()));
        } catch (IOException e) {
            return new Result.Inconclusive("the self-test's canary failed: " + e.getMessage());
        } catch (CompletionException | NotTestable e) {
            String down = root.down();
            return new Result.Inconclusive(
                    down != null ? down : "the jails did not answer in time, see the log");
        }
    }

    private void awaitIdleSlot(Profile profile) {
        long since = System.nanoTime();
        try {
            while (!root.isIdle(profile) && System.nanoTime() - since < IDLE_SLOT.toNanos()) {
                boolean ended = never.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                assert !ended;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTestable(e);
        }
    }

    private Result attack(List<Probe> probes) {
        List<CompletableFuture<String>> failures = new ArrayList<>();
        for (Probe probe : probes) {
            failures.add(brokenPromise(probe));
        }
        CompletableFuture.allOf(failures.toArray(CompletableFuture[]::new))
                .orTimeout(AT_MOST.toSeconds(), TimeUnit.SECONDS)
                .join();
        List<String> broken =
                failures.stream()
                        .map(CompletableFuture::join)
                        .filter(promise -> !promise.isEmpty())
                        .toList();
        return result(probes, broken);
    }

    private static Result result(List<Probe> probes, List<String> broken) {
        return broken.isEmpty()
                ? new Result.Passed(probes.size())
                : new Result.Escaped(broken.stream().distinct().toList());
    }

    /// The promise if it was broken, otherwise an empty text; exceptionally if it wasn't tested.
    private CompletableFuture<String> brokenPromise(Probe probe) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        JobListener listener =
                (stream, bytes, _) -> {
                    if (stream == Stream.STDOUT) {
                        output.writeBytes(bytes);
                    }
                };
        return admit(probe, listener).thenApply(result -> judge(probe, result, output));
    }

    private CompletableFuture<JobResult> admit(Probe probe, JobListener listener) {
        try {
            return root.admit(probe.job(), listener).result();
        } catch (RuntimeException e) {
            throw new NotTestable(e);
        }
    }

    private static String judge(Probe probe, JobResult result, ByteArrayOutputStream output) {
        if (result.outcome() instanceof Outcome.SandboxFailure(String incident)) {
            throw new NotTestable(new IllegalStateException("incident " + incident));
        }
        String text = output.toString(StandardCharsets.UTF_8);
        if (probe.kept().test(new Probe.Observation(result, text))) {
            return "";
        }
        if (result.outcome().equals(OUT_OF_TIME)) {
            log.warn("Too slow to be tested: {}. {}", probe.promise(), result);
            throw new NotTestable(new IllegalStateException("out of time"));
        }
        log.error("Not kept: {}. {} printed \"{}\"", probe.promise(), result, text.strip());
        return probe.promise();
    }

    private static final class NotTestable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private NotTestable(Throwable cause) {
            super(cause);
        }
    }

    /// A file of the host that no jail may see.
    private record Canary(Path path) implements AutoCloseable {

        private static final Path IN_MEMORY = Path.of("/dev/shm");
        private static final String PREFIX = "sandlot-canary-";
        private static final String SUFFIX = ".txt";

        /// In memory when the disk is full: that is no reason to run nothing.
        private static Canary create() throws IOException {
            try {
                return new Canary(Files.createTempFile(PREFIX, SUFFIX));
            } catch (IOException e) {
                return new Canary(Files.createTempFile(IN_MEMORY, PREFIX, SUFFIX));
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }
}
