package dev.sandlot.run;

import dev.sandlot.sandbox.Execution;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// What the user types: it waits while the program compiles and goes straight to it afterwards.
final class TypedAhead {

    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private @Nullable Execution program;
    private boolean open;
    private boolean endWaits;

    /// @param open whether anything may be typed at all
    TypedAhead(boolean open) {
        this.open = open;
    }

    /// @return false if the bytes were refused: too much is waiting, or the input is closed
    synchronized boolean type(byte[] bytes) {
        if (!open) {
            return false;
        }
        if (program != null) {
            return program.type(bytes);
        }
        if (waiting.size() + bytes.length > Execution.MAX_PENDING_INPUT.bytes()) {
            return false;
        }
        waiting.writeBytes(bytes);
        return true;
    }

    synchronized void end() {
        if (open && program != null) {
            program.endInput();
        } else {
            endWaits = open;
        }
        open = false;
    }

    synchronized void close() {
        open = false;
        waiting.reset();
    }

    /// The program runs: what has waited is typed to it.
    synchronized void handTo(Execution execution) {
        program = execution;
        if (waiting.size() > 0) {
            execution.type(waiting.toByteArray());
            waiting.reset();
        }
        if (endWaits) {
            execution.endInput();
        }
    }
}
