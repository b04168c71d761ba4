package dev.sandlot.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which languages have worked here, in a file: a restart tries only what is new. What is known of
/// a language is forgotten when its toolchain, its commands or the kernel change.
final class CheckedLanguages {

    private static final Logger log = LoggerFactory.getLogger(CheckedLanguages.class);

    private final Path file;
    private final Set<String> worked;

    CheckedLanguages(Path file) {
        this.file = file;
        this.worked = read(file);
    }

    private static Set<String> read(Path file) {
        try {
            return new HashSet<>(Files.readAllLines(file));
        } catch (IOException e) {
            log.debug("No languages have been checked yet", e);
            return new HashSet<>();
        }
    }

    synchronized boolean worked(Language language) {
        return worked.contains(key(language));
    }

    /// A disk that is full costs another check, not the language.
    synchronized void add(Language language) {
        String key = key(language);
        worked.add(key);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, key + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            log.warn("Could not note that {} works: {}", language.name(), e.toString());
        }
    }

    private static String key(Language language) {
        String all =
                String.join(
                        "\n",
                        System.getProperty("os.version"),
                        language.toolchain(),
                        language.run().command().toString(),
                        new TreeMap<>(language.run().env()).toString(),
                        language.hello());
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
