package dev.sandlot.run;

import dev.sandlot.sandbox.Stream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Passes output on in fewer pieces: the first at once, what follows within [#WINDOW] together, so
/// that a program that prints letter by letter costs its reader no more than one that prints lines.
final class BatchedOutput implements RunListener {

    static final Duration WINDOW = Duration.ofMillis(15);
    private static final int FULL = 32 * 1024;

    private final RunListener listener;
    private final Executor later;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private @Nullable Piece first;
    private boolean quiet;

    /// Where and when the oldest of the waiting bytes were written.
    private record Piece(Step step, Stream stream, Duration at) {}

    BatchedOutput(RunListener listener) {
        this(listener, CompletableFuture.delayedExecutor(WINDOW.toMillis(), TimeUnit.MILLISECONDS));
    }

    /// @param later runs a task when the window has passed
    BatchedOutput(RunListener listener, Executor later) {
        this.listener = listener;
        this.later = later;
    }

    @Override
    public synchronized void step(Step step) {
        flush();
        listener.step(step);
    }

    @Override
    public synchronized void output(Step step, Stream stream, byte[] bytes, Duration at) {
        if (first != null && (first.stream() != stream || waiting.size() + bytes.length > FULL)) {
            flush();
        }
        if (first == null) {
            first = new Piece(step, stream, at);
        }
        waiting.writeBytes(bytes);
        if (!quiet) {
            quiet = true;
            flush();
            later.execute(this::windowPassed);
        }
    }

    @Override
    public synchronized void outcome(Step step, StepResult result) {
        flush();
        listener.outcome(step, result);
    }

    private synchronized void windowPassed() {
        quiet = first != null;
        if (quiet) {
            flush();
            later.execute(this::windowPassed);
        }
    }

    private void flush() {
        if (first != null) {
            Piece piece = first;
            byte[] bytes = waiting.toByteArray();
            first = null;
            waiting.reset();
            listener.output(piece.step(), piece.stream(), bytes, piece.at());
        }
    }
}
