package dev.sandlot.run;

import dev.sandlot.language.Diagnostic;
import dev.sandlot.language.FormatterMessages;
import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Formatters run where compilers do: many are programs of the toolchain. A text is replaced only
/// by what a formatter that succeeded printed whole.
@Service
class Formatters implements FormatService {

    /// A formatted text may be as long as a program may be.
    static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(20),
                    MemorySize.ofMib(1024),
                    new MemorySize(SourceFiles.MAX_BYTES),
                    128,
                    MemorySize.ofMib(16));

    private static final String TOO_LONG =
            "The formatted text would be longer than %d bytes".formatted(SourceFiles.MAX_BYTES);

    private final Sandbox sandbox;
    private final Jails jails;

    Formatters(Sandbox sandbox, Jails jails) {
        this.sandbox = sandbox;
        this.jails = jails;
    }

    @Override
    public Formatting start(Language language, SourceFile file, String client) {
        SourceFiles.check(language, file, "file");
        String source = source(file);
        Recording printed = new Recording(JobListener.silent());
        Execution execution = SecondTry.start(sandbox, job(language, file, client), printed);
        return new Formatting(
                execution
                        .result()
                        .thenApply(job -> formatted(file.name(), source, printed.result(job)))
                        .exceptionally(e -> failed(source, e)),
                execution);
    }

    private static String source(SourceFile file) {
        return text(file.content())
                .orElseThrow(() ->
                        new InvalidInputException(
                                "file.content",
                                "bytes that aren't UTF-8",
                                "text",
                                "Only text can be formatted"));
    }

    private Job job(Language language, SourceFile file, String client) {
        Limits limits = jails.inForce(LimitsRequest.DEFAULTS, LIMITS, Profile.COMPILE);
        return new Job(
                Profile.COMPILE,
                language.root(),
                language.formatCommand(file.name(), limits),
                language.formatEnv(limits),
                List.of(),
                file.content(),
                false,
                false,
                limits,
                Collect.NOTHING,
                client);
    }

    /// A mistake of ours has a result too.
    private static Formatted failed(String source, Throwable cause) {
        Outcome failure = Incidents.report("a text could not be formatted", cause);
        return new Formatted(
                source, Optional.of(words(failure, List.of(), "")), failure, "", List.of());
    }

    private static Formatted formatted(String name, String source, StepResult step) {
        String messages = new String(step.stderr(), StandardCharsets.UTF_8);
        List<Diagnostic> diagnostics =
                step.succeeded()
                        ? List.of()
                        : new FormatterMessages()
                                .find(messages).stream().map(found -> of(name, found)).toList();
        String content = text(step.stdout()).orElse("");
        Optional<String> refusal =
                step.succeeded()
                        ? fault(step, source, content)
                        : Optional.of(words(step.outcome(), diagnostics, messages));
        return new Formatted(
                refusal.isPresent() ? source : content,
                refusal,
                step.outcome(),
                messages,
                diagnostics);
    }

    private static Diagnostic of(String file, Diagnostic found) {
        return new Diagnostic(
                file, found.line(), found.column(), found.severity(), found.message());
    }

    /// Why the output of a formatter that succeeded is no text to replace another.
    private static Optional<String> fault(StepResult step, String source, String content) {
        if (step.stdoutTruncated()) {
            return Optional.of(TOO_LONG);
        }
        return content.isBlank() && !source.isBlank()
                ? Optional.of("The formatter printed no text")
                : Optional.empty();
    }

    private static String words(Outcome outcome, List<Diagnostic> diagnostics, String messages) {
        return switch (outcome) {
            case Outcome.Exited(int code) -> words(code, diagnostics, messages);
            case Outcome.Signalled(String signal) -> "The formatter crashed (" + signal + ")";
            case Outcome.Denied() -> "The formatter asked the system for something not allowed";
            case Outcome.LimitExceeded(Limit limit) -> words(limit);
            case Outcome.CouldNotStart(String reason) -> "The formatter could not start: " + reason;
            case Outcome.Cancelled() -> "Formatting was stopped";
            case Outcome.SandboxFailure _ ->
                    "Sandlot could not format this. It is our fault; your code is safe";
        };
    }

    private static String words(Limit limit) {
        return switch (limit) {
            case CPU_TIME, WALL_TIME -> "The formatter took too long";
            case MEMORY -> "The formatter needs too much memory for this";
            case OUTPUT -> TOO_LONG;
            case FILE_SIZE -> "The formatter wrote too big a file";
        };
    }

    private static String words(int code, List<Diagnostic> diagnostics, String messages) {
        if (!diagnostics.isEmpty()) {
            Diagnostic first = diagnostics.getFirst();
            return "Line " + first.line() + ": " + first.message();
        }
        return messages.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> "The formatter says: " + line)
                .orElse("The formatter ended with exit code " + code);
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
