package dev.sandlot.language;

import java.nio.file.Path;

/// A language's folder, or the manifest, says something that can't be used. The message names the
/// file, the key and the value.
class InvalidLanguageException extends RuntimeException {

    InvalidLanguageException(Path file, String key, String problem) {
        super(file + ": " + key + ": " + problem);
    }

    InvalidLanguageException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
