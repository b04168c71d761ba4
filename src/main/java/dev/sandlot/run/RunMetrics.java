package dev.sandlot.run;

import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What the runs come to, for the operator. Every label is one of few: a language's id or a word of
/// ours.
@Component
class RunMetrics {

    private final MeterRegistry registry;

    @Autowired
    RunMetrics(ObjectProvider<MeterRegistry> registry) {
        this(registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    RunMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(Language language, RunResult result) {
        registry.counter("sandlot.runs", "language", language.id(), "outcome", outcome(result))
                .increment();
    }

    /// How a compile step was had: from the cache, with others who wanted the same, or by a
    /// compiler.
    enum Source {
        HIT,
        JOINED,
        MISS
    }

    void compiled(Source source) {
        registry.counter("sandlot.compile.cache.requests", "result", word(source)).increment();
    }

    /// Whether a compiler waited for the program, of a language that has such.
    void waitingCompiler(boolean waited) {
        registry.counter("sandlot.compile.waiting", "result", waited ? "taken" : "none")
                .increment();
    }

    void watch(CompileCache cache) {
        registry.gauge("sandlot.compile.cache.bytes", cache, CompileCache::bytes);
        registry.gauge("sandlot.compile.cache.entries", cache, CompileCache::entries);
    }

    private static String outcome(RunResult result) {
        return result.run()
                .map(step -> word(step.outcome()))
                .orElseGet(() -> result.compile().map(RunMetrics::ofCompile).orElse("nothing"));
    }

    /// Of a run that had no run step.
    private static String ofCompile(StepResult compile) {
        return compile.outcome() instanceof Outcome.Exited
                ? "compile_error"
                : word(compile.outcome());
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exited(int code) -> code == 0 ? "succeeded" : "failed";
            case Outcome.Signalled _ -> "signalled";
            case Outcome.LimitExceeded(Limit limit) -> word(limit) + "_limit";
            case Outcome.Denied() -> "denied";
            case Outcome.CouldNotStart _ -> "could_not_start";
            case Outcome.Cancelled() -> "cancelled";
            case Outcome.SandboxFailure _ -> "sandbox_failure";
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
