package dev.sandlot.snippet;

import java.util.Optional;

/// Permalinks in PostgreSQL.
public interface Snippets {

    /// @param id of the new snippet
    /// @param deleteToken shown once; only its hash is stored
    record Created(String id, String deleteToken) {}

    /// @throws SnippetTooLargeException when the whole exceeds [#MAX_BYTES]
    Created create(Draft draft);

    Optional<Snippet> find(String id);

    /// @return false if there is no such snippet or the token isn't its own
    boolean delete(String id, String deleteToken);

    /// Files, stdin, arguments, options and result together.
    int MAX_BYTES = 1024 * 1024;
}
