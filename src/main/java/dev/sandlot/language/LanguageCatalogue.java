package dev.sandlot.language;

import dev.sandlot.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The languages whose folders could be read. One that is broken is logged and hidden, and so are,
/// as long as it isn't served, those of a root file system; the others serve.
@Component
class LanguageCatalogue implements Languages {

    private static final Logger log = LoggerFactory.getLogger(LanguageCatalogue.class);

    /// The versions of each, the one first that people get who choose none; never empty.
    private final Map<String, List<Language>> offered;

    private final Sandbox sandbox;

    LanguageCatalogue(LanguageProperties properties, Sandbox sandbox) {
        this.sandbox = sandbox;
        offered = new ConcurrentHashMap<>(read(properties));
    }

    @Override
    public List<Language> all() {
        return offered.keySet().stream()
                .flatMap(id -> find(id).stream())
                .sorted(Comparator.comparing(language -> language.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public Optional<Language> find(String id) {
        return versions(id).stream().findFirst();
    }

    @Override
    public Optional<Language> find(String id, String version) {
        return versions(id).stream().filter(l -> l.version().equals(version)).findFirst();
    }

    /// Without those whose root file system isn't served now.
    @Override
    public List<Language> versions(String id) {
        return only(offered.getOrDefault(id, List.of()), l -> sandbox.serves(l.root()));
    }

    @Override
    public Optional<Language> closest(String id, String version) {
        // Of several that have as much in common, the first.
        return versions(id).stream()
                .reduce((best, next) ->
                        inCommon(next, version) > inCommon(best, version) ? next : best);
    }

    /// Every version of every language.
    List<Language> everyVersion() {
        return all().stream().flatMap(language -> versions(language.id()).stream()).toList();
    }

    /// Offers a version of a language no longer: its toolchain doesn't work here.
    void hide(Language language, String reason) {
        log.error("{} {} is hidden: {}", language.name(), language.version(), reason);
        offered.computeIfPresent(language.id(), (_, versions) -> without(versions, language));
    }

    private static @Nullable List<Language> without(List<Language> versions, Language hidden) {
        List<Language> left = only(versions, l -> !l.version().equals(hidden.version()));
        return left.isEmpty() ? null : left;
    }

    /// Those of a language's versions, which know of the others.
    private static List<Language> only(List<Language> versions, Predicate<Language> wanted) {
        List<Language> left = versions.stream().filter(wanted).toList();
        List<String> names = left.stream().map(Language::version).toList();
        return left.stream().map(language -> language.among(names)).toList();
    }

    private static int inCommon(Language language, String version) {
        List<String> own = parts(language.version());
        List<String> wanted = parts(version);
        int same = 0;
        while (same < Math.min(own.size(), wanted.size())
                && own.get(same).equals(wanted.get(same))) {
            same++;
        }
        return same;
    }

    private static List<String> parts(String version) {
        return List.of(version.split("[. ]", -1));
    }

    private static Map<String, List<Language>> read(LanguageProperties properties) {
        Roots roots = roots(properties.rootDir());
        List<Path> folders = folders(properties.languagesDir());
        Map<String, List<Language>> read =
                folders.stream()
                        .map(folder -> readFolder(folder, roots))
                        .filter(versions -> !versions.isEmpty())
                        .collect(Collectors.toMap(v -> v.getFirst().id(), Function.identity()));
        log.info("{} of {} languages are installed here", read.size(), folders.size());
        return read;
    }

    private static Roots roots(Path directory) {
        try {
            Roots roots = Roots.read(directory);
            if (roots.isEmpty()) {
                log.error("No language can be offered: no root file system in {}", directory);
            }
            return roots;
        } catch (InvalidLanguageException e) {
            log.error("No language can be offered: {}. deploy/run builds it.", e.getMessage());
            return new Roots(Map.of());
        }
    }

    private static List<Language> readFolder(Path folder, Roots roots) {
        try {
            return LanguageFolder.read(folder, roots);
        } catch (NotInstalledException e) {
            log.debug("{}", e.getMessage());
            return List.of();
        } catch (InvalidLanguageException e) {
            log.error("{} is hidden: {}", folder.getFileName(), e.getMessage());
            return List.of();
        }
    }

    private static List<Path> folders(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No languages in " + directory.toAbsolutePath(), e);
        }
    }
}
