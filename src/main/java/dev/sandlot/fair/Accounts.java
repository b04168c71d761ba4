package dev.sandlot.fair;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// How long each client has lately held places, and how long it worked there at most; both fade.
/// Not thread-safe.
///
/// At most [#MOST] are kept. When there are more, the half that used least is forgotten, those who
/// hold a place excepted: nobody loses a bad account by making others that are no worse.
public final class Accounts {

    /// About 1.5 MB.
    static final int MOST = 10_000;

    /// What was used so long ago counts half.
    static final Duration USE_HALF_LIFE = Duration.ofSeconds(30);

    /// Work of 10 s counts as 300 ms after five of these.
    static final Duration WORK_HALF_LIFE = Duration.ofMinutes(1);

    /// Rough work is held against a client for so long.
    static final Duration ROUGH = Duration.ofMinutes(1);

    /// So many stays must have ended before they prove anything.
    static final int PROOF = 3;

    private final LongSupplier nanoTime;
    private final Map<String, Account> accounts = new HashMap<>();

    /// @param nanoTime a clock that never goes back
    public Accounts(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// A place that a client holds.
    public final class Stay {

        private final String client;
        private final Account account;
        private final long since = nanoTime.getAsLong();

        private Stay(String client) {
            this.client = client;
            this.account = accounts.computeIfAbsent(client, _ -> new Account());
            account.enter(since);
        }

        public String client() {
            return client;
        }

        public Duration length() {
            return Duration.ofNanos(nanoTime.getAsLong() - since);
        }

        public void end() {
            end(length(), false);
        }

        /// @param worked of its length, the part for which the client is known from now on
        /// @param rough whether it took all that it could
        public void end(Duration worked, boolean rough) {
            long now = nanoTime.getAsLong();
            account.leave(since, now, worked.toNanos());
            if (rough) {
                account.roughUntil = now + ROUGH.toNanos();
                account.rough = true;
            }
            forgetSome();
        }
    }

    public Stay begin(String client) {
        return new Stay(client);
    }

    /// The time in which places were held, also those held now, faded.
    public Duration recentUse(String client) {
        Account account = accounts.get(client);
        return account == null
                ? Duration.ZERO
                : Duration.ofNanos((long) account.use(nanoTime.getAsLong()));
    }

    /// Whether all that is known of the client, and that is enough to go by, is work of at most
    /// this length.
    public boolean isKnownFor(String client, Duration atMost) {
        Account account = accounts.get(client);
        return account != null
                && account.stays >= PROOF
                && account.longestWork(nanoTime.getAsLong()) <= atMost.toNanos();
    }

    /// Whether some of its work was rough lately.
    public boolean isRough(String client) {
        Account account = accounts.get(client);
        return account != null && account.rough && nanoTime.getAsLong() - account.roughUntil < 0;
    }

    int size() {
        return accounts.size();
    }

    private void forgetSome() {
        if (accounts.size() <= MOST) {
            return;
        }
        long now = nanoTime.getAsLong();
        List<String> lightestFirst =
                accounts.entrySet().stream()
                        .filter(entry -> entry.getValue().holding == 0)
                        .sorted(Comparator.comparingDouble(entry -> entry.getValue().use(now)))
                        .map(Map.Entry::getKey)
                        .toList();
        lightestFirst.stream().limit(MOST / 2).forEach(accounts::remove);
    }

    /// All times in nanoseconds.
    private static final class Account {

        private double used;
        private double longest;
        private long asOf;
        private boolean rough;
        private long roughUntil;
        private int stays;
        private int holding;

        /// The sum of the times at which the places held now were entered, counted from `asOf`.
        private double entered;

        void enter(long now) {
            fade(now);
            holding++;
        }

        void leave(long since, long now, long worked) {
            fade(now);
            entered -= since - now;
            holding--;
            used += now - since;
            longest = Math.max(longest, worked);
            stays = Math.min(stays + 1, PROOF);
        }

        double use(long now) {
            fade(now);
            return used - entered;
        }

        double longestWork(long now) {
            fade(now);
            return longest;
        }

        private void fade(long now) {
            double passed = now - asOf;
            used *= half(passed, USE_HALF_LIFE);
            longest *= half(passed, WORK_HALF_LIFE);
            entered -= holding * passed;
            asOf = now;
        }

        private static double half(double passed, Duration halfLife) {
            return Math.pow(0.5, passed / halfLife.toNanos());
        }
    }
}
