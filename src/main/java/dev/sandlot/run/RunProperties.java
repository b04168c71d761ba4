package dev.sandlot.run;

import dev.sandlot.sandbox.MemorySize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param maxCollected the files that a run may return, all together
/// @param maxKept the compiled programs and the output that all runs together keep in memory; by
///   default an eighth of the heap, since each byte is there up to four times while it is sent
/// @param maxQueueWait how long a run step waits for a place in a full queue after its compile step
///   was admitted
@ConfigurationProperties("sandlot.run")
record RunProperties(
        @DefaultValue("4MB") DataSize maxCollected,
        @Nullable DataSize maxKept,
        @DefaultValue("30s") Duration maxQueueWait) {

    long maxKeptBytes() {
        return maxKept != null ? maxKept.toBytes() : Runtime.getRuntime().maxMemory() / 8;
    }

    MemorySize maxCollect() {
        return MemorySize.ofBytes(maxCollected.toBytes());
    }
}
