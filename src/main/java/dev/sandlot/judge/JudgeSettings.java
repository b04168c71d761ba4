package dev.sandlot.judge;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param workers submissions judged at one time; 0 means half of the processors, since their CPU
///   times are measured
/// @param queueCapacity submissions that may wait; a client's own take at most half of the places
///   that are free
/// @param retryDelay how long a worker waits for a sandbox or a database that doesn't answer
/// @param rates how many submissions of one visitor to one problem are taken in which time
@ConfigurationProperties("sandlot.judge")
record JudgeSettings(
        @DefaultValue("0") int workers,
        @DefaultValue("1000") int queueCapacity,
        @DefaultValue("2s") Duration retryDelay,
        @DefaultValue({"10/10m", "60/1d"}) List<Rate> rates) {

    JudgeSettings {
        if (workers < 0 || queueCapacity < 1 || !retryDelay.isPositive() || rates.isEmpty()) {
            throw new IllegalArgumentException(
                    "sandlot.judge: workers %d, queue-capacity %d, retry-delay %s, rates %s"
                            .formatted(workers, queueCapacity, retryDelay, rates));
        }
        rates = List.copyOf(rates);
    }

    int workersHere() {
        return workers > 0 ? workers : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
