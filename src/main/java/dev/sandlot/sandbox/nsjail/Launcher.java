package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/// Starts `sandlot-jail`, one process for one slot.
interface Launcher {

    /// @param root the name of the root file system that its jails show
    /// @throws IOException with a sentence for the operator when there is nothing to start
    Line start(Profile profile, String root) throws IOException;

    /// A running `sandlot-jail`.
    interface Line {

        InputStream fromJail();

        OutputStream toJail();

        /// The last line of its log, for the operator; empty when it said nothing.
        String lastWords();

        /// The pause between two beats, which ask whether it is there.
        default Duration beat() {
            return Duration.ofSeconds(1);
        }

        /// Asks it to end its job and itself by closing its input. Returns at once.
        void hangUp();

        /// @return whether it has ended within that time
        boolean awaitEnd(Duration atMost) throws InterruptedException;

        /// Stops listening and kills it where this user may: for one that didn't end by itself.
        void abandon();
    }
}
