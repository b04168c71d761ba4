package dev.sandlot.language;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The languages whose folders could be read. One that is broken is logged and hidden; the others
/// serve.
@Component
class LanguageCatalogue implements Languages {

    private static final Logger log = LoggerFactory.getLogger(LanguageCatalogue.class);

    private final Map<String, Language> offered;

    LanguageCatalogue(LanguageProperties properties) {
        offered = new ConcurrentHashMap<>(read(properties));
    }

    @Override
    public List<Language> all() {
        return offered.values().stream()
                .sorted(Comparator.comparing(language -> language.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public Optional<Language> find(String id) {
        return Optional.ofNullable(offered.get(id));
    }

    /// Offers a language no longer: its toolchain doesn't work here.
    void hide(Language language, String reason) {
        log.error("{} is hidden: {}", language.name(), reason);
        offered.remove(language.id());
    }

    private static Map<String, Language> read(LanguageProperties properties) {
        Optional<Manifest> manifest = manifest(properties.manifest());
        return manifest.stream()
                .flatMap(known -> readFolders(properties.languagesDir(), known))
                .collect(Collectors.toMap(Language::id, Function.identity()));
    }

    private static Optional<Manifest> manifest(Path file) {
        try {
            return Optional.of(Manifest.read(file));
        } catch (InvalidLanguageException e) {
            log.error("No language can be offered: {}. deploy/run builds it.", e.getMessage());
            return Optional.empty();
        }
    }

    private static Stream<Language> readFolders(Path directory, Manifest manifest) {
        return folders(directory).stream().flatMap(folder -> readFolder(folder, manifest).stream());
    }

    private static Optional<Language> readFolder(Path folder, Manifest manifest) {
        try {
            return Optional.of(LanguageFolder.read(folder, manifest));
        } catch (InvalidLanguageException e) {
            log.error("{} is hidden: {}", folder.getFileName(), e.getMessage());
            return Optional.empty();
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
