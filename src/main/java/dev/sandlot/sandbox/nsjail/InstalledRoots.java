package dev.sandlot.sandbox.nsjail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which root file systems are complete: a build writes the manifest last.
final class InstalledRoots {

    private static final Logger log = LoggerFactory.getLogger(InstalledRoots.class);
    private static final String MANIFEST = ".manifest.json";

    private InstalledRoots() {}

    static Set<String> in(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(MANIFEST))
                    .map(name -> name.substring(0, name.length() - MANIFEST.length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            log.error("No root file systems in {}: {}", directory, e.toString());
            return Set.of();
        }
    }
}
