package dev.sandlot.language;

import java.nio.file.Path;

/// A language's folder is in order, and the root file systems of this machine were built without
/// it.
final class NotInstalledException extends InvalidLanguageException {

    NotInstalledException(Path folder, String problem) {
        super(folder, "not installed", problem);
    }
}
