package dev.sandlot.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// `sandlot.data-dir`: for its owner alone, and for one service at a time.
@Component
class DataFolder implements AutoCloseable {

    private static final String OWNER_ONLY = "rwx------";

    private final Path path;
    private final FileChannel lock;

    /// @throws IOException when it can't be made, or another service works in it
    DataFolder(@Value("${sandlot.data-dir}") Path path) throws IOException {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER_ONLY));
        this.path = path.toRealPath();
        this.lock = lock(this.path);
    }

    Path path() {
        return path;
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(
                        path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(file) == null) {
            file.close();
            throw new IOException(
                    path
                            + " is in use by another service. Fix: end that one, or give this one"
                            + " another sandlot.data-dir");
        }
        return file;
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
