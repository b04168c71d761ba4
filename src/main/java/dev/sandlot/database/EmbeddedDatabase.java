package dev.sandlot.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A PostgreSQL under `sandlot.data-dir`, used when `spring.datasource.url` is not set.
///
/// The library is made for tests: what it does by default with durability and passwords is undone
/// here, since these data are real and untrusted programs run on the same machine.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "none", matchIfMissing = true)
class EmbeddedDatabase {

    private static final String OWNER_ONLY_FOLDER = "rwx------";
    private static final String OWNER_ONLY_FILE = "rw-------";

    private final Path home;

    EmbeddedDatabase(@Value("${sandlot.data-dir}") Path dataDir) {
        this.home = dataDir.toAbsolutePath().normalize();
    }

    /// Starts the server, after an `initdb` when there are no data yet.
    ///
    /// @throws IOException when it is not up within a minute
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres() throws IOException {
        Files.createDirectories(home);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(OWNER_ONLY_FOLDER));
        Path password = passwordFile();
        return EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-bin").toFile())
                .setDataDirectoryCustomizer(data -> Orphan.stop(data.toPath()))
                .setRegisterShutdownHook(false) // Spring closes it, after the connection pool
                .setPGStartupWait(Duration.ofMinutes(1))
                .setLocaleConfig("auth", "scram-sha-256") // wins over the library's `-A trust`
                .setLocaleConfig("pwfile", password.toString())
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", Files.readString(password).strip())
                .setServerConfig("fsync", "on") // the library starts it with -F
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "40")
                .setServerConfig("shared_buffers", "32MB")
                .start();
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres) throws IOException {
        return new Connection(postgres.getPort(), Files.readString(passwordFile()).strip());
    }

    private Path passwordFile() throws IOException {
        Path file = home.resolve("postgres-password");
        if (Files.notExists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ONLY_FILE)));
            Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
        }
        return file;
    }

    private record Connection(int port, String password) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        }

        /// Without the password, which a record would print.
        @Override
        public String toString() {
            return "Connection[" + getJdbcUrl() + "]";
        }
    }
}
