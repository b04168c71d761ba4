package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Execution;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// A program's standard input: what the job brings, of any size, then what is typed. It leaves in
/// chunks inside the window, so a program that doesn't read costs nothing but its own job.
final class Input {

    /// How many bytes may be on their way before the program has taken any.
    static final int WINDOW = 262_144;

    private static final int CHUNK = 32_768;

    private final byte[] stdin;
    private final Deque<byte[]> typed = new ArrayDeque<>();
    private int stdinSent;
    private int firstTypedSent;
    private long typedTotal;
    private long sent;
    private long taken;
    private boolean closed;
    private boolean endSent;

    /// @param open whether more may be typed
    Input(byte[] stdin, boolean open) {
        this.stdin = stdin;
        this.closed = !open;
    }

    record Chunk(byte[] bytes, int offset, int length) {}

    /// @return false if too much waits unread or the input is closed
    synchronized boolean offer(byte[] bytes) {
        long unread = typedTotal - Math.max(0, taken - stdin.length);
        if (closed || unread + bytes.length > Execution.MAX_PENDING_INPUT.bytes()) {
            return false;
        }
        if (bytes.length > 0) {
            typed.addLast(bytes.clone());
            typedTotal += bytes.length;
        }
        return true;
    }

    synchronized void close() {
        closed = true;
    }

    /// The program has taken so many bytes more.
    synchronized void taken(int bytes) throws ProtocolException {
        taken += bytes;
        if (taken > sent) {
            throw new ProtocolException("taken " + taken + " bytes of input of " + sent + " sent");
        }
    }

    /// The next bytes that may be sent now, or null.
    synchronized @Nullable Chunk next() {
        int room = (int) Math.min(CHUNK, WINDOW - (sent - taken));
        if (room <= 0) {
            return null;
        }
        Chunk chunk = stdinSent < stdin.length ? nextOfStdin(room) : nextTyped(room);
        if (chunk != null) {
            sent += chunk.length;
        }
        return chunk;
    }

    /// True once, when everything has been sent and nothing more can come.
    synchronized boolean endIsDue() {
        if (!closed || endSent || stdinSent < stdin.length || !typed.isEmpty()) {
            return false;
        }
        endSent = true;
        return true;
    }

    synchronized boolean hasMoreToSend() {
        return stdinSent < stdin.length || !typed.isEmpty() || (closed && !endSent);
    }

    /// The same input from its beginning, for another jail; null if typed bytes have left already,
    /// which are not kept.
    synchronized @Nullable Input fromTheStart() {
        if (sent > stdin.length) {
            return null;
        }
        Input again = new Input(stdin, !closed);
        again.typed.addAll(typed);
        again.typedTotal = typedTotal;
        return again;
    }

    /// Bytes that could be sent at once.
    synchronized long waiting() {
        return Math.min(WINDOW, stdin.length + typedTotal - sent);
    }

    private Chunk nextOfStdin(int room) {
        int length = Math.min(room, stdin.length - stdinSent);
        Chunk chunk = new Chunk(stdin, stdinSent, length);
        stdinSent += length;
        return chunk;
    }

    private @Nullable Chunk nextTyped(int room) {
        byte[] first = typed.peekFirst();
        if (first == null) {
            return null;
        }
        int length = Math.min(room, first.length - firstTypedSent);
        Chunk chunk = new Chunk(first, firstTypedSent, length);
        firstTypedSent += length;
        if (firstTypedSent == first.length) {
            typed.removeFirst();
            firstTypedSent = 0;
        }
        return chunk;
    }
}
