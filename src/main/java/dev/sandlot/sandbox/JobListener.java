package dev.sandlot.sandbox;

import java.time.Duration;

/// Hears of a job while it runs, on a thread of the sandbox: return soon. Bounded by the job's
/// output limit.
public interface JobListener {

    /// A jail has been given the job; waiting is over.
    default void started() {}

    /// @param at since the start
    void output(Stream stream, byte[] bytes, Duration at);

    /// A listener that ignores everything.
    static JobListener silent() {
        return (_, _, _) -> {};
    }
}
