package dev.sandlot.run;

import dev.sandlot.language.Language;

/// Has source code laid out by the language's own formatter, in a jail.
public interface FormatService {

    /// Starts the formatter and returns at once.
    ///
    /// @param language one that has a formatter
    /// @throws InvalidInputException when the file can't be taken, and why
    /// @throws dev.sandlot.sandbox.SandboxBusyException when the queue is full
    /// @throws dev.sandlot.sandbox.SandboxUnavailableException when no job is accepted
    Formatting start(Language language, SourceFile file, String client);
}
