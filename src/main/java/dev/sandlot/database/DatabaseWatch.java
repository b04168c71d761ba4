package dev.sandlot.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/// Asks the database a question every second. A server of our own that has ended, was stopped or
/// doesn't answer is ended and started again; any other is waited for.
@Component
class DatabaseWatch implements Database, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_LOOK = Duration.ofSeconds(5);
    private static final String ANSWER_SECONDS = "2";

    /// One may be lost to a busy machine.
    private static final int UNANSWERED = 2;

    /// What a start of the service leaves for a second look.
    private static final Duration SECOND_LOOK = Duration.ofSeconds(10);

    /// As long as it says that it starts up or shuts down, it is left alone; but not for ever.
    private static final int PUT_OFF = 60;

    /// A server that shuts down still answers on the connections that it has.
    private static final int ANSWERS_PER_CONNECTION = 10;

    private static final int TOLD_ANEW = 30;
    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final @Nullable PostgresServer server;
    private final JdbcConnectionDetails details;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch settled = new CountDownLatch(1);
    private final long begun = System.nanoTime();
    private final Thread thread;
    private @Nullable Connection connection;
    private int answersHere;
    private int unanswered;
    private int putOff;
    private int failures;
    private volatile boolean answers;
    private volatile boolean shortOfRoom;
    private volatile boolean migrated;

    DatabaseWatch(JdbcConnectionDetails details, ObjectProvider<PostgresServer> server) {
        this.details = details;
        this.server = server.getIfAvailable();
        this.thread = Thread.ofPlatform().daemon().name("database-watch").start(this::watch);
    }

    @Override
    public Optional<String> trouble() {
        if (shortOfRoom) {
            return Optional.of(StorageFault.FULL.words());
        }
        return answers && migrated
                ? Optional.empty()
                : Optional.of(StorageFault.UNAVAILABLE.words());
    }

    /// Waits until the database answers, or didn't when asked for the second time: a server that is
    /// started on a busy machine may not come up at once. After a first look that took long there
    /// is no second one, for the service must start.
    ///
    /// @return whether it answers
    boolean awaitAnswer() throws InterruptedException {
        settled.await();
        return answers;
    }

    boolean answers() {
        return answers;
    }

    /// Its tables are there, as this version needs them.
    void migrated() {
        migrated = true;
    }

    private void watch() {
        try {
            do {
                look();
            } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            // close() wants it
        } finally {
            hangUp();
        }
    }

    private void look() {
        try {
            shortOfRoom = server != null && server.isShortOfRoom();
            revive();
            ask();
            answered();
        } catch (SQLException | IOException | RuntimeException | OutOfMemoryError e) {
            // The last when this user may have no more threads.
            hangUp();
            failed(e);
        }
        if (answers || failures >= UNANSWERED || isLate()) {
            settled.countDown();
        }
    }

    private boolean isLate() {
        return System.nanoTime() - begun > SECOND_LOOK.toNanos();
    }

    private void answered() {
        if (!answers) {
            log.info("The database answers");
        }
        failures = 0;
        unanswered = 0;
        putOff = 0;
        answers = true;
    }

    private void failed(Throwable failure) {
        if (failures % TOLD_ANEW == 0) {
            log.error("The database does not answer: {}", failure.toString());
        }
        failures++;
        if (StorageFault.anySqlState(failure, DatabaseWatch::lives) && putOff < PUT_OFF) {
            putOff++;
        } else {
            unanswered++;
        }
        answers = false;
    }

    private void revive() throws IOException {
        if (server == null) {
            return;
        }
        if (!server.isAlive() || server.isStopped() || unanswered >= UNANSWERED) {
            answers = false;
            hangUp();
            server.start();
            unanswered = 0;
            putOff = 0;
        }
    }

    private void ask() throws SQLException {
        if (connection == null || ++answersHere > ANSWERS_PER_CONNECTION) {
            hangUp();
            connection = DriverManager.getConnection(details.getJdbcUrl(), properties());
            answersHere = 0;
        }
        try (Statement question = connection.createStatement()) {
            question.execute("SELECT 1");
        }
    }

    private static boolean lives(String state) {
        return state.equals(CANNOT_CONNECT_NOW) || state.equals(TOO_MANY_CONNECTIONS);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", String.valueOf(details.getUsername()));
        properties.setProperty("password", String.valueOf(details.getPassword()));
        properties.setProperty("connectTimeout", ANSWER_SECONDS);
        properties.setProperty("socketTimeout", ANSWER_SECONDS);
        return properties;
    }

    private void hangUp() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            log.debug("The connection was gone already", e);
        } finally {
            connection = null;
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        thread.interrupt();
        thread.join(LAST_LOOK);
    }
}
