package dev.sandlot.run;

import dev.sandlot.language.Diagnostic;
import dev.sandlot.language.DiagnosticPattern;
import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Two languages that no folder describes.
final class TestLanguages {

    static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    MemorySize.ofMib(256),
                    MemorySize.ofKib(64),
                    64,
                    MemorySize.ofMib(16));

    private TestLanguages() {}

    static Language compiled() {
        return compiled("14.2.0");
    }

    static Language compiled(String version) {
        return compiled(version, List.of(), LIMITS);
    }

    /// One whose compiler can wait for its program.
    ///
    /// @param limits of its compile step
    static Language waiting(String version, Limits limits) {
        return compiled(version, List.of("cc", "--wait", version), limits);
    }

    /// @param command that of the compiler that waits
    static Language waiting(List<String> command, Limits limits) {
        return compiled("1", command, limits);
    }

    private static Language compiled(String version, List<String> waiting, Limits limits) {
        return language(
                "c",
                version,
                Optional.of(
                        new Language.CompileStep(
                                List.of("cc", "{options}", "-o", "main", "{files}"),
                                waiting,
                                Map.of("CC_ENV", "1"),
                                limits,
                                TestLanguages::diagnostics,
                                List.of("main"))),
                List.of("./main"));
    }

    static Language interpreted() {
        return language("sh", "5.2", Optional.empty(), List.of("sh", "{main}"));
    }

    /// An interpreted one whose runtime explains itself.
    static Language explaining(DiagnosticPattern pattern) {
        return language(
                "sh", "5.2", Optional.empty(), List.of("sh", "{main}"), Optional.of(pattern));
    }

    /// A step that ended so.
    static StepResult ended(Outcome outcome, byte[] stderr) {
        return new StepResult(
                outcome,
                new byte[0],
                stderr,
                false,
                false,
                Duration.ZERO,
                Duration.ZERO,
                new MemorySize(0),
                false,
                false,
                false,
                List.of(),
                List.of(),
                false,
                LIMITS);
    }

    private static List<Diagnostic> diagnostics(String printed) {
        return printed.lines()
                .filter(line -> line.contains("warning"))
                .map(line -> new Diagnostic("main.c", 1, 2, Diagnostic.Severity.WARNING, line))
                .toList();
    }

    private static Language language(
            String id, String version, Optional<Language.CompileStep> compile, List<String> run) {
        return language(id, version, compile, run, Optional.empty());
    }

    private static Language language(
            String id,
            String version,
            Optional<Language.CompileStep> compile,
            List<String> run,
            Optional<DiagnosticPattern> traceback) {
        return new Language(
                id,
                id,
                version,
                List.of(version),
                List.of(),
                "main." + id,
                List.of(id),
                id,
                "#",
                Optional.empty(),
                "",
                compile,
                new Language.RunStep(run, Map.of("RUN_ENV", "1"), LIMITS, false, traceback),
                List.of(new Language.Option("fast", "Fast", List.of("-O3"), "fast", false)),
                Optional.of(new Language.Formatter(List.of("fmt", "{main}"), Map.of("FMT", "1"))),
                1,
                Duration.ZERO,
                "trixie",
                "root-1");
    }
}
