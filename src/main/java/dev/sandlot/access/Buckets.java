package dev.sandlot.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// One token bucket per client for one kind of thing.
///
/// At most [#MOST] are kept. When there are more, the half that is fullest is forgotten: a client's
/// empty bucket is refilled so only after thousands of others were emptied as far.
final class Buckets {

    /// About 5 MB.
    static final int MOST = 10_000;

    private final Duration span;
    private final ToIntFunction<Allowance> capacity;
    private final TimeMeter clock;
    private final Map<Client, Bucket> buckets = new HashMap<>();

    /// @param span in which an empty bucket is full again
    /// @param capacity tokens of a full one
    Buckets(Duration span, ToIntFunction<Allowance> capacity, TimeMeter clock) {
        this.span = span;
        this.capacity = capacity;
        this.clock = clock;
    }

    /// Takes a token.
    ///
    /// @return how long until there is one; zero when it was taken
    Duration take(Client client) {
        ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill());
    }

    synchronized int size() {
        return buckets.size();
    }

    private synchronized Bucket bucket(Client client) {
        Bucket bucket = buckets.computeIfAbsent(client, this::full);
        if (buckets.size() > MOST) {
            forgetTheFullest();
        }
        return bucket;
    }

    private Bucket full(Client client) {
        int tokens = capacity.applyAsInt(client.allowance());
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, span))
                .withCustomTimePrecision(clock)
                .build();
    }

    private void forgetTheFullest() {
        record Level(Client client, long missing) {}
        List<Level> levels =
                buckets.entrySet().stream()
                        .map(entry -> new Level(entry.getKey(), missing(entry)))
                        .sorted(Comparator.comparingLong(Level::missing))
                        .toList();
        levels.stream().limit(MOST / 2).forEach(level -> buckets.remove(level.client()));
    }

    private long missing(Map.Entry<Client, Bucket> entry) {
        return capacity.applyAsInt(entry.getKey().allowance())
                - entry.getValue().getAvailableTokens();
    }
}
