package dev.sandlot.sandbox;

import dev.sandlot.attack.TimeFactor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Listens to one job and lets a test wait for what it says.
public final class Heard implements JobListener {

    private static final Duration PATIENCE = TimeFactor.stretch(Duration.ofSeconds(60));

    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private Duration last = Duration.ZERO;

    private record Waiter(String text, CompletableFuture<Void> seen) {}

    /// A job that has been started and what is heard of it.
    public record Running(Execution execution, Heard heard) {

        public JobResult result() {
            return await(execution.result());
        }

        public void type(String text) {
            if (!execution.type(text.getBytes(StandardCharsets.UTF_8))) {
                throw new AssertionError("What was typed was refused: " + text);
            }
        }
    }

    public static Running start(Sandbox sandbox, Job job) {
        Heard heard = new Heard();
        return new Running(sandbox.start(job, heard), heard);
    }

    public static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("Waited for nothing", e);
        }
    }

    @Override
    public void started() {
        started.complete(null);
    }

    @Override
    public synchronized void output(Stream stream, byte[] bytes, Duration at) {
        last = at;
        switch (stream) {
            case STDOUT -> stdout.writeBytes(bytes);
            case STDERR -> stderr.writeBytes(bytes);
        }
        waiters.stream()
                .filter(waiter -> stdout().contains(waiter.text))
                .forEach(waiter -> waiter.seen.complete(null));
    }

    public void awaitStart() {
        await(started);
    }

    /// Waits until standard output holds the text.
    public void awaitOutput(String text) {
        Waiter waiter = new Waiter(text, new CompletableFuture<>());
        synchronized (this) {
            waiters.add(waiter);
            if (stdout().contains(text)) {
                return;
            }
        }
        await(waiter.seen);
    }

    public synchronized String stdout() {
        return stdout.toString(StandardCharsets.UTF_8);
    }

    public synchronized String stderr() {
        return stderr.toString(StandardCharsets.UTF_8);
    }

    public synchronized byte[] stdoutBytes() {
        return stdout.toByteArray();
    }

    public synchronized byte[] stderrBytes() {
        return stderr.toByteArray();
    }

    public synchronized Duration last() {
        return last;
    }
}
