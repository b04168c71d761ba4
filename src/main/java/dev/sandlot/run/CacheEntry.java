package dev.sandlot.run;

import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// The file form of a successful compile step: a format number, the key, the figures, the streams,
/// the files, and a checksum over all of it.
final class CacheEntry {

    private static final int FORMAT = 0x53_4c_43_01;

    private CacheEntry() {}

    /// Writes in small pieces: a program may be large, and it is in memory once already.
    static void write(CompileKey key, Compiled compiled, OutputStream file) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(file, new CRC32C());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeInt(FORMAT);
        out.writeUTF(key.hex());
        writeStep(out, compiled.step());
        writeFiles(out, compiled.artifact());
        out.writeInt((int) checked.getChecksum().getValue());
        out.flush();
    }

    /// @param size of the file
    /// @throws IOException when the bytes aren't exactly what was written for this key
    static Compiled read(CompileKey key, InputStream file, long size) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(file, new CRC32C());
        DataInputStream in = new DataInputStream(checked);
        if (in.readInt() != FORMAT || !in.readUTF().equals(key.hex())) {
            throw new IOException("it is of another format or key");
        }
        Compiled compiled = new Compiled(readStep(in, size), readFiles(in, size));
        int checksum = (int) checked.getChecksum().getValue();
        if (in.readInt() != checksum || in.read() >= 0) {
            throw new IOException("its checksum is wrong");
        }
        return compiled;
    }

    private static void writeStep(DataOutputStream out, StepResult step) throws IOException {
        out.writeLong(step.cpuTime().toNanos());
        out.writeLong(step.wallTime().toNanos());
        out.writeLong(step.peakMemory().bytes());
        writeLimits(out, step.limits());
        writeBytes(out, step.stdout());
        writeBytes(out, step.stderr());
    }

    private static StepResult readStep(DataInputStream in, long size) throws IOException {
        Duration cpuTime = Duration.ofNanos(in.readLong());
        Duration wallTime = Duration.ofNanos(in.readLong());
        MemorySize peakMemory = new MemorySize(in.readLong());
        Limits limits = readLimits(in);
        byte[] stdout = readBytes(in, size);
        byte[] stderr = readBytes(in, size);
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
                false,
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

    private static List<JailFile> readFiles(DataInputStream in, long size) throws IOException {
        int number = in.readInt();
        List<JailFile> files = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String name = in.readUTF();
            boolean executable = in.readBoolean();
            files.add(new JailFile(name, readBytes(in, size), executable));
        }
        return files;
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in, long size) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > size) {
            throw new IOException("a length in it is wrong");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
