package dev.sandlot.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which languages have worked here and what that cost, in a file: a restart tries only what is
/// new. What is known of a language is forgotten when its toolchain, its commands or the kernel
/// change.
final class CheckedLanguages {

    private static final Logger log = LoggerFactory.getLogger(CheckedLanguages.class);

    private final Path file;
    private final Map<String, Baseline> worked;

    CheckedLanguages(Path file) {
        this.file = file;
        this.worked = read(file);
    }

    private static Map<String, Baseline> read(Path file) {
        Map<String, Baseline> worked = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int end = line.indexOf(' ');
                Baseline.parse(line.substring(end + 1))
                        .ifPresent(it -> worked.put(line.substring(0, end), it));
            }
        } catch (IOException e) {
            log.debug("No languages have been checked yet", e);
        }
        return worked;
    }

    /// What its starter program took when it worked here.
    synchronized Optional<Baseline> worked(Language language) {
        return Optional.ofNullable(worked.get(key(language)));
    }

    /// A disk that is full costs another check, not the language.
    synchronized void add(Language language, Baseline baseline) {
        String key = key(language);
        worked.put(key, baseline);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    key + " " + baseline.words() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
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
