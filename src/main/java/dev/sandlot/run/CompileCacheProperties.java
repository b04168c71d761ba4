package dev.sandlot.run;

import dev.sandlot.sandbox.MemorySize;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Where compiled programs are kept, and how many.
///
/// @param directory the service's own; other files in it are left alone
/// @param maxSize of all entries together; the longest unused go first
/// @param maxEntries how many entries
/// @param maxUnused how long a program is kept that nobody runs
/// @param maxProgramSize the largest compiled program that a compile step may leave, all its files
///   together
@ConfigurationProperties("sandlot.compile-cache")
record CompileCacheProperties(
        Path directory,
        @DefaultValue("512MB") DataSize maxSize,
        @DefaultValue("5000") int maxEntries,
        @DefaultValue("30d") Duration maxUnused,
        @DefaultValue("16MB") DataSize maxProgramSize) {

    CompileCacheProperties {
        requirePositive("max-size", maxSize.toBytes());
        requirePositive("max-entries", maxEntries);
        requirePositive("max-unused", maxUnused.toMillis());
        requirePositive("max-program-size", maxProgramSize.toBytes());
    }

    MemorySize maxArtifact() {
        return MemorySize.ofBytes(maxProgramSize.toBytes());
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "sandlot.compile-cache." + name + " must be positive: " + value);
        }
    }
}
