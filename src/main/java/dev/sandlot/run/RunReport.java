package dev.sandlot.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sandlot.language.Diagnostic;
import dev.sandlot.language.Language;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Outcome;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A run's result as the public API shows it and as a snippet keeps it.
///
/// @param compile absent where the language has no compile step
/// @param run absent when the compile step failed
/// @param passed present when an expected output was given and the program ran
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunReport(
        String language,
        String version,
        @Nullable CompileStep compile,
        @Nullable RunStep run,
        @Nullable Boolean passed) {

    /// How a step ended.
    ///
    /// @param type exited, signalled, limitExceeded, denied, couldNotStart, cancelled or
    ///   sandboxFailure
    /// @param exitCode of exited
    /// @param signal of signalled, such as SIGSEGV
    /// @param limit of limitExceeded: cpuTime, wallTime, memory, output or fileSize
    /// @param reason of couldNotStart
    /// @param incident of sandboxFailure: the operator finds it in the log
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record End(
            String type,
            @Nullable Integer exitCode,
            @Nullable String signal,
            @Nullable String limit,
            @Nullable String reason,
            @Nullable String incident) {

        public static End of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Exited(int code) -> new End("exited", code, null, null, null, null);
                case Outcome.Signalled(String signal) ->
                        new End("signalled", null, signal, null, null, null);
                case Outcome.LimitExceeded(Limit limit) ->
                        new End("limitExceeded", null, null, word(limit), null, null);
                case Outcome.Denied() -> new End("denied", null, null, null, null, null);
                case Outcome.CouldNotStart(String reason) ->
                        new End("couldNotStart", null, null, null, reason, null);
                case Outcome.Cancelled() -> new End("cancelled", null, null, null, null, null);
                case Outcome.SandboxFailure(String incident) ->
                        new End("sandboxFailure", null, null, null, null, incident);
            };
        }

        private static String word(Limit limit) {
            return switch (limit) {
                case CPU_TIME -> "cpuTime";
                case WALL_TIME -> "wallTime";
                case MEMORY -> "memory";
                case OUTPUT -> "output";
                case FILE_SIZE -> "fileSize";
            };
        }
    }

    /// The limits that were in force.
    public record InForce(
            long cpuTimeMs,
            long wallTimeMs,
            long memoryBytes,
            long outputBytes,
            int processes,
            long fileSizeBytes) {

        static InForce of(Limits limits) {
            return new InForce(
                    limits.cpuTime().toMillis(),
                    limits.wallTime().toMillis(),
                    limits.memory().bytes(),
                    limits.output().bytes(),
                    limits.processes(),
                    limits.fileSize().bytes());
        }
    }

    /// One message of the compiler, or of the runtime of a program that failed.
    ///
    /// @param line from 1; 0 when the message names none
    /// @param column from 1; 0 when the message names none
    /// @param severity error, warning or note
    public record Message(String file, int line, int column, String severity, String message) {

        public static Message of(Diagnostic diagnostic) {
            return new Message(
                    diagnostic.file(),
                    diagnostic.line(),
                    diagnostic.column(),
                    diagnostic.severity().name().toLowerCase(Locale.ROOT),
                    diagnostic.message());
        }
    }

    /// A file that came back from the run.
    ///
    /// @param encoding always `base64`
    public record Returned(String name, String content, String encoding) {

        static Returned of(JailFile file) {
            return new Returned(
                    file.name(), Base64.getEncoder().encodeToString(file.content()), "base64");
        }
    }

    /// @param stdout `null` where the streams were told live
    /// @param cached whether this was done earlier; the figures are those of then
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CompileStep(
            End outcome,
            @Nullable String stdout,
            @Nullable String stderr,
            boolean stdoutTruncated,
            boolean stderrTruncated,
            long cpuTimeMs,
            long wallTimeMs,
            long peakMemoryBytes,
            boolean processLimitHit,
            boolean memoryLimitHit,
            boolean cached,
            List<Message> diagnostics,
            InForce limits) {

        public static CompileStep of(StepResult step, RunResultJson.Streams streams) {
            return new CompileStep(
                    End.of(step.outcome()),
                    streams.encode(step.stdout()),
                    streams.encode(step.stderr()),
                    step.stdoutTruncated(),
                    step.stderrTruncated(),
                    step.cpuTime().toMillis(),
                    step.wallTime().toMillis(),
                    step.peakMemory().bytes(),
                    step.processLimitHit(),
                    step.memoryLimitHit(),
                    step.cached(),
                    step.diagnostics().stream().map(Message::of).toList(),
                    InForce.of(step.limits()));
        }
    }

    /// @param stdout `null` where the streams were told live
    /// @param processLimitHit whether a fork or thread was refused
    /// @param memoryLimitHit whether the kernel killed a process for memory
    /// @param diagnostics what the runtime said of the program's own files, where the program
    ///   failed
    /// @param files those that were asked for and exist
    /// @param filesTruncated whether some of them were left out because of their size or number
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RunStep(
            End outcome,
            @Nullable String stdout,
            @Nullable String stderr,
            boolean stdoutTruncated,
            boolean stderrTruncated,
            long cpuTimeMs,
            long wallTimeMs,
            long peakMemoryBytes,
            boolean processLimitHit,
            boolean memoryLimitHit,
            List<Message> diagnostics,
            List<Returned> files,
            boolean filesTruncated,
            InForce limits) {

        public static RunStep of(StepResult step, RunResultJson.Streams streams) {
            return new RunStep(
                    End.of(step.outcome()),
                    streams.encode(step.stdout()),
                    streams.encode(step.stderr()),
                    step.stdoutTruncated(),
                    step.stderrTruncated(),
                    step.cpuTime().toMillis(),
                    step.wallTime().toMillis(),
                    step.peakMemory().bytes(),
                    step.processLimitHit(),
                    step.memoryLimitHit(),
                    step.diagnostics().stream().map(Message::of).toList(),
                    step.files().stream().map(Returned::of).toList(),
                    step.filesTruncated(),
                    InForce.of(step.limits()));
        }
    }

    public static RunReport of(Language language, RunResult result, RunResultJson.Streams streams) {
        return new RunReport(
                language.id(),
                language.version(),
                result.compile().map(step -> CompileStep.of(step, streams)).orElse(null),
                result.run().map(step -> RunStep.of(step, streams)).orElse(null),
                result.passed().orElse(null));
    }
}
