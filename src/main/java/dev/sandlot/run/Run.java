package dev.sandlot.run;

import java.util.concurrent.CompletableFuture;

/// A run under way. Whoever started it closes it when its result has been used: until then its
/// output counts against its client.
public interface Run extends AutoCloseable {

    /// Types to the program once it runs; what is typed while it compiles waits.
    ///
    /// @return false if the bytes were refused: too much is waiting unread, or the input is closed
    boolean type(byte[] bytes);

    void endInput();

    /// Stops the step that is under way.
    void cancel();

    /// Completes once and never exceptionally.
    CompletableFuture<RunResult> result();

    /// Lets go of what the run printed, and stops it if it is still under way.
    @Override
    void close();
}
