package dev.sandlot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// PostgreSQL comes up on its data, whatever became of the one before.
@Timeout(120)
class PostgresServerIT {

    @TempDir private Path temporary;

    @Test
    void keepsItsDataSafelyAndForItsOwnerAlone() throws Exception {
        try (DataFolder folder = new DataFolder(temporary.resolve("data"))) {
            try (PostgresServer server = started(folder)) {
                assertThat(query(server, "SHOW fsync")).isEqualTo("on");
                assertThat(query(server, "SHOW synchronous_commit")).isEqualTo("on");
                assertThat(query(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
                assertThat(query(server, "SHOW unix_socket_directories")).isEmpty();
                assertThat(query(server, "SHOW server_version")).startsWith("18.");
                assertThatThrownBy(() -> connect(server, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
                update(server, "CREATE TABLE kept AS SELECT 42 AS answer");
            }
            assertThat(permissions(folder.path())).isEqualTo("rwx------");
            assertThat(permissions(folder.path().resolve("postgres-password")))
                    .isEqualTo("rw-------");

            try (PostgresServer server = started(folder)) {
                assertThat(query(server, "SELECT answer FROM kept")).isEqualTo("42");
            }
            assertThat(processes(folder).alive()).isEmpty();
        }
    }

    @Test
    void aDataFolderServesOneService() throws Exception {
        Path data = temporary.resolve("data");
        try (DataFolder folder = new DataFolder(data)) {
            assertThatThrownBy(() -> new DataFolder(data))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(folder.path() + " is in use by another service");
        }
        new DataFolder(data).close();
    }

    @Test
    void startsAgainOnItsDataAfterTheFirstProcessWasKilled() throws Exception {
        survives("KILL", true);
    }

    @Test
    void startsAgainOnItsDataAfterTheFirstProcessWasStopped() throws Exception {
        survives("STOP", true);
    }

    @Test
    void startsAgainOnItsDataAfterAnotherProcessOfItWasStopped() throws Exception {
        survives("STOP", false);
    }

    private void survives(String signal, boolean first) throws Exception {
        try (DataFolder folder = new DataFolder(temporary);
                PostgresServer server = started(folder)) {
            update(server, "CREATE TABLE kept AS SELECT 42 AS answer");
            long postmaster = processes(folder).postmaster().orElseThrow();
            List<Long> before = processes(folder).alive();
            long victim =
                    first
                            ? postmaster
                            : before.stream()
                                    .filter(it -> it != postmaster)
                                    .findAny()
                                    .orElseThrow();

            send(signal, victim);
            await().until(() -> !server.isAlive() || server.isStopped());
            server.start();

            assertThat(server.isAlive()).isTrue();
            assertThat(server.isStopped()).isFalse();
            assertThat(query(server, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(processes(folder).alive()).doesNotContainAnyElementsOf(before);
        }
    }

    /// The server of a killed JVM runs on, or was stopped with it.
    @Test
    void endsTheServerOfAServiceThatWasKilled() throws Exception {
        try (DataFolder folder = new DataFolder(temporary);
                PostgresServer lost = started(folder);
                PostgresServer server = new PostgresServer(folder.path())) {
            update(lost, "CREATE TABLE kept AS SELECT 42 AS answer");
            List<Long> before = processes(folder).alive();
            send("STOP", processes(folder).postmaster().orElseThrow());

            server.start();

            assertThat(query(server, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(processes(folder).alive()).doesNotContainAnyElementsOf(before);
            assertThat(lost.isAlive()).isFalse();
        }
    }

    @Test
    void takesNoHalfMadeFolderForData() throws Exception {
        Path half = Files.createDirectory(temporary.resolve("postgres-new-1"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");
        try (DataFolder folder = new DataFolder(temporary);
                PostgresServer server = started(folder)) {
            assertThat(query(server, "SELECT 42")).isEqualTo("42");
            assertThat(half).doesNotExist();
        }
    }

    @Test
    void saysWhyItDoesNotStartAndStartsOnceItCan() throws Exception {
        try (DataFolder folder = new DataFolder(temporary);
                PostgresServer server = started(folder)) {
            server.close();
            try (ServerSocket taken =
                    new ServerSocket(server.port(), 1, InetAddress.getLoopbackAddress())) {
                assertThat(taken.isBound()).isTrue();
                assertThatThrownBy(server::start)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("could not create any TCP/IP sockets");
            }
            server.start();
            assertThat(query(server, "SELECT 42")).isEqualTo("42");
        }
    }

    @Test
    void leavesAnotherProcessWithThatPidAlone() throws IOException {
        Files.writeString(
                temporary.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

        new PostgresProcesses(temporary).end();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    private static PostgresServer started(DataFolder folder) throws IOException {
        PostgresServer server = new PostgresServer(folder.path());
        server.start();
        return server;
    }

    private static PostgresProcesses processes(DataFolder folder) {
        return new PostgresProcesses(folder.path().resolve("postgres"));
    }

    static void send(String signal, long pid) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server, server.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void update(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server, server.password());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Connection connect(PostgresServer server, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port()),
                "postgres",
                password);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
