package dev.sandlot.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The keys that `deploy/key` has issued. Their file is read again when it has changed, so a key
/// works, or no longer works, from the next request on.
@Component
class ApiKeys {

    private static final Logger log = LoggerFactory.getLogger(ApiKeys.class);

    private final Path file;
    private final Allowance defaults;
    private @Nullable Version version;
    private Map<String, ApiKey> byHash = Map.of();

    private record Version(FileTime modified, long size, @Nullable Object inode) {}

    ApiKeys(AccessSettings settings) {
        this.file = settings.keysFile();
        this.defaults = settings.allowance();
    }

    static boolean isKey(String token) {
        return token.startsWith(ApiKey.PREFIX);
    }

    Optional<ApiKey> find(String token) {
        return Optional.ofNullable(current().get(Secrets.hash(token)));
    }

    /// A file that can't be read issues no keys: everyone who sends one is told so.
    private synchronized Map<String, ApiKey> current() {
        try {
            Version now = version();
            if (!now.equals(version)) {
                byHash = read();
                version = now;
            }
        } catch (NoSuchFileException _) {
            byHash = Map.of();
            version = null;
        } catch (IOException e) {
            log.error("The API keys can't be read, none is taken", e);
            byHash = Map.of();
            version = null;
        }
        return byHash;
    }

    private Version version() throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }

    private Map<String, ApiKey> read() throws IOException {
        Map<String, ApiKey> keys = new HashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            Optional<ApiKey> key = ApiKey.of(line, defaults);
            if (key.isPresent()) {
                keys.put(key.get().hash(), key.get());
            } else {
                log.error("{}: line {} is no key and is ignored", file, number);
            }
        }
        return keys;
    }
}
