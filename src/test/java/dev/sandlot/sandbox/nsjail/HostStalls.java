package dev.sandlot.sandbox.nsjail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Notices when this machine itself stood still, so that a late answer can be told from a late
/// machine: a thread that wants the processor every millisecond, and the time that a virtual
/// machine's host took away.
final class HostStalls implements AutoCloseable {

    private static final long TICK_NANOS = 1_000_000;
    private static final int STEAL = 8;
    private static final Duration JIFFY = Duration.ofMillis(10);

    private final Thread metronome =
            Thread.ofPlatform().daemon().name("metronome").unstarted(this::tick);
    private volatile boolean closed;
    private long longestNanos;
    private long stolenBefore;

    HostStalls() {
        metronome.start();
    }

    /// Forgets what was so far.
    synchronized void reset() {
        longestNanos = 0;
        stolenBefore = stolenJiffies();
    }

    /// The longest that the machine may have stood still since the last reset.
    synchronized Duration longest() {
        Duration stolen = JIFFY.multipliedBy(stolenJiffies() - stolenBefore);
        return Duration.ofNanos(longestNanos).plus(stolen);
    }

    private void tick() {
        long last = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(TICK_NANOS);
            long now = System.nanoTime();
            heard(now - last - TICK_NANOS);
            last = now;
        }
    }

    private synchronized void heard(long late) {
        longestNanos = Math.max(longestNanos, late);
    }

    private static long stolenJiffies() {
        try {
            String all = Files.readAllLines(Path.of("/proc/stat")).getFirst();
            return Long.parseLong(all.split(" +")[STEAL]);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
