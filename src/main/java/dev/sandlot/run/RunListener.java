package dev.sandlot.run;

import dev.sandlot.sandbox.Stream;
import java.time.Duration;

/// Hears of a run while it happens, on a thread of the run: return soon.
public interface RunListener {

    /// A step begins. Called for a cached compile step too.
    default void step(Step step) {}

    default void output(Step step, Stream stream, byte[] bytes, Duration at) {}

    /// A step has ended.
    default void outcome(Step step, StepResult result) {}

    /// Hears nothing.
    RunListener SILENT = new RunListener() {};

    static RunListener silent() {
        return SILENT;
    }
}
