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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Successful compile steps, one file each, bounded in number and bytes; the longest unused go
/// first. They outlive a restart. A file that can't be read back exactly is dropped.
///
/// The content of an entry is bytes that a jail made: it is handed to jails, never opened here.
@Component
class CompileCache {

    private static final Logger log = LoggerFactory.getLogger(CompileCache.class);
    private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".new";

    private final Path directory;
    private final long maxBytes;
    private final int maxEntries;

    /// Sizes in bytes by key, the longest unused first. Guarded by this.
    private final LinkedHashMap<CompileKey, Long> sizes = new LinkedHashMap<>(64, 0.75f, true);

    private long bytes;

    CompileCache(CompileCacheProperties properties) throws IOException {
        directory = properties.directory().toAbsolutePath();
        maxBytes = properties.maxSize().toBytes();
        maxEntries = properties.maxEntries();
        Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        findEntries();
    }

    Optional<Compiled> find(CompileKey key) {
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
    synchronized long size(CompileKey key) {
        return sizes.getOrDefault(key, 0L);
    }

    /// Keeps the compiled program. A disk that is full costs speed, not the run.
    void put(CompileKey key, Compiled compiled) {
        if (compiled.size() > maxBytes / 4) {
            return;
        }
        try {
            Path unfinished = Files.createTempFile(directory, "", UNFINISHED);
            try {
                write(key, compiled, unfinished);
                long size = Files.size(unfinished);
                Files.move(unfinished, file(key), StandardCopyOption.ATOMIC_MOVE);
                add(key, size);
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

    private synchronized boolean touch(CompileKey key) {
        return sizes.get(key) != null;
    }

    private synchronized void add(CompileKey key, long size) {
        Long before = sizes.put(key, size);
        bytes += size - (before == null ? 0 : before);
        evict();
    }

    private synchronized void drop(CompileKey key) {
        Long size = sizes.remove(key);
        if (size != null) {
            bytes -= size;
            delete(file(key));
        }
    }

    private void evict() {
        Iterator<Map.Entry<CompileKey, Long>> oldest = sizes.entrySet().iterator();
        while ((bytes > maxBytes || sizes.size() > maxEntries) && oldest.hasNext()) {
            Map.Entry<CompileKey, Long> entry = oldest.next();
            bytes -= entry.getValue();
            delete(file(entry.getKey()));
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
                .forEach(file -> add(new CompileKey(file.name()), file.attributes().size()));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("Could not delete {}: {}", file, e.toString());
        }
    }
}
