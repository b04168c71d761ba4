package dev.sandlot.sandbox;

import java.util.concurrent.CompletableFuture;

/// Runs commands in single-use jails. The local implementation is in `nsjail`; a remote one may
/// follow.
public interface Sandbox {

    /// Queues a job and returns at once; the job starts when a slot is free and no client that used
    /// less waits.
    ///
    /// @throws SandboxBusyException when the queue is full (429)
    /// @throws SandboxUnavailableException when no job is accepted, and why (503)
    Execution start(Job job, JobListener listener);

    /// The largest limits that a job of this profile can get; larger ones are clamped.
    Limits maximum(Profile profile);

    Health health();

    /// Completes when jobs are first accepted, which may be some seconds after the start, or never.
    default CompletableFuture<Void> accepting() {
        return CompletableFuture.completedFuture(null);
    }

    /// @param accepting whether jobs are run
    /// @param reason why not, for people; empty when accepting
    /// @param slots places for concurrent jobs, both profiles together
    /// @param running jobs in a jail now
    /// @param queued jobs waiting
    record Health(boolean accepting, String reason, int slots, int running, int queued) {}
}
