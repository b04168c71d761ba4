package dev.sandlot.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

@Timeout(120)
class EmbeddedDatabaseIT {

    @TempDir private Path home;

    @Test
    void keepsItsDataSafelyAndForItsOwnerAlone() throws Exception {
        EmbeddedDatabase database = new EmbeddedDatabase(home.resolve("data"));
        try (EmbeddedPostgres postgres = database.embeddedPostgres()) {
            JdbcConnectionDetails details = database.embeddedConnection(postgres);
            assertThat(query(details, "SHOW fsync")).isEqualTo("on");
            assertThat(query(details, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(details, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(details, "SHOW unix_socket_directories")).isEmpty();
            assertThat(query(details, "SHOW server_version")).startsWith("18.");
            assertThatThrownBy(() -> connect(details.getJdbcUrl(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(details.toString()).doesNotContain(details.getPassword());
            update(details, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        assertThat(permissions(home.resolve("data"))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("data/postgres-password"))).isEqualTo("rw-------");

        try (EmbeddedPostgres postgres = database.embeddedPostgres()) {
            JdbcConnectionDetails details = database.embeddedConnection(postgres);
            assertThat(query(details, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    /// A server whose JVM was killed still runs; it is found by the pid file that it wrote.
    @Test
    void stopsTheServerThatAKilledJvmLeftBehind() throws Exception {
        EmbeddedDatabase database = new EmbeddedDatabase(home.resolve("data"));
        EmbeddedPostgres first = database.embeddedPostgres();
        try {
            ProcessHandle server = postmaster();
            Orphan.stop(home.resolve("data/postgres"));
            server.onExit().get(30, TimeUnit.SECONDS);
            assertThat(server.isAlive()).isFalse();
        } finally {
            first.close();
        }
    }

    @Test
    void leavesAnotherProcessWithThatPidAlone() throws IOException {
        Files.writeString(home.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

        Orphan.stop(home);

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    private ProcessHandle postmaster() throws IOException {
        List<String> lines = Files.readAllLines(home.resolve("data/postgres/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
    }

    private static String query(JdbcConnectionDetails details, String sql) throws SQLException {
        try (Connection connection = connect(details);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void update(JdbcConnectionDetails details, String sql) throws SQLException {
        try (Connection connection = connect(details);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Connection connect(JdbcConnectionDetails details) throws SQLException {
        return connect(details.getJdbcUrl(), requireNonNull(details.getPassword()));
    }

    private static Connection connect(String url, String password) throws SQLException {
        return DriverManager.getConnection(url, "postgres", password);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
