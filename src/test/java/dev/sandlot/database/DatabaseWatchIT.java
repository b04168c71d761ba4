package dev.sandlot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Whatever becomes of PostgreSQL, it answers again, with the same data on the same port.
@Timeout(180)
class DatabaseWatchIT {

    private static final Duration BACK = Duration.ofSeconds(20);

    @TempDir private Path temporary;

    @Test
    void aServerOfOurOwnComesBackFromEverything() throws Exception {
        try (DataFolder folder = new DataFolder(temporary);
                PostgresServer server = new PostgresServer(folder.path());
                DatabaseWatch watch = watch(server, details(server))) {
            assertThat(watch.awaitAnswer()).isTrue();
            watch.migrated();
            assertThat(watch.trouble()).isEmpty();
            var processes = new PostgresProcesses(folder.path().resolve("postgres"));
            for (String signal : List.of("KILL", "STOP", "TERM")) {
                long victim = processes.postmaster().orElseThrow();
                PostgresServerIT.send(signal, victim);
                await().atMost(BACK).until(() -> !processes.alive().contains(victim));
                comesBack(watch, server);
            }
            for (String signal : List.of("KILL", "STOP")) {
                long victim = backend(server);
                PostgresServerIT.send(signal, victim);
                await().atMost(BACK).until(() -> !processes.alive().contains(victim));
                comesBack(watch, server);
            }
        }
    }

    /// A server of others is waited for, at the start too; its tables come when it does.
    @Test
    void anotherServerIsWaitedFor() throws Exception {
        try (DataFolder folder = new DataFolder(temporary);
                PostgresServer other = new PostgresServer(folder.path());
                DatabaseWatch watch = watch(null, details(other));
                LateMigration migration = new LateMigration(watch)) {
            migration.migrate(flyway(other));
            assertThat(watch.trouble()).contains(StorageFault.UNAVAILABLE.words());

            other.start();

            await().atMost(BACK).until(() -> watch.trouble().isEmpty());
            assertThat(query(other, "SELECT count(*) FROM snippet")).isEqualTo("0");
            other.close();
            await().atMost(BACK).until(() -> watch.trouble().isPresent());
            other.start();
            await().atMost(BACK).until(() -> watch.trouble().isEmpty());
        }
    }

    @Test
    void aFullDiskIsNamedAndWaitedFor() throws Exception {
        PostgresServer server = mock(PostgresServer.class);
        when(server.isShortOfRoom()).thenReturn(true);
        doThrow(new IOException("the disk is full")).when(server).start();
        JdbcConnectionDetails nowhere = mock(JdbcConnectionDetails.class);
        try (DatabaseWatch watch = watch(server, nowhere)) {
            assertThat(watch.awaitAnswer()).isFalse();
            assertThat(watch.trouble()).contains(StorageFault.FULL.words());
        }
    }

    @Test
    void aFirstStartThatFailsIsTriedAgainBeforeAnythingIsDecided() throws Exception {
        PostgresServer fails = mock(PostgresServer.class);
        doThrow(new IOException("its port was taken")).doNothing().when(fails).start();
        when(fails.isAlive()).thenReturn(false, false, true);
        try (DataFolder folder = new DataFolder(temporary);
                PostgresServer server = new PostgresServer(folder.path())) {
            server.start();
            try (DatabaseWatch watch = watch(fails, details(server));
                    LateMigration migration = new LateMigration(watch)) {
                migration.migrate(flyway(server));
                assertThat(watch.trouble()).isEmpty();
            }
        }
    }

    private static void comesBack(DatabaseWatch watch, PostgresServer server) {
        await().atMost(BACK)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(query(server, "SELECT 42")).isEqualTo("42");
                    assertThat(server.isStopped()).isFalse();
                    assertThat(watch.trouble()).isEmpty();
                });
    }

    /// Another connection's, for example that of the watch.
    private static long backend(PostgresServer server) {
        String pid =
                """
                SELECT pid FROM pg_stat_activity
                WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
                """;
        return await().atMost(BACK)
                .ignoreExceptions()
                .until(() -> Long.parseLong(query(server, pid)), found -> found > 0);
    }

    @SuppressWarnings("unchecked")
    private static DatabaseWatch watch(
            @Nullable PostgresServer server, JdbcConnectionDetails details) {
        ObjectProvider<PostgresServer> provider = mock(ObjectProvider.class);
        when(provider.getIfAvailable()).thenReturn(server);
        return new DatabaseWatch(details, provider);
    }

    private static JdbcConnectionDetails details(PostgresServer server) {
        return new EmbeddedDatabase().embeddedConnection(server);
    }

    private static Flyway flyway(PostgresServer server) {
        JdbcConnectionDetails details = details(server);
        return Flyway.configure()
                .dataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword())
                .load();
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        JdbcConnectionDetails details = details(server);
        try (Connection connection =
                        DriverManager.getConnection(
                                details.getJdbcUrl() + "?connectTimeout=2&socketTimeout=2",
                                details.getUsername(),
                                details.getPassword());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
