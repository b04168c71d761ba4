package dev.sandlot.database;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The processes of one PostgreSQL, as `/proc` shows them: each works in the data directory, also
/// one whose parent was killed.
final class PostgresProcesses {

    private static final Path PROC = Path.of("/proc");
    private static final String PROGRAM = "/bin/postgres";
    private static final Duration IN_GOOD_ORDER = Duration.ofSeconds(2);
    private static final Duration KILLED = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final Path data;

    PostgresProcesses(Path data) {
        this.data = data;
    }

    /// Those that live; a zombie does not.
    List<Long> alive() {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[1-9]*")) {
            for (Path process : all) {
                if (worksHere(process)) {
                    found.add(Long.valueOf(process.getFileName().toString()));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new IllegalStateException("/proc can't be read", e);
        }
        return found;
    }

    /// The first process of all, by the file that it wrote; empty when that one is gone.
    Optional<Long> postmaster() {
        try {
            long pid =
                    Long.parseLong(
                            Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
            return Optional.of(pid).filter(it -> worksHere(PROC.resolve(String.valueOf(it))));
        } catch (IOException | NumberFormatException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /// Whether somebody stopped this process or one that it started: it answers nobody, and may
    /// hold what the others wait for.
    static boolean isStopped(long postmaster) {
        return state(postmaster) == 'T'
                || children(postmaster).stream().anyMatch(child -> state(child) == 'T');
    }

    /// Ends all of them: in good order when that takes no time, by force otherwise.
    ///
    /// @throws IOException when one can't be ended
    void end() throws IOException {
        Optional<Long> first = postmaster().filter(pid -> !isStopped(pid));
        first.flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
        boolean gone = first.isPresent() && areGoneWithin(IN_GOOD_ORDER, false);
        if (!gone && !areGoneWithin(KILLED, true)) {
            throw new IOException("Processes " + alive() + " in " + data + " can't be ended");
        }
        // Its number may be a zombie's, or by now another's: the next server would take that for
        // it.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    private boolean areGoneWithin(Duration time, boolean byForce) {
        long deadline = System.nanoTime() + time.toNanos();
        while (true) {
            List<Long> left = alive();
            if (left.isEmpty() || System.nanoTime() - deadline >= 0) {
                return left.isEmpty();
            }
            if (byForce) {
                left.forEach(
                        pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            boolean ended = NEVER.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            assert !ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL ends", e);
        }
    }

    /// What isn't ours or has ended can't be read.
    private boolean worksHere(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data)
                    && Files.readSymbolicLink(process.resolve("exe")).toString().contains(PROGRAM);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Long> children(long pid) {
        try {
            Path children = PROC.resolve("%d/task/%d/children".formatted(pid, pid));
            return Arrays.stream(Files.readString(children).split(" "))
                    .filter(word -> !word.isBlank())
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// The letter of `/proc/<pid>/stat`; `X` when there is no such process.
    private static char state(long pid) {
        try {
            String stat = Files.readString(PROC.resolve("%d/stat".formatted(pid)));
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return 'X';
        }
    }
}
