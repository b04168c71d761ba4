package dev.sandlot.snippet;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Snippets in the tables `snippet` and `snippet_file`.
@Repository
class StoredSnippets implements Snippets {

    private final JdbcClient jdbc;

    StoredSnippets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Created create(Draft draft) {
        long bytes = size(draft);
        if (bytes > MAX_BYTES) {
            throw new SnippetTooLargeException(bytes);
        }
        Created created = new Created(SnippetId.random(), DeleteToken.random());
        insert(created, draft);
        insertFiles(created.id(), draft.files());
        return created;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Snippet> find(String id) {
        if (!SnippetId.isValid(id)) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                        SELECT id, language, version, stdin, args, options, title, result, created
                        FROM snippet WHERE id = :id
                        """)
                .param("id", id)
                .query((row, _) -> snippet(row, files(id)))
                .optional();
    }

    @Override
    @Transactional
    public boolean delete(String id, String deleteToken) {
        if (!SnippetId.isValid(id)) {
            return false;
        }
        boolean owner =
                jdbc.sql("SELECT delete_token_hash FROM snippet WHERE id = :id")
                        .param("id", id)
                        .query((row, _) -> row.getBytes(1))
                        .optional()
                        .filter(hash -> DeleteToken.matches(hash, deleteToken))
                        .isPresent();
        return owner
                && jdbc.sql("DELETE FROM snippet WHERE id = :id").param("id", id).update() == 1;
    }

    private void insert(Created created, Draft draft) {
        jdbc.sql(
                        """
                        INSERT INTO snippet
                            (id, language, version, stdin, args, options, title, result,
                             delete_token_hash)
                        VALUES
                            (:id, :language, :version, :stdin, :args, :options, :title, :result, :hash)
                        """)
                .param("id", created.id())
                .param("language", draft.language())
                .param("version", draft.version())
                .param("stdin", draft.stdin())
                .param("args", draft.args().toArray(String[]::new))
                .param("options", draft.options().toArray(String[]::new))
                .param("title", draft.title())
                .param("result", draft.result().orElse(null))
                .param("hash", DeleteToken.hash(created.deleteToken()))
                .update();
    }

    private void insertFiles(String id, List<Snippet.File> files) {
        for (int ordinal = 0; ordinal < files.size(); ordinal++) {
            Snippet.File file = files.get(ordinal);
            jdbc.sql(
                            """
                            INSERT INTO snippet_file (snippet, ordinal, name, content)
                            VALUES (:snippet, :ordinal, :name, :content)
                            """)
                    .param("snippet", id)
                    .param("ordinal", ordinal)
                    .param("name", file.name())
                    .param("content", file.content())
                    .update();
        }
    }

    private List<Snippet.File> files(String id) {
        return jdbc.sql(
                        "SELECT name, content FROM snippet_file WHERE snippet = :id ORDER BY ordinal")
                .param("id", id)
                .query((row, _) -> new Snippet.File(row.getString(1), row.getBytes(2)))
                .list();
    }

    private static Snippet snippet(ResultSet row, List<Snippet.File> files) throws SQLException {
        return new Snippet(
                row.getString("id"),
                row.getString("language"),
                row.getString("version"),
                files,
                row.getBytes("stdin"),
                strings(row.getArray("args")),
                strings(row.getArray("options")),
                row.getString("title"),
                Optional.ofNullable(row.getString("result")),
                row.getObject("created", OffsetDateTime.class).toInstant());
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static long size(Draft draft) {
        long files =
                draft.files().stream()
                        .mapToLong(file -> utf8(file.name()) + file.content().length)
                        .sum();
        long words =
                Stream.concat(draft.args().stream(), draft.options().stream())
                        .mapToLong(StoredSnippets::utf8)
                        .sum();
        return files
                + draft.stdin().length
                + words
                + utf8(draft.title())
                + draft.result().map(StoredSnippets::utf8).orElse(0L);
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
