package dev.sandlot.sandbox.nsjail;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Threads for what must neither delay a caller nor the reader of a slot.
final class Background implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private final ExecutorService workers =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("sandbox-writer-", 0).factory());
    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(
                    1,
                    Thread.ofPlatform().daemon().name("sandbox-clock").factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

    Background() {
        clock.setRemoveOnCancelPolicy(true);
    }

    /// For work that may wait for a pipe. Where this user may have no more threads the caller does
    /// it, which is slow and right.
    void run(Runnable work) {
        if (workers.isShutdown()) {
            return;
        }
        try {
            workers.execute(work);
        } catch (OutOfMemoryError e) {
            log.error("No thread is to be had: {}", e.getMessage());
            work.run();
        }
    }

    Future<?> after(Duration delay, Runnable work) {
        return clock.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Again and again, with this pause in between; nothing is made up for when the host slept.
    Future<?> every(Duration pause, Runnable work) {
        long millis = pause.toMillis();
        return clock.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdownNow();
    }
}
