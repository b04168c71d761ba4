package dev.sandlot.language;

import dev.sandlot.language.Trial.Ended;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Runs the starter program of each language that hasn't worked here before, when the sandbox
/// accepts jobs, and hides those languages whose program fails. Until then every language is
/// offered.
@Component
class HelloCheck {

    private static final Logger log = LoggerFactory.getLogger(HelloCheck.class);
    private static final int SHOWN = 400;

    private final LanguageCatalogue languages;
    private final Sandbox sandbox;
    private final CheckedLanguages checked;

    HelloCheck(LanguageCatalogue languages, Sandbox sandbox, LanguageProperties properties) {
        this.languages = languages;
        this.sandbox = sandbox;
        this.checked = new CheckedLanguages(properties.checkedLanguages());
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
        all.stream().filter(language -> !checked.worked(language)).forEach(this::check);
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
            case Outcome.Exited(int code) when code == 0 -> checked.add(language);
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

    private static String words(Ended ended) {
        String said = (ended.stderr() + ended.stdout()).strip();
        return ended.result().outcome() + " " + said.substring(0, Math.min(said.length(), SHOWN));
    }
}
