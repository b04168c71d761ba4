package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Writes frames to `sandlot-jail`. A small job leaves in one piece: nothing is sent before
/// [#flush] unless the buffer is full.
final class FrameWriter {

    private static final int BUFFER = 65_536;
    private static final int TERMINAL = 1;
    private static final int BACKGROUND = 2;
    private static final int CONFINED = 4;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    FrameWriter(OutputStream out) {
        this.out = out;
    }

    /// `J` with all that belongs to it, up to and with `G`.
    void job(Job job, Limits limits, Collect collect, Standing standing) throws IOException {
        limits(limits, collect, flags(job.terminal(), standing));
        for (String argument : job.argv()) {
            string('A', argument);
        }
        for (var variable : job.env().entrySet()) {
            string('V', variable.getKey() + "=" + variable.getValue());
        }
        for (JailFile file : job.files()) {
            file(file);
        }
        for (String name : collect.names()) {
            string('C', name);
        }
        header('G', 0);
    }

    void input(byte[] bytes, int offset, int length) throws IOException {
        header('I', length);
        bytes(bytes, offset, length);
    }

    void endOfInput() throws IOException {
        header('E', 0);
    }

    /// Asks whether the other side is there.
    void beat() throws IOException {
        header('B', 0);
    }

    void kill() throws IOException {
        header('K', 0);
    }

    void flush() throws IOException {
        drain();
        out.flush();
    }

    private void limits(Limits limits, Collect collect, byte flags) throws IOException {
        header('J', 53);
        room(53);
        buffer.putLong(micros(limits.cpuTime()))
                .putLong(micros(limits.wallTime()))
                .putLong(limits.memory().bytes())
                .putLong(limits.output().bytes())
                .putInt(limits.processes())
                .putLong(Math.max(1, limits.fileSize().bytes()))
                .putLong(collect.totalSize().bytes())
                .put(flags);
    }

    private static byte flags(boolean terminal, Standing standing) {
        int yields =
                switch (standing) {
                    case FOREGROUND -> 0;
                    case BACKGROUND -> BACKGROUND;
                    case CONFINED -> BACKGROUND | CONFINED;
                };
        return (byte) ((terminal ? TERMINAL : 0) | yields);
    }

    private void file(JailFile file) throws IOException {
        byte[] name = file.name().getBytes(StandardCharsets.UTF_8);
        header('F', 7 + name.length);
        room(7);
        buffer.put((byte) (file.executable() ? 1 : 0))
                .putInt(file.content().length)
                .putShort((short) name.length);
        bytes(name, 0, name.length);
        for (int at = 0; at < file.content().length; at += FrameReader.MAX_PAYLOAD) {
            int length = Math.min(FrameReader.MAX_PAYLOAD, file.content().length - at);
            header('D', length);
            bytes(file.content(), at, length);
        }
    }

    private void string(char type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        header(type, 2 + bytes.length);
        room(2);
        buffer.putShort((short) bytes.length);
        bytes(bytes, 0, bytes.length);
    }

    private void header(char type, int length) throws IOException {
        room(5);
        buffer.putInt(length).put((byte) type);
    }

    private void bytes(byte[] bytes, int offset, int length) throws IOException {
        if (length > buffer.remaining()) {
            drain();
        }
        if (length > buffer.remaining()) {
            out.write(bytes, offset, length);
        } else {
            buffer.put(bytes, offset, length);
        }
    }

    private void room(int length) throws IOException {
        if (length > buffer.remaining()) {
            drain();
        }
    }

    private void drain() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
