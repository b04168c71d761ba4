package dev.sandlot.access;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Limits by client: places for what runs, token buckets for what is started and stored.
@Component
class CountedClients implements ClientLimits {

    private static final Duration SHORTEST_STAY = Duration.ofMillis(100);

    private final Buckets runs;
    private final Buckets snippets;
    private final TimeMeter clock;

    /// Of those clients alone that run something.
    private final Map<String, Running> running = new HashMap<>();

    @Autowired
    CountedClients() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    CountedClients(TimeMeter clock) {
        this.clock = clock;
        this.runs = new Buckets(Duration.ofMinutes(1), Allowance::runsPerMinute, clock);
        this.snippets = new Buckets(Duration.ofHours(1), Allowance::snippetsPerHour, clock);
    }

    /// @param places held now
    /// @param meanStay in nanoseconds, of those that ended while others ran
    private record Running(int places, double meanStay) {

        static final Running NONE = new Running(0, SHORTEST_STAY.toNanos());

        Running oneMore() {
            return new Running(places + 1, meanStay);
        }

        Running oneLess(long stay) {
            return new Running(places - 1, meanStay + (stay - meanStay) / 8);
        }

        /// Until one of them has probably ended.
        Duration untilOneEnds() {
            return Duration.ofNanos((long) (meanStay / places));
        }
    }

    @Override
    public Place enter(Client client) {
        takePlace(client);
        try {
            countRun(client);
        } catch (LimitReachedException e) {
            leave(client, SHORTEST_STAY.toNanos());
            throw e;
        }
        long since = clock.currentTimeNanos();
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave(client, clock.currentTimeNanos() - since);
            }
        };
    }

    @Override
    public void countSubmission(Client client) {
        countRun(client);
    }

    @Override
    public void countSnippet(Client client) {
        int limit = client.allowance().snippetsPerHour();
        Duration wait = snippets.take(client);
        if (wait.isPositive()) {
            throw new LimitReachedException(
                    "You have shared very many programs (limit %d an hour); the next is taken in %s"
                            .formatted(limit, words(wait)),
                    "snippetsPerHour " + limit,
                    wait);
        }
    }

    private void countRun(Client client) {
        int limit = client.allowance().runsPerMinute();
        Duration wait = runs.take(client);
        if (wait.isPositive()) {
            throw new LimitReachedException(
                    "You have started very many programs (limit %d a minute); the next can start in %s"
                            .formatted(limit, words(wait)),
                    "runsPerMinute " + limit,
                    wait);
        }
    }

    private synchronized void takePlace(Client client) {
        int limit = client.allowance().concurrentRuns();
        Running now = running.getOrDefault(client.name(), Running.NONE);
        if (now.places() >= limit) {
            throw new LimitReachedException(
                    "You have %d programs running already (limit %d); try again when one has ended"
                            .formatted(now.places(), limit),
                    "concurrentRuns " + limit,
                    now.untilOneEnds());
        }
        running.put(client.name(), now.oneMore());
    }

    private synchronized void leave(Client client, long stay) {
        running.computeIfPresent(
                client.name(),
                (_, now) -> {
                    Running less = now.oneLess(stay);
                    return less.places() == 0 ? null : less;
                });
    }

    /// Rounded up, as `Retry-After` is.
    private static String words(Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        return seconds == 1 ? "1 second" : seconds + " seconds";
    }
}
