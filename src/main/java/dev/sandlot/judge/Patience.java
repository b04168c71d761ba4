package dev.sandlot.judge;

import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Waits for the sandbox: what was accepted for judging is judged, however long that takes.
final class Patience {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final Duration retryDelay;

    Patience(Duration retryDelay) {
        this.retryDelay = retryDelay;
    }

    /// Starts the work, again and again while the sandbox is full or not serving, and waits for its
    /// end.
    ///
    /// @throws InterruptedException when the service stops
    <T> T await(Supplier<CompletableFuture<T>> work) throws InterruptedException {
        while (true) {
            try {
                return join(work.get());
            } catch (SandboxBusyException e) {
                pause(e.retryAfter());
            } catch (SandboxUnavailableException _) {
                pause(retryDelay);
            }
        }
    }

    void pause() throws InterruptedException {
        pause(retryDelay);
    }

    static void pause(Duration duration) throws InterruptedException {
        boolean ended = NEVER.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        assert !ended;
    }

    private static <T> T join(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
