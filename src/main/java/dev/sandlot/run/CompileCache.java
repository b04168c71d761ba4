package dev.sandlot.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Successful compile steps, one file each, bounded in number and bytes, the longest unused go
/// first, and in time: what nobody runs for long goes too. They outlive a restart; a file's time
/// says when it was last used. A file that can't be read back exactly is dropped.
///
/// A program can be found as soon as it was put; the file is written after that, so that nobody
/// waits for the disk.
///
/// The content of an entry is bytes that a jail made: it is handed to jails, never opened here.
@Component
class CompileCache implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CompileCache.class);
    private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".new";
    private static final Duration EXPIRY = Duration.ofHours(1);
    private static final int UNSTORED_SHARE_OF_HEAP = 16;

    private final Path directory;
    private final long maxBytes;
    private final int maxEntries;
    private final Duration maxUnused;
    private final InstantSource clock;
    private final UnstoredPrograms unstored =
            new UnstoredPrograms(Runtime.getRuntime().maxMemory() / UNSTORED_SHARE_OF_HEAP);
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("compile-cache").daemon().factory());

    /// The longest unused first. Guarded by this.
    private final LinkedHashMap<CompileKey, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);

    private long bytes;

    /// @param size in bytes
    private record Entry(long size, Instant lastUse) {}

    @Autowired
    CompileCache(CompileCacheProperties properties) throws IOException {
        this(properties, InstantSource.system());
    }

    CompileCache(CompileCacheProperties properties, InstantSource clock) throws IOException {
        this.clock = clock;
        maxUnused = properties.maxUnused();
        directory = properties.directory().toAbsolutePath();
        maxBytes = properties.maxSize().toBytes();
        maxEntries = properties.maxEntries();
        Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        findEntries();
        expireEvery(EXPIRY.compareTo(maxUnused) < 0 ? EXPIRY : maxUnused);
    }

    /// For as long as the application runs, which is as long as the cache is there.
    private void expireEvery(Duration pause) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    expire();
                    expireEvery(pause);
                });
    }

    Optional<Compiled> find(CompileKey key) {
        Optional<Compiled> found = unstored.find(key);
        return found.isPresent() ? found : findStored(key);
    }

    private Optional<Compiled> findStored(CompileKey key) {
        if (!touch(key)) {
            return Optional.empty();
        }
        try (InputStream file = new BufferedInputStream(Files.newInputStream(file(key)))) {
            return Optional.of(CacheEntry.read(key, file, Files.size(file(key))));
        } catch (IOException | IllegalArgumentException e) {
            log.warn("Dropped the unreadable compile cache entry {}: {}", key.hex(), e.toString());
            drop(key);
            return Optional.empty();
        }
    }

    /// @return in bytes; 0 when it isn't there
    long size(CompileKey key) {
        Optional<Compiled> found = unstored.find(key);
        return found.isPresent() ? found.get().size() : storedSize(key);
    }

    private synchronized long storedSize(CompileKey key) {
        Entry entry = entries.get(key);
        return entry == null ? 0 : entry.size();
    }

    /// Of all entries together.
    synchronized long bytes() {
        return bytes;
    }

    synchronized int entries() {
        return entries.size();
    }

    /// Keeps the compiled program. When much waits to be written, the caller writes its own.
    void put(CompileKey key, Compiled compiled) {
        if (compiled.size() > maxBytes / 4) {
            return;
        }
        if (unstored.add(key, compiled)) {
            storeSoon(key, compiled);
        } else {
            store(key, compiled);
        }
    }

    private void storeSoon(CompileKey key, Compiled compiled) {
        Runnable storing =
                () -> {
                    try {
                        store(key, compiled);
                    } finally {
                        unstored.remove(key);
                    }
                };
        try {
            writer.execute(storing);
        } catch (RejectedExecutionException _) {
            storing.run();
        }
    }

    /// Writes what waits for it. What is put after that is written at once.
    @Override
    public void close() {
        writer.close();
    }

    /// A disk that is full costs speed, not the run.
    private void store(CompileKey key, Compiled compiled) {
        try {
            Path unfinished = Files.createTempFile(directory, "", UNFINISHED);
            try {
                write(key, compiled, unfinished);
                long size = Files.size(unfinished);
                Files.move(unfinished, file(key), StandardCopyOption.ATOMIC_MOVE);
                add(key, new Entry(size, clock.instant()));
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            log.warn("Could not keep a compiled program: {}", e.toString());
        }
    }

    private static void write(CompileKey key, Compiled compiled, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            CacheEntry.write(key, compiled, out);
        }
    }

    /// @return whether it is there
    private synchronized boolean touch(CompileKey key) {
        expire();
        Instant now = clock.instant();
        Entry used = entries.computeIfPresent(key, (_, entry) -> new Entry(entry.size(), now));
        if (used != null) {
            setLastUse(file(key), now);
        }
        return used != null;
    }

    private synchronized void add(CompileKey key, Entry entry) {
        setLastUse(file(key), entry.lastUse());
        Entry before = entries.put(key, entry);
        bytes += entry.size() - (before == null ? 0 : before.size());
        removeOldestWhile(_ -> bytes > maxBytes || entries.size() > maxEntries);
    }

    private synchronized void drop(CompileKey key) {
        Entry entry = entries.remove(key);
        if (entry != null) {
            bytes -= entry.size();
            delete(file(key));
        }
    }

    /// Deletes what nobody has run for long.
    synchronized void expire() {
        Instant limit = clock.instant().minus(maxUnused);
        removeOldestWhile(entry -> entry.lastUse().isBefore(limit));
    }

    private void removeOldestWhile(Predicate<Entry> goes) {
        Iterator<Map.Entry<CompileKey, Entry>> oldest = entries.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<CompileKey, Entry> next = oldest.next();
            if (!goes.test(next.getValue())) {
                return;
            }
            bytes -= next.getValue().size();
            delete(file(next.getKey()));
            oldest.remove();
        }
    }

    private Path file(CompileKey key) {
        return directory.resolve(key.hex());
    }

    private record Found(Path file, BasicFileAttributes attributes) {

        static Found of(Path file) {
            try {
                return new Found(file, Files.readAttributes(file, BasicFileAttributes.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String name() {
            return file.getFileName().toString();
        }

        Entry entry() {
            return new Entry(attributes.size(), attributes.lastModifiedTime().toInstant());
        }
    }

    private void findEntries() throws IOException {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.map(Found::of).forEach(found::add);
        }
        found.stream()
                .filter(file -> file.name().endsWith(UNFINISHED))
                .forEach(file -> delete(file.file()));
        found.stream()
                .filter(file -> ENTRY.matcher(file.name()).matches())
                .sorted(Comparator.comparing(file -> file.attributes().lastModifiedTime()))
                .forEach(file -> add(new CompileKey(file.name()), file.entry()));
        expire();
    }

    private static void setLastUse(Path file, Instant at) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(at));
        } catch (IOException e) {
            log.warn("Could not note the use of {}: {}", file, e.toString());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("Could not delete {}: {}", file, e.toString());
        }
    }
}
