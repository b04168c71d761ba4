package dev.sandlot.run;

import dev.sandlot.sandbox.MemorySize;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param maxCollected the files that a run may return, all together
/// @param maxQueueWait how long a run step waits for a place in a full queue after its compile step
///   was admitted
@ConfigurationProperties("sandlot.run")
record RunProperties(
        @DefaultValue("4MB") DataSize maxCollected, @DefaultValue("30s") Duration maxQueueWait) {

    MemorySize maxCollect() {
        return MemorySize.ofBytes(maxCollected.toBytes());
    }
}
