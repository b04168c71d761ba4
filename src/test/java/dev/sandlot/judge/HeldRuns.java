package dev.sandlot.judge;

import dev.sandlot.language.Language;
import dev.sandlot.run.Compilation;
import dev.sandlot.run.Program;
import dev.sandlot.run.Run;
import dev.sandlot.run.RunListener;
import dev.sandlot.run.RunRequest;
import dev.sandlot.run.RunService;
import dev.sandlot.run.SourceFile;
import dev.sandlot.run.StepResult;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Runs that end when the test says so.
final class HeldRuns implements RunService {

    private final BlockingQueue<Held> started = new LinkedBlockingQueue<>();

    record Held(Limits limits, JobListener listener, CompletableFuture<JobResult> result) {

        void prints(String output) {
            listener.output(Stream.STDOUT, output.getBytes(StandardCharsets.UTF_8), Duration.ZERO);
            ends(new Outcome.Exited(0));
        }

        void fails(RuntimeException failure) {
            result.completeExceptionally(failure);
        }

        void ends(Outcome outcome) {
            result.complete(
                    new JobResult(
                            outcome,
                            Duration.ofMillis(1),
                            Duration.ofMillis(1),
                            MemorySize.ofMib(1),
                            false,
                            false,
                            false,
                            false,
                            List.of(),
                            false,
                            limits));
        }
    }

    /// The next run that starts, waiting for it if need be.
    Held next() throws InterruptedException {
        Held held = started.poll(20, TimeUnit.SECONDS);
        if (held == null) {
            throw new AssertionError("No run has started within 20 s");
        }
        return held;
    }

    @Override
    public Run start(RunRequest request, RunListener listener) {
        throw new UnsupportedOperationException("The judge compiles and executes");
    }

    @Override
    public CompletableFuture<Compilation> compile(
            Language language, List<SourceFile> files, String client) {
        var step =
                new StepResult(
                        new Outcome.Exited(0),
                        new byte[] {0, (byte) 0xff},
                        "warning".getBytes(StandardCharsets.UTF_8),
                        false,
                        true,
                        Duration.ofMillis(7),
                        Duration.ofMillis(8),
                        MemorySize.ofMib(9),
                        false,
                        false,
                        true,
                        List.of(),
                        List.of(),
                        false,
                        language.run().limits());
        return CompletableFuture.completedFuture(
                new Compilation(
                        Optional.of(step),
                        Optional.of(new Program(language, List.of(), files.getFirst().name()))));
    }

    @Override
    public CompletableFuture<JobResult> execute(
            Program program, byte[] stdin, Limits limits, JobListener listener, String client) {
        var held = new Held(limits, listener, new CompletableFuture<>());
        started.add(held);
        return held.result();
    }
}
