package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Profile;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One place for a concurrent jail: keeps a `sandlot-jail` running, starts another when one ends.
final class Slot implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Slot.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final int HOPELESS = 2;

    private final Profile profile;
    private final String root;
    private final Pool pool;
    private final SandboxSettings settings;
    private final Launcher launcher;
    private final Background background;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Connection connection;
    private volatile Launcher.@Nullable Line line;
    private volatile int failures;

    Slot(
            Profile profile,
            String root,
            int number,
            Pool pool,
            SandboxSettings settings,
            Launcher launcher,
            Background background) {
        this.profile = profile;
        this.root = root;
        this.pool = pool;
        this.settings = settings;
        this.launcher = launcher;
        this.background = background;
        String name =
                "slot-%s-%s-%d".formatted(root, profile.name().toLowerCase(Locale.ROOT), number);
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this);
    }

    void start() {
        thread.start();
    }

    boolean busy() {
        Connection now = connection;
        return now != null && now.busy();
    }

    /// Whether there is no jail here and the last attempts to get one failed.
    boolean hopeless() {
        Connection now = connection;
        return failures >= HOPELESS && (now == null || !now.wasReady());
    }

    void hangUp() {
        closing.countDown();
        Launcher.Line now = line;
        if (now != null) {
            now.hangUp();
        }
    }

    void awaitEnd(Duration atMost) throws InterruptedException {
        thread.join(atMost);
    }

    @Override
    public void run() {
        try {
            while (!closed()) {
                String ended = serve();
                if (!closed()) {
                    restLater(ended);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String serve() throws InterruptedException {
        try {
            Launcher.Line started = launcher.start(profile, root);
            line = started;
            if (closed()) {
                started.hangUp();
            }
            return converse(started);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } finally {
            line = null;
        }
    }

    private String converse(Launcher.Line started) throws InterruptedException {
        long since = System.nanoTime();
        Connection now = new Connection(started, pool, background, settings.reportGrace());
        connection = now;
        String ended = awaitEnd(now);
        pool.lost(now);
        now.close(ended);
        Duration lived = Duration.ofNanos(System.nanoTime() - since);
        if (now.jobsDone() > 0 || lived.compareTo(settings.longestRestartDelay()) > 0) {
            failures = 0;
        }
        connection = null;
        if (!now.silent() && !started.awaitEnd(LAST_WORDS)) {
            log.error("A sandlot-jail of {} {} did not end by itself: {}", root, profile, ended);
        }
        started.abandon();
        return ended;
    }

    private String awaitEnd(Connection now) throws InterruptedException {
        try {
            return now.follow(thread.getName() + "-reader").get();
        } catch (ExecutionException e) {
            log.error("A slot of {} {} failed", root, profile, e);
            return "an error of our own: " + e.getCause();
        }
    }

    private void restLater(String reason) throws InterruptedException {
        Duration delay = settings.restartDelay(failures);
        failures++;
        log.warn(
                "A slot of {} {} ended, the next start is in {}: {}", root, profile, delay, reason);
        pool.slotFailed(reason);
        closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }
}
