package dev.sandlot.run;

import dev.sandlot.language.Diagnostic;
import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what a program that failed left on standard error: messages of its runtime about the
/// program's own files. The text is hostile; it can name nothing but these files.
final class Traceback {

    /// Bytes at the end of standard error that are looked at: a traceback is the last that is said.
    static final int MAX_BYTES = 64 * 1024;

    private final Language language;
    private final String mainFile;
    private final Set<String> names;

    /// @param files the first is the main file
    Traceback(Language language, List<SourceFile> files) {
        this.language = language;
        this.mainFile = files.getFirst().name();
        this.names = files.stream().map(SourceFile::name).collect(Collectors.toUnmodifiableSet());
    }

    /// Nothing for a program that succeeded or was stopped.
    List<Diagnostic> of(StepResult step) {
        if (!failedByItself(step.outcome())) {
            return List.of();
        }
        return language
                .run()
                .diagnostics()
                .map(pattern -> pattern.find(end(step.stderr())))
                .orElse(List.of())
                .stream()
                .flatMap(found -> inOwnFile(found).stream())
                .toList();
    }

    private static boolean failedByItself(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exited(int code) -> code != 0;
            case Outcome.Signalled _ -> true;
            case Outcome.LimitExceeded _,
                    Outcome.Denied _,
                    Outcome.CouldNotStart _,
                    Outcome.Cancelled _,
                    Outcome.SandboxFailure _ ->
                    false;
        };
    }

    /// From the start of a line on.
    private static String end(byte[] stderr) {
        int from = Math.max(0, stderr.length - MAX_BYTES);
        while (from > 0 && from < stderr.length && stderr[from - 1] != '\n') {
            from++;
        }
        return new String(stderr, from, stderr.length - from, StandardCharsets.UTF_8);
    }

    private Optional<Diagnostic> inOwnFile(Diagnostic found) {
        return ownFile(found.file())
                .map(name ->
                        new Diagnostic(
                                name,
                                found.line(),
                                found.column(),
                                found.severity(),
                                found.message()));
    }

    /// Some runtimes name no file, others only the last part of its name.
    private Optional<String> ownFile(String named) {
        if (named.isEmpty()) {
            return Optional.of(mainFile);
        }
        String name = named.replaceFirst("^(?:/work/|\\./)", "");
        if (names.contains(name)) {
            return Optional.of(name);
        }
        List<String> ending = names.stream().filter(own -> own.endsWith("/" + name)).toList();
        return ending.size() == 1 ? Optional.of(ending.getFirst()) : Optional.empty();
    }
}
