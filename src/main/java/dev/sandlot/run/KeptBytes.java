package dev.sandlot.run;

import dev.sandlot.fair.FairShare;
import dev.sandlot.sandbox.SandboxBusyException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// The memory that all runs share for compiled programs on their way to a jail and for output on
/// its way to whoever asked for it. When it gets scarce, those who hold most get no more.
@Component
class KeptBytes {

    static final String NO_ROOM =
            "Your programs and what they printed take too much memory just now";

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final FairShare share;

    KeptBytes(RunProperties properties) {
        this.share = new FairShare(properties.maxKeptBytes());
    }

    OfRun of(String client) {
        return new OfRun(client);
    }

    /// What one run keeps until it is closed.
    final class OfRun {

        /// So much is never refused, so that a small run always goes through.
        private static final long FREE = 16 * 1024;

        private final String client;
        private long asked;
        private long taken;
        private boolean closed;

        private OfRun(String client) {
            this.client = client;
        }

        /// @return whether there is room for so many bytes more
        synchronized boolean keep(long bytes) {
            long more = Math.max(0, asked + bytes - FREE) - taken;
            if (!closed && more > 0 && !share.take(client, more)) {
                return false;
            }
            asked += bytes;
            taken += closed ? 0 : more;
            return true;
        }

        /// For a program that is to be read.
        ///
        /// @throws SandboxBusyException when there is no room
        void require(long bytes) {
            if (!keep(bytes)) {
                throw new SandboxBusyException(NO_ROOM, RETRY);
            }
        }

        synchronized void release() {
            closed = true;
            share.giveBack(client, taken);
            taken = 0;
        }
    }
}
