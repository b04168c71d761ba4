package dev.sandlot.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The root file systems of this machine, each by its name, which is that of a Debian suite.
record Roots(Map<String, Manifest> manifests) {

    private static final String MANIFEST = ".manifest.json";

    /// @throws InvalidLanguageException when a manifest can't be read
    static Roots read(Path directory) {
        if (!Files.isDirectory(directory)) {
            return new Roots(Map.of());
        }
        try (Stream<Path> files = Files.list(directory)) {
            return new Roots(
                    files.filter(file -> file.toString().endsWith(MANIFEST))
                            .collect(Collectors.toMap(Roots::name, Manifest::read)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Manifest> find(String root) {
        return Optional.ofNullable(manifests.get(root));
    }

    boolean isEmpty() {
        return manifests.isEmpty();
    }

    private static String name(Path manifest) {
        String file = String.valueOf(manifest.getFileName());
        return file.substring(0, file.length() - MANIFEST.length());
    }
}
