package dev.sandlot.run;

import dev.sandlot.language.Diagnostic;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Stream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;

/// Keeps what a job prints, which its output limit bounds, and passes it on.
final class Recording implements JobListener {

    private final JobListener listener;
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    Recording(JobListener listener) {
        this.listener = listener;
    }

    @Override
    public void started() {
        listener.started();
    }

    @Override
    public synchronized void output(Stream stream, byte[] bytes, Duration at) {
        switch (stream) {
            case STDOUT -> stdout.writeBytes(bytes);
            case STDERR -> stderr.writeBytes(bytes);
        }
        listener.output(stream, bytes, at);
    }

    /// Hands everything so far to one who comes late.
    synchronized void replay(JobListener late, Duration at) {
        replay(late, Stream.STDOUT, stdout.toByteArray(), at);
        replay(late, Stream.STDERR, stderr.toByteArray(), at);
    }

    synchronized StepResult result(JobResult job) {
        return new StepResult(
                job.outcome(),
                stdout.toByteArray(),
                stderr.toByteArray(),
                job.outputTruncated(),
                job.errorsTruncated(),
                job.cpuTime(),
                job.wallTime(),
                job.peakMemory(),
                job.processLimitHit(),
                job.memoryLimitHit(),
                false,
                List.<Diagnostic>of(),
                job.files(),
                job.filesTruncated(),
                job.limits());
    }

    /// Hands the output of a step that was done earlier to one who asks for it now.
    static void replay(JobListener late, StepResult step) {
        replay(late, Stream.STDOUT, step.stdout(), Duration.ZERO);
        replay(late, Stream.STDERR, step.stderr(), Duration.ZERO);
    }

    private static void replay(JobListener late, Stream stream, byte[] bytes, Duration at) {
        if (bytes.length > 0) {
            late.output(stream, bytes, at);
        }
    }
}
