package dev.sandlot.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param maxBodySize a longer request is refused before it is buffered
/// @param heartbeat how often something is written to the client of a run that has nothing to tell,
///   which is how a closed connection is noticed: within two of these
/// @param deliveryTimeout in which a client must take the result of a run that has ended
/// @param bodyTimeout in which a request's whole body must come
/// @param maxWait the longest that `Prefer: wait` may ask for
@ConfigurationProperties("sandlot.api")
record ApiProperties(
        @DefaultValue("8MB") DataSize maxBodySize,
        @DefaultValue("250ms") Duration heartbeat,
        @DefaultValue("30s") Duration deliveryTimeout,
        @DefaultValue("30s") Duration bodyTimeout,
        @DefaultValue("60s") Duration maxWait) {

    ApiProperties {
        requirePositive("max-body-size", maxBodySize.toBytes());
        requirePositive("heartbeat", heartbeat.toMillis());
        requirePositive("delivery-timeout", deliveryTimeout.toMillis());
        requirePositive("body-timeout", bodyTimeout.toMillis());
        requirePositive("max-wait", maxWait.toMillis());
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "sandlot.api." + name + " must be positive: " + value);
        }
    }
}
