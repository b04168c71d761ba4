package dev.sandlot.sandbox.nsjail;

import java.util.concurrent.atomic.AtomicBoolean;

/// Notices that the other side of a line is silent, by the beats that went by while it was listened
/// to. Time in which nobody listened (a slow reader, a host that slept) doesn't count.
final class Heartbeat {

    /// Beats without a word after which nobody is there.
    static final int PATIENCE = 4;

    /// The first word may come after a janitor's work.
    private static final int FIRST_PATIENCE = 15;

    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean listening;
    private volatile int patience = FIRST_PATIENCE;
    private volatile int silent;

    /// The reader waits for the next frame.
    void listens() {
        silent = 0;
        listening = true;
    }

    /// A frame came, of whatever kind.
    void hears() {
        listening = false;
        patience = PATIENCE;
    }

    /// The next beat is due.
    ///
    /// @return whether the other side has been silent for too long
    boolean passes() {
        if (!listening) {
            return false;
        }
        silent = silent + 1;
        return silent > patience;
    }

    /// @return whether to ask now: only one question at a time is open
    boolean asks() {
        return asked.compareAndSet(false, true);
    }

    /// The other side answered.
    ///
    /// @throws ProtocolException when nobody had asked
    void answered() throws ProtocolException {
        if (!asked.compareAndSet(true, false)) {
            throw new ProtocolException("a beat that nobody asked for");
        }
    }
}
