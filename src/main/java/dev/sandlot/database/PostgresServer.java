package dev.sandlot.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// The PostgreSQL of our own: can be started, looked at, and started again on the same data and
/// port, whatever became of it.
///
/// The library is made for tests: what it does by default with durability and passwords is undone
/// here, since these data are real and untrusted programs run on the same machine.
final class PostgresServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final String OWNER_ONLY = "rw-------";

    /// After a crash the write-ahead log is replayed first; `max_wal_size` bounds that.
    private static final Duration START = Duration.ofMinutes(1);

    /// `pg_ctl` has started the server long before; one that is gone by then has ended.
    private static final Duration PROCESS_UP = Duration.ofSeconds(3);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /// Its first steps write some MiB, and a piece of write-ahead log has 16.
    private static final long ROOM_TO_START = 24 << 20;

    private static final long ROOM_TO_STORE = 2 << 20;
    private static final int REASON_BYTES = 4_096;
    private static final String UNFINISHED = "postgres-new-";

    private final Path home;
    private final Path data;
    private final PostgresProcesses processes;
    private final int port;
    private final String password;
    private volatile long postmaster;

    /// Starts nothing yet.
    ///
    /// @throws IOException when its password can't be read or written
    PostgresServer(Path home) throws IOException {
        this.home = home;
        this.data = home.resolve("postgres");
        this.processes = new PostgresProcesses(data);
        this.password = password(home);
        this.port = freePort();
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    /// Ends what is left of an earlier server and starts one, after an `initdb` when there are no
    /// data yet. Returns when it answers.
    ///
    /// @throws IOException when it doesn't, with its last words
    synchronized void start() throws IOException {
        close();
        requireRoom();
        if (Files.notExists(data)) {
            initialize();
        }
        long since = System.nanoTime();
        startPostmaster();
        postmaster = processes.postmaster().orElseThrow(() -> new IOException("It ended at once"));
        log.info(
                "PostgreSQL answers on port {} after {} ms",
                port,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
    }

    /// Whether it was started and its first process lives.
    boolean isAlive() {
        return postmaster != 0 && processes.postmaster().filter(it -> it == postmaster).isPresent();
    }

    /// Whether somebody stopped it, or a part of it.
    boolean isStopped() {
        return PostgresProcesses.isStopped(postmaster);
    }

    /// Ends it and whatever an earlier one left.
    @Override
    public synchronized void close() throws IOException {
        postmaster = 0;
        processes.end();
    }

    /// Whether little more can be stored.
    boolean isShortOfRoom() throws IOException {
        return room() < ROOM_TO_STORE;
    }

    private long room() throws IOException {
        return Files.getFileStore(home).getUsableSpace();
    }

    /// Room that is missing is told at once and by name.
    private void requireRoom() throws IOException {
        long free = room();
        if (free < ROOM_TO_START) {
            throw new IOException(
                    "the disk of %s is full: %d MiB are free, PostgreSQL needs %d to start"
                            .formatted(home, free >> 20, ROOM_TO_START >> 20));
        }
    }

    /// In a folder of another name, so that an `initdb` that was killed halfway is never taken for
    /// data.
    private void initialize() throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(home, UNFINISHED + "*")) {
            for (Path folder : unfinished) {
                new PostgresProcesses(folder).end();
                FileSystemUtils.deleteRecursively(folder);
            }
        }
        Path made = Files.createTempDirectory(home, UNFINISHED);
        builder(made).start();
        new PostgresProcesses(made).end();
        Files.move(made, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The library waits its time even for a server that has ended; this doesn't.
    private void startPostmaster() throws IOException {
        // The library never gives its lock back. [DataFolder] holds one for the whole service.
        Files.deleteIfExists(data.resolve("epg-lock"));
        var start = new FutureTask<>(() -> builder(data).start());
        Thread starter = Thread.ofPlatform().daemon().name("postgres-start").start(start);
        long since = System.nanoTime();
        while (!isDone(start)) {
            boolean isLate = System.nanoTime() - since > PROCESS_UP.toNanos();
            boolean isGone = isLate && processes.alive().isEmpty();
            if (isGone || processes.postmaster().filter(PostgresProcesses::isStopped).isPresent()) {
                starter.interrupt();
                throw new IOException(isGone ? lastWords() : "it was stopped");
            }
        }
    }

    private boolean isDone(FutureTask<EmbeddedPostgres> start) throws IOException {
        try {
            start.get(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(lastWords(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while PostgreSQL starts");
        }
    }

    private EmbeddedPostgres.Builder builder(Path data) {
        Redirect output = Redirect.to(home.resolve("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-bin").toFile())
                .setRegisterShutdownHook(false) // Spring closes it, after the connection pool
                .setPGStartupWait(START)
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setLocaleConfig("auth", "scram-sha-256") // wins over the library's `-A trust`
                .setLocaleConfig("pwfile", home.resolve("postgres-password").toString())
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on") // the library starts it with -F
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "40")
                .setServerConfig("shared_buffers", "32MB")
                .setServerConfig("max_wal_size", "256MB") // what a start after a crash may replay
                .setServerConfig("recovery_init_sync_method", "syncfs")
                .setServerConfig("log_min_messages", "fatal"); // no statement, no value
    }

    private String lastWords() {
        List<String> said = List.of();
        try (var file = Files.newInputStream(home.resolve("postgres.log"))) {
            said =
                    new String(file.readNBytes(REASON_BYTES), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                            .toList();
        } catch (IOException e) {
            log.debug("PostgreSQL left no log", e);
        }
        return said.isEmpty() ? "it ended without a word" : said.getLast();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("postgres-password");
        if (Files.notExists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ONLY)));
            Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
        }
        return Files.readString(file).strip();
    }
}
