package dev.sandlot.sandbox.nsjail;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Who had a short job lately, in whichever pool: others' compilers are in the way of a short run
/// as much as others' runs are.
final class ModestClients {

    /// So long after its last job a client is still about.
    static final Duration ABOUT = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private @Nullable Seen last;

    /// The last of another client than that.
    private @Nullable Seen lastOther;

    private record Seen(String client, long at) {}

    /// @param nanoTime a clock that never goes back
    ModestClients(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void see(String client) {
        if (last != null && !last.client.equals(client)) {
            lastOther = last;
        }
        last = new Seen(client, nanoTime.getAsLong());
    }

    synchronized boolean areAbout() {
        return isAbout(last);
    }

    synchronized boolean areAboutBeside(String client) {
        return isAbout(last != null && last.client.equals(client) ? lastOther : last);
    }

    private boolean isAbout(@Nullable Seen seen) {
        return seen != null && nanoTime.getAsLong() - seen.at < ABOUT.toNanos();
    }
}
