package dev.sandlot.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param maxBodySize a longer request is refused before it is buffered
/// @param heartbeat how often a silent live run writes to its client, which is how a closed
///   connection is noticed: within two of these
/// @param maxWait the longest that `Prefer: wait` may ask for
@ConfigurationProperties("sandlot.api")
record ApiProperties(
        @DefaultValue("8MB") DataSize maxBodySize,
        @DefaultValue("250ms") Duration heartbeat,
        @DefaultValue("60s") Duration maxWait) {

    ApiProperties {
        requirePositive("max-body-size", maxBodySize.toBytes());
        requirePositive("heartbeat", heartbeat.toMillis());
        requirePositive("max-wait", maxWait.toMillis());
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "sandlot.api." + name + " must be positive: " + value);
        }
    }
}
