package dev.sandlot.run;

import java.util.concurrent.CompletableFuture;

/// A run under way.
public interface Run {

    /// Types to the program once it runs; what is typed while it compiles waits.
    ///
    /// @return false if the bytes were refused: too much is waiting unread, or the input is closed
    boolean type(byte[] bytes);

    void endInput();

    /// Stops the step that is under way.
    void cancel();

    /// Completes once and never exceptionally.
    CompletableFuture<RunResult> result();
}
