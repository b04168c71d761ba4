package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Stream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Reads the frames of `sandlot-jail`. Length and type are checked before a byte of payload is
/// allocated.
final class FrameReader {

    static final int VERSION = 2;
    static final int HEADER = 5;
    static final int MAX_PAYLOAD = 65_536;
    static final int MAX_CHUNK = 32_768;
    static final int MAX_NAME = 1_024;
    private static final int MAX_QUARANTINE_REASON = 1_024;

    private final InputStream in;
    private final ByteBuffer header = ByteBuffer.allocate(HEADER);

    FrameReader(InputStream in) {
        this.in = in;
    }

    /// The next message, or null when the stream ended between two frames.
    @Nullable Message next() throws IOException {
        int read = in.readNBytes(header.array(), 0, HEADER);
        if (read == 0) {
            return null;
        }
        if (read < HEADER) {
            throw new ProtocolException("ended within a frame's header");
        }
        long length = Integer.toUnsignedLong(header.getInt(0));
        char type = (char) (header.get(4) & 0xff);
        requireLength(type, length);
        return parse(type, payload((int) length));
    }

    private static void requireLength(char type, long length) throws ProtocolException {
        boolean fits =
                switch (type) {
                    case 'H' -> length == 60;
                    case 'B', 'R', 'S' -> length == 0;
                    case 'O', 'X' -> length > 8 && length <= 8 + MAX_CHUNK;
                    case 'W' -> length == 4;
                    case 'F' -> length > 7 && length <= 7 + MAX_NAME;
                    case 'D' -> length > 0 && length <= MAX_PAYLOAD;
                    case 'Z' -> length == 47;
                    case 'Q' -> length >= 2 && length <= 2 + MAX_QUARANTINE_REASON;
                    default -> throw new ProtocolException("a frame of unknown type " + (int) type);
                };
        if (!fits) {
            throw new ProtocolException(
                    "a frame of type " + type + " with " + length + " bytes of payload");
        }
    }

    private ByteBuffer payload(int length) throws IOException {
        byte[] bytes = new byte[length];
        if (in.readNBytes(bytes, 0, length) < length) {
            throw new EOFException("ended within a frame");
        }
        return ByteBuffer.wrap(bytes);
    }

    private static Message parse(char type, ByteBuffer payload) throws ProtocolException {
        return switch (type) {
            case 'H' -> hello(payload);
            case 'B' -> new Message.Beat();
            case 'R' -> new Message.Ready();
            case 'S' -> new Message.Started();
            case 'O' -> output(Stream.STDOUT, payload);
            case 'X' -> output(Stream.STDERR, payload);
            case 'W' -> new Message.Window(count(payload, "window"));
            case 'F' -> fileStart(payload);
            case 'D' -> new Message.FileData(payload.array());
            case 'Z' -> new Message.Finished(report(payload));
            case 'Q' -> new Message.Quarantine(string(payload));
            default -> throw new ProtocolException("a frame of unknown type " + (int) type);
        };
    }

    private static Message hello(ByteBuffer payload) throws ProtocolException {
        int version = count(payload, "version");
        if (version != VERSION) {
            throw new ProtocolException(
                    "protocol version " + version + " instead of " + VERSION + ": run deploy/run");
        }
        int slot = count(payload, "slot");
        Duration cpuTime = micros(payload, "cpu_us");
        Duration wallTime = micros(payload, "wall_us");
        MemorySize memory = size(payload, "memory_bytes");
        MemorySize output = size(payload, "output_bytes");
        int processes = count(payload, "processes");
        MemorySize fileSize = size(payload, "file_size_bytes");
        MemorySize collect = size(payload, "collect_bytes");
        try {
            Limits maxima = new Limits(cpuTime, wallTime, memory, output, processes, fileSize);
            return new Message.Hello(slot, maxima, collect);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("maxima that cannot be: " + e.getMessage());
        }
    }

    private static Message output(Stream stream, ByteBuffer payload) throws ProtocolException {
        return new Message.Output(stream, micros(payload, "time of output"), rest(payload));
    }

    private static Message fileStart(ByteBuffer payload) throws ProtocolException {
        boolean executable = flag(payload);
        int size = count(payload, "file size");
        return new Message.FileStart(string(payload), executable, size);
    }

    private static boolean flag(ByteBuffer payload) throws ProtocolException {
        int mode = payload.get();
        if (mode != 0 && mode != 1) {
            throw new ProtocolException("a file of mode " + mode);
        }
        return mode == 1;
    }

    private static Report report(ByteBuffer payload) throws ProtocolException {
        Report.KilledFor killedFor =
                oneOf(Report.KilledFor.values(), payload.get(), "reason to kill");
        Report.End end = oneOf(Report.End.values(), payload.get(), "end");
        int code = count(payload, "code");
        Duration cpuTime = micros(payload, "cpu_us");
        Duration wallTime = micros(payload, "wall_us");
        MemorySize peakMemory = size(payload, "peak_memory_bytes");
        long oomKills = number(payload, "oom_kills");
        long processLimitHits = number(payload, "process_limit_hits");
        int flags = payload.get() & 0xff;
        if (flags > 7) {
            throw new ProtocolException("unknown flags in a report: " + flags);
        }
        return new Report(
                killedFor,
                end,
                code,
                cpuTime,
                wallTime,
                peakMemory,
                oomKills,
                processLimitHits,
                (flags & 1) != 0,
                (flags & 2) != 0,
                (flags & 4) != 0);
    }

    private static <T> T oneOf(T[] values, byte number, String what) throws ProtocolException {
        if (number < 0 || number >= values.length) {
            throw new ProtocolException("an unknown " + what + ": " + number);
        }
        return values[number];
    }

    private static String string(ByteBuffer payload) throws ProtocolException {
        int length = payload.getShort() & 0xffff;
        if (length != payload.remaining()) {
            throw new ProtocolException(
                    "a string of " + length + " bytes in " + payload.remaining());
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(payload).toString();
            if (text.indexOf('\0') >= 0) {
                throw new ProtocolException("a string with a NUL");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new ProtocolException("a string that is not UTF-8");
        }
    }

    private static byte[] rest(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }

    private static int count(ByteBuffer payload, String what) throws ProtocolException {
        int value = payload.getInt();
        if (value < 0) {
            throw new ProtocolException(
                    "a " + what + " of " + Integer.toUnsignedString(value) + " is too large");
        }
        return value;
    }

    private static long number(ByteBuffer payload, String what) throws ProtocolException {
        long value = payload.getLong();
        if (value < 0) {
            throw new ProtocolException(
                    "a " + what + " of " + Long.toUnsignedString(value) + " is too large");
        }
        return value;
    }

    private static Duration micros(ByteBuffer payload, String what) throws ProtocolException {
        return Duration.of(number(payload, what), ChronoUnit.MICROS);
    }

    private static MemorySize size(ByteBuffer payload, String what) throws ProtocolException {
        return new MemorySize(number(payload, what));
    }
}
