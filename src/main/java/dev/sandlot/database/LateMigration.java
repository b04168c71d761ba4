package dev.sandlot.database;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/// Brings the tables up to date at the start, or later when the database doesn't answer then: the
/// service starts all the same, and runs programs meanwhile.
@Component
class LateMigration implements FlywayMigrationStrategy, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LateMigration.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DatabaseWatch watch;
    private final CountDownLatch closing = new CountDownLatch(1);

    LateMigration(DatabaseWatch watch) {
        this.watch = watch;
    }

    /// @throws FlywayException when the database answers and its tables can't be brought up to date
    @Override
    public void migrate(Flyway flyway) {
        try {
            if (watch.awaitAnswer() && migrated(flyway)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        log.warn("The service starts without its database; its tables are looked after later");
        Thread.ofVirtual().name("late-migration").start(() -> migrateLater(flyway));
    }

    private void migrateLater(Flyway flyway) {
        try {
            while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (watch.answers() && migratedOrTold(flyway)) {
                    log.info("The database's tables are up to date");
                    return;
                }
            }
        } catch (InterruptedException _) {
            // the service ends
        }
    }

    private boolean migratedOrTold(Flyway flyway) {
        try {
            return migrated(flyway);
        } catch (FlywayException e) {
            log.error("The database's tables can't be brought up to date", e);
            return false;
        }
    }

    /// @return false when the database was lost meanwhile
    private boolean migrated(Flyway flyway) {
        try {
            flyway.migrate();
            watch.migrated();
            return true;
        } catch (FlywayException e) {
            if (StorageFault.anySqlState(e, LateMigration::isOfTheServer)) {
                log.warn("The database was lost while its tables were looked after", e);
                return false;
            }
            throw e;
        }
    }

    /// Connections (08), resources (53), an operator's intervention (57) and the system (58),
    /// rather than our SQL.
    private static boolean isOfTheServer(String state) {
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58");
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
