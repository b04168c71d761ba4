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
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Runs that end as the test says, in the order in which it says so.
final class PlayedRuns implements RunService {

    /// One run: what it prints and how it ends.
    record Played(String output, Outcome outcome, Duration cpuTime) {

        static Played prints(String output) {
            return new Played(output, new Outcome.Exited(0), Duration.ofMillis(10));
        }

        static Played ends(Outcome outcome) {
            return new Played("", outcome, Duration.ofMillis(10));
        }

        static Played takes(Duration cpuTime, String output) {
            return new Played(output, new Outcome.Exited(0), cpuTime);
        }
    }

    final List<String> inputs = new ArrayList<>();
    int compilations;
    String compiledWith = "";
    int refusals;
    Optional<StepResult> compileStep = Optional.empty();
    boolean compiles = true;

    private final Deque<Played> played;

    PlayedRuns(Played... played) {
        this.played = new ArrayDeque<>(List.of(played));
    }

    @Override
    public Run start(RunRequest request, RunListener listener) {
        throw new UnsupportedOperationException("The judge compiles and executes");
    }

    @Override
    public CompletableFuture<Compilation> compile(
            Language language, List<SourceFile> files, String client) {
        compilations++;
        compiledWith = language.version();
        Optional<Program> program =
                compiles
                        ? Optional.of(new Program(language, List.of(), files.getFirst().name()))
                        : Optional.empty();
        return CompletableFuture.completedFuture(new Compilation(compileStep, program));
    }

    @Override
    public CompletableFuture<JobResult> execute(
            Program program, byte[] stdin, Limits limits, JobListener listener, String client) {
        if (refusals-- > 0) {
            throw new SandboxBusyException("busy", Duration.ofMillis(1));
        }
        inputs.add(new String(stdin, StandardCharsets.UTF_8));
        Played run = played.removeFirst();
        listener.output(Stream.STDERR, "noise".getBytes(StandardCharsets.UTF_8), Duration.ZERO);
        listener.output(
                Stream.STDOUT, run.output().getBytes(StandardCharsets.UTF_8), Duration.ZERO);
        return CompletableFuture.completedFuture(
                new JobResult(
                        run.outcome(),
                        run.cpuTime(),
                        run.cpuTime(),
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
