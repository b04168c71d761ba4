package dev.sandlot.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL that outlived a killed JVM: it holds the data directory and must end before the
/// next one starts.
final class Orphan {

    private static final int STOP_SECONDS = 30;

    private Orphan() {}

    /// @param data the data directory, whose lock the caller holds
    static void stop(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        postmaster(pidFile).ifPresent(Orphan::stop);
    }

    private static Optional<ProcessHandle> postmaster(Path pidFile) {
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(process ->
                            process.info()
                                    .command()
                                    .filter(command -> command.endsWith("/bin/postgres"))
                                    .isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }
}
