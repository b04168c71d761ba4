package dev.sandlot.language;

import dev.sandlot.language.Trial.Ended;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Runs the starter program of each language that hasn't worked here before, when the sandbox
/// accepts jobs, notes what it took, and hides those languages whose program fails. Until then
/// every language is offered.
@Component
class HelloCheck {

    private static final Logger log = LoggerFactory.getLogger(HelloCheck.class);
    private static final int SHOWN = 400;

    private final LanguageCatalogue languages;
    private final Sandbox sandbox;
    private final CheckedLanguages checked;
    private final MeterRegistry registry;

    @Autowired
    HelloCheck(
            LanguageCatalogue languages,
            Sandbox sandbox,
            LanguageProperties properties,
            ObjectProvider<MeterRegistry> registry) {
        this(languages, sandbox, properties, registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    HelloCheck(
            LanguageCatalogue languages,
            Sandbox sandbox,
            LanguageProperties properties,
            MeterRegistry registry) {
        this.languages = languages;
        this.sandbox = sandbox;
        this.checked = new CheckedLanguages(properties.checkedLanguages());
        this.registry = registry;
    }

    /// Returns at once; one language after the other, so that users' runs hardly wait.
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        languages.everyVersion().stream()
                .collect(Collectors.groupingBy(Language::root))
                .forEach((root, all) ->
                        sandbox.accepting(root).thenRun(() -> inBackground(root, all)));
    }

    private void inBackground(String root, List<Language> all) {
        Thread.ofVirtual().name("hello-check-" + root).start(() -> checkAll(root, all));
    }

    void checkAll(String root, List<Language> all) {
        for (Language language : all) {
            checked.worked(language)
                    .ifPresentOrElse(baseline -> show(language, baseline), () -> check(language));
        }
        long working = all.stream().filter(this::isOffered).count();
        log.info("{} of {} versions of languages work in {}", working, all.size(), root);
    }

    private boolean isOffered(Language language) {
        return languages.find(language.id(), language.version()).isPresent();
    }

    private void check(Language language) {
        try {
            JailFile hello =
                    JailFile.of(
                            language.fileName(), language.hello().getBytes(StandardCharsets.UTF_8));
            Ended ended = new Trial(sandbox, language).compileAndRun(List.of(hello), "", List.of());
            judge(language, ended);
        } catch (SandboxBusyException | SandboxUnavailableException e) {
            log.info("{} stays unchecked: {}", language.name(), e.getMessage());
        }
    }

    private void judge(Language language, Ended ended) {
        switch (ended.result().outcome()) {
            case Outcome.Exited(int code) when code == 0 ->
                    note(language, Baseline.of(ended.result()));
            case Outcome.LimitExceeded(Limit limit) when limit == Limit.WALL_TIME ->
                    log.warn("{} stays unchecked: the host was too busy", language.name());
            case Outcome.SandboxFailure _, Outcome.Cancelled _ ->
                    log.info("{} stays unchecked: {}", language.name(), ended.result().outcome());
            case Outcome.Exited _,
                    Outcome.Signalled _,
                    Outcome.LimitExceeded _,
                    Outcome.Denied _,
                    Outcome.CouldNotStart _ ->
                    languages.hide(language, "its starter program failed: " + words(ended));
        }
    }

    private void note(Language language, Baseline baseline) {
        checked.add(language, baseline);
        show(language, baseline);
    }

    /// To the operator.
    private void show(Language language, Baseline baseline) {
        Tags tags = Tags.of("language", language.id(), "version", language.version());
        gauge("sandlot.language.baseline.cpu.seconds", tags, baseline.cpuTime().toNanos() / 1e9);
        gauge("sandlot.language.baseline.memory.bytes", tags, baseline.peakMemory().bytes());
    }

    private void gauge(String name, Tags tags, double value) {
        Gauge.builder(name, () -> value).tags(tags).register(registry);
    }

    private static String words(Ended ended) {
        String said = (ended.stderr() + ended.stdout()).strip();
        return ended.result().outcome() + " " + said.substring(0, Math.min(said.length(), SHOWN));
    }
}
