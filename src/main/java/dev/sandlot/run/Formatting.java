package dev.sandlot.run;

import dev.sandlot.sandbox.Execution;
import java.util.concurrent.CompletableFuture;

/// A formatter at work.
///
/// @param result never exceptional
public record Formatting(CompletableFuture<Formatted> result, Execution execution)
        implements AutoCloseable {

    /// Stops it, unless it has ended.
    @Override
    public void close() {
        if (!result.isDone()) {
            execution.cancel();
        }
    }
}
