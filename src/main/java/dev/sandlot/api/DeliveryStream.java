package dev.sandlot.api;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.catalina.connector.ClientAbortException;

/// A response's body for a reader that may be slow: written piece by piece, each within the
/// server's own time for a write. Once the clock runs, all that is left must be taken in time.
final class DeliveryStream extends OutputStream {

    private static final int PIECE = 8 * 1024;

    private final OutputStream out;
    private final Duration patience;
    private volatile long deadline = Long.MAX_VALUE;

    /// @param patience for all that is written after the clock was started
    DeliveryStream(OutputStream out, Duration patience) {
        this.out = out;
        this.patience = patience;
    }

    void startClock() {
        deadline = System.nanoTime() + patience.toNanos();
    }

    @Override
    public void write(int b) throws IOException {
        requireTime();
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int start = 0; start < length; start += PIECE) {
            requireTime();
            out.write(bytes, offset + start, Math.min(PIECE, length - start));
        }
    }

    @Override
    public void flush() throws IOException {
        requireTime();
        out.flush();
    }

    private void requireTime() throws ClientAbortException {
        if (deadline != Long.MAX_VALUE && System.nanoTime() - deadline > 0) {
            throw new ClientAbortException("The result was not taken within " + patience);
        }
    }
}
