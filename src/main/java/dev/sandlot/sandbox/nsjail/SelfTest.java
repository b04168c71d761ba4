package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Outcome;
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
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Attacks the jail before anyone else does: no job is accepted until every probe got what it must.
///
/// A promise that is not kept shuts the gate for good: an operator must look. When the jails cannot
/// be tested (nothing installed, no slot ready, a host too busy to finish a probe) it is tried
/// again later.
final class SelfTest {

    private static final Logger log = LoggerFactory.getLogger(SelfTest.class);
    private static final Duration AT_MOST = Duration.ofSeconds(90);
    private static final Outcome OUT_OF_TIME = new Outcome.LimitExceeded(Limit.WALL_TIME);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final NsjailSandbox sandbox;
    private final Background background;
    private Duration pause = FIRST_PAUSE;

    SelfTest(NsjailSandbox sandbox, Background background) {
        this.sandbox = sandbox;
        this.background = background;
    }

    void start() {
        background.run(this::attempt);
    }

    private void attempt() {
        long since = System.nanoTime();
        switch (run()) {
            case Result.Passed(int probes) -> {
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
                log.info("The jail held against {} hostile programs in {} ms", probes, millis);
                sandbox.openGate();
            }
            case Result.Escaped(List<String> promises) -> {
                String broken = String.join("; ", promises);
                log.error("The jail does not keep its promises, no job is accepted: {}", broken);
                sandbox.shutGate("The sandbox failed its self-test: it no longer " + broken + ".");
            }
            case Result.Inconclusive(String reason) -> {
                log.error("The jails cannot be tested, again in {}: {}", pause, reason);
                sandbox.shutGate("The sandbox is not ready: " + reason);
                background.after(pause, this::start);
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            }
        }
    }

    /// What the probes together came to.
    sealed interface Result {

        record Passed(int probes) implements Result {}

        record Escaped(List<String> promises) implements Result {}

        record Inconclusive(String reason) implements Result {}
    }

    Result run() {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Canary canary = Canary.create()) {
            return attack(SelfTestProbes.all(sandbox, port.getLocalPort(), canary.path()));
        } catch (IOException e) {
            return new Result.Inconclusive("the self-test's canary failed: " + e.getMessage());
        }
    }

    private Result attack(List<Probe> probes) {
        List<CompletableFuture<String>> failures = new ArrayList<>();
        try {
            for (Probe probe : probes) {
                failures.add(brokenPromise(probe));
            }
            CompletableFuture.allOf(failures.toArray(CompletableFuture[]::new))
                    .orTimeout(AT_MOST.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException | NotTestable e) {
            String down = sandbox.down();
            return new Result.Inconclusive(
                    down != null ? down : "the jails did not answer in time, see the log");
        }
        List<String> broken =
                failures.stream()
                        .map(CompletableFuture::join)
                        .filter(promise -> !promise.isEmpty())
                        .distinct()
                        .toList();
        return broken.isEmpty() ? new Result.Passed(probes.size()) : new Result.Escaped(broken);
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
            return sandbox.admit(probe.job(), listener).result();
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

        private static Canary create() throws IOException {
            return new Canary(Files.createTempFile("sandlot-canary-", ".txt"));
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }
}
