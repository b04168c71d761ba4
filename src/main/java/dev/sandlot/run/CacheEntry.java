package dev.sandlot.run;

import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// The file form of a successful compile step: a format number, the key, the figures, the streams,
/// the files, and a checksum over all of it.
final class CacheEntry {

    private static final int FORMAT = 0x53_4c_43_01;

    private CacheEntry() {}

    static byte[] encode(CompileKey key, Compiled compiled) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeUTF(key.hex());
            writeStep(out, compiled.step());
            writeFiles(out, compiled.artifact());
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory can't fail", e);
        }
        return bytes.toByteArray();
    }

    /// @throws IOException when the bytes aren't exactly what was written for this key
    static Compiled decode(CompileKey key, byte[] entry) throws IOException {
        int length = entry.length - Integer.BYTES;
        if (length < 0 || ByteBuffer.wrap(entry).getInt(length) != checksum(entry, length)) {
            throw new IOException("its checksum is wrong");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(entry, 0, length));
        if (in.readInt() != FORMAT || !in.readUTF().equals(key.hex())) {
            throw new IOException("it is of another format or key");
        }
        return new Compiled(readStep(in), readFiles(in));
    }

    private static void writeStep(DataOutputStream out, StepResult step) throws IOException {
        out.writeLong(step.cpuTime().toNanos());
        out.writeLong(step.wallTime().toNanos());
        out.writeLong(step.peakMemory().bytes());
        writeLimits(out, step.limits());
        writeBytes(out, step.stdout());
        writeBytes(out, step.stderr());
    }

    private static StepResult readStep(DataInputStream in) throws IOException {
        Duration cpuTime = Duration.ofNanos(in.readLong());
        Duration wallTime = Duration.ofNanos(in.readLong());
        MemorySize peakMemory = new MemorySize(in.readLong());
        Limits limits = readLimits(in);
        byte[] stdout = readBytes(in);
        byte[] stderr = readBytes(in);
        return new StepResult(
                new Outcome.Exited(0),
                stdout,
                stderr,
                false,
                false,
                cpuTime,
                wallTime,
                peakMemory,
                false,
                false,
                true,
                List.of(),
                List.of(),
                limits);
    }

    private static void writeLimits(DataOutputStream out, Limits limits) throws IOException {
        out.writeLong(limits.cpuTime().toNanos());
        out.writeLong(limits.wallTime().toNanos());
        out.writeLong(limits.memory().bytes());
        out.writeLong(limits.output().bytes());
        out.writeInt(limits.processes());
        out.writeLong(limits.fileSize().bytes());
    }

    private static Limits readLimits(DataInputStream in) throws IOException {
        return new Limits(
                Duration.ofNanos(in.readLong()),
                Duration.ofNanos(in.readLong()),
                new MemorySize(in.readLong()),
                new MemorySize(in.readLong()),
                in.readInt(),
                new MemorySize(in.readLong()));
    }

    private static void writeFiles(DataOutputStream out, List<JailFile> files) throws IOException {
        out.writeInt(files.size());
        for (JailFile file : files) {
            out.writeUTF(file.name());
            out.writeBoolean(file.executable());
            writeBytes(out, file.content());
        }
    }

    private static List<JailFile> readFiles(DataInputStream in) throws IOException {
        int number = in.readInt();
        List<JailFile> files = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String name = in.readUTF();
            boolean executable = in.readBoolean();
            files.add(new JailFile(name, readBytes(in), executable));
        }
        return files;
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a length in it is wrong");
        }
        return in.readNBytes(length);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
