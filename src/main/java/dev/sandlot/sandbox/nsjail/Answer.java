package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Stream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a jail sends back for one job, held to the order and the bounds of the protocol.
final class Answer {

    static final int MAX_FILES = 4_096;

    private final Limits limits;
    private final List<JailFile> files = new ArrayList<>();
    private long outputLeft;
    private long errorsLeft;
    private long collectLeft;
    private boolean started;
    private boolean filesBegun;
    private @Nullable OpenFile open;

    Answer(Limits limits, MemorySize collect) {
        this.limits = limits;
        this.outputLeft = limits.output().bytes();
        this.errorsLeft = limits.output().bytes();
        this.collectLeft = collect.bytes();
    }

    boolean started() {
        return started;
    }

    /// @return true the first time
    boolean start() throws ProtocolException {
        require(!filesBegun, "a start after the end of the program");
        boolean first = !started;
        started = true;
        return first;
    }

    void output(Stream stream, int length) throws ProtocolException {
        require(!filesBegun, "output after the end of the program");
        long left =
                switch (stream) {
                    case STDOUT -> outputLeft -= length;
                    case STDERR -> errorsLeft -= length;
                };
        require(left >= 0, stream + " over its limit of " + limits.output().bytes() + " bytes");
    }

    void fileStart(Message.FileStart file) throws ProtocolException {
        require(open == null, "a file within a file");
        require(files.size() < MAX_FILES, "more than " + MAX_FILES + " files");
        require(file.size() <= collectLeft, "files over what was asked for");
        require(FileNames.valid(file.name()), "a file whose name leads out of /work");
        filesBegun = true;
        collectLeft -= file.size();
        open = new OpenFile(file, new byte[file.size()], 0);
        closeWhenFull(open);
    }

    void fileData(byte[] bytes) throws ProtocolException {
        OpenFile file = open;
        if (file == null || bytes.length > file.content.length - file.filled) {
            throw new ProtocolException("bytes that belong to no file");
        }
        System.arraycopy(bytes, 0, file.content, file.filled, bytes.length);
        closeWhenFull(new OpenFile(file.start, file.content, file.filled + bytes.length));
    }

    /// A job that is killed while its files are sent ends within one, which is left out.
    void forgetOpenFile() {
        open = null;
    }

    /// A file that the report cuts short is left out; the report must say so.
    ///
    /// @param program the first word of the command
    JobResult finish(Report report, String program, String incident) throws ProtocolException {
        require(open == null || report.fileLeftOut(), "a report within a file");
        return new JobResult(
                Outcomes.of(report, limits, program, incident),
                report.cpuTime(),
                report.wallTime(),
                report.peakMemory(),
                report.outputCut(),
                report.errorsCut(),
                report.processLimitHits() > 0,
                report.oomKills() > 0,
                List.copyOf(files),
                report.fileLeftOut(),
                limits);
    }

    private void closeWhenFull(OpenFile file) {
        if (file.filled < file.content.length) {
            open = file;
            return;
        }
        files.add(new JailFile(file.start.name(), file.content, file.start.executable()));
        open = null;
    }

    private static void require(boolean holds, String otherwise) throws ProtocolException {
        if (!holds) {
            throw new ProtocolException(otherwise);
        }
    }

    private record OpenFile(Message.FileStart start, byte[] content, int filled) {}
}
