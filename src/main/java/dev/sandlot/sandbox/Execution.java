package dev.sandlot.sandbox;

import java.util.concurrent.CompletableFuture;

/// A job under way. All methods may be called from any thread, also after the end.
public interface Execution {

    /// Types to the program. Bytes that the program doesn't read in time wait, up to
    /// [#MAX_PENDING_INPUT]; more is refused.
    ///
    /// @return false if the bytes were refused or the program's input is closed
    boolean type(byte[] bytes);

    /// The program reads end of file after what has been typed.
    void endInput();

    /// Stops the program: its outcome is [Outcome.Cancelled] unless it has ended already.
    void cancel();

    /// Makes a job of [Job#NOBODY] count as this client's from now on.
    ///
    /// @return false if it has ended or has no slot yet, or if the client must wait its turn for
    ///   one
    boolean passTo(String client);

    /// Completes once, never exceptionally: trouble of ours is [Outcome.SandboxFailure].
    CompletableFuture<JobResult> result();

    MemorySize MAX_PENDING_INPUT = MemorySize.ofKib(256);
}
