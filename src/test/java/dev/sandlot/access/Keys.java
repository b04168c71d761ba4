package dev.sandlot.access;

import java.nio.file.Path;
import java.util.List;

/// Keys for tests.
final class Keys {

    private Keys() {}

    static ApiKeys none() {
        return in(Path.of("/nonexistent/api-keys"));
    }

    static ApiKeys in(Path file) {
        return new ApiKeys(settings(file));
    }

    static AccessSettings settings(Path file) {
        return new AccessSettings(2, 3, 4, List.of(), file);
    }
}
