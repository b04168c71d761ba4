package dev.sandlot.database;

import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A PostgreSQL under `sandlot.data-dir`, used when `spring.datasource.url` is not set.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "none", matchIfMissing = true)
class EmbeddedDatabase {

    /// [DatabaseWatch] starts it.
    @Bean
    PostgresServer postgresServer(DataFolder folder) throws IOException {
        return new PostgresServer(folder.path());
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(PostgresServer server) {
        return new Connection(server.port(), server.password());
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
