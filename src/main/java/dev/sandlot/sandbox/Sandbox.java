package dev.sandlot.sandbox;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Runs commands in single-use jails. The local implementation is in `nsjail`; a remote one may
/// follow.
public interface Sandbox {

    /// The root file system that every installation has: without it no job is accepted, whatever
    /// its root.
    String MAIN_ROOT = "trixie";

    /// Queues a job and returns at once; the job starts when a slot is free and no client that used
    /// less waits.
    ///
    /// @throws SandboxBusyException when the queue is full (429)
    /// @throws SandboxUnavailableException when no job is accepted, or none in its root file
    ///   system, and why (503)
    Execution start(Job job, JobListener listener);

    /// The largest limits that a job of this profile can get; larger ones are clamped.
    Limits maximum(Profile profile);

    Health health();

    /// Whether jobs in this root file system run here. Not so when it is missing, or its jails
    /// can't be had or failed their self-test. The main one is always served, however the sandbox
    /// fares.
    default boolean serves(String root) {
        return true;
    }

    /// Completes when jobs in this root file system are first accepted, which may be some seconds
    /// after the start, or never.
    default CompletableFuture<Void> accepting(String root) {
        return CompletableFuture.completedFuture(null);
    }

    /// The same for the main root file system.
    default CompletableFuture<Void> accepting() {
        return accepting(MAIN_ROOT);
    }

    /// @param accepting whether jobs are run
    /// @param reason why not, for people; empty when accepting
    /// @param slots places for concurrent jobs, all profiles and root file systems together
    /// @param running jobs in a jail now
    /// @param queued jobs waiting
    /// @param troubledRoots further root file systems that aren't served, each with the reason
    record Health(
            boolean accepting,
            String reason,
            int slots,
            int running,
            int queued,
            Map<String, String> troubledRoots) {

        public Health {
            troubledRoots = Map.copyOf(troubledRoots);
        }
    }
}
