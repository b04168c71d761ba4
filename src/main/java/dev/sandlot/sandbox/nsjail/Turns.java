package dev.sandlot.sandbox.nsjail;

import dev.sandlot.fair.Accounts;
import dev.sandlot.fair.Accounts.Stay;
import dev.sandlot.fair.FairLine;
import dev.sandlot.fair.FairShare;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.SandboxBusyException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Whose job gets the next slot of a pool. Not thread-safe.
///
/// - Of those who wait, the client comes first whose jobs have held slots for the shortest time
///   lately; jobs that still run count.
/// - A quarter of the slots, at least one of two or more, is kept for clients that are known for
///   short jobs that end by themselves, one for each at a time: there a slot is free again in a
///   moment. A job that overstays there counts against the other slots.
/// - While such clients are about, a quarter of the slots is all that clients get together whose
///   jobs were rough: those that used up what they were given. Many of them wear the kernel down.
/// - Other clients' jobs run in the background, and so do short ones of a client that has very
///   many. While others' short ones are about, in any pool, jobs of clients that have very many or
///   were rough are confined to half of the processors: for the other half wait those who need
///   little.
/// - What was started before anyone needed it holds its slot in the background, as one client's
///   jobs, until it passes to whoever it is for.
/// - No client's waiting jobs take more than half of the places in the line that are free.
/// - The self-test's jobs take any slot and no place: without it nobody's jobs run.
final class Turns {

    /// A quarter of one slot all the time.
    private static final Duration MUCH = Duration.ofSeconds(10);

    private final Duration shortJob;
    private final Duration overstay;
    private final ModestClients modestClients;
    private final Accounts accounts;
    private final FairLine<JailJob> line;
    private final FairShare places;
    private final Map<Connection, Turn> turns = new HashMap<>();

    /// How long a job keeps its slot, in nanoseconds: a mean in which the last ones count most.
    private double meanStay = Duration.ofSeconds(1).toNanos();

    /// @param kept whether it may be one of the slots that are kept
    private record Turn(JailJob job, Stay stay, boolean kept) {

        boolean isOf(String client) {
            return stay.client().equals(client);
        }

        /// The slot was held longer, since a new jail had to be made; that says nothing of the
        /// client.
        Duration worked() {
            Duration worked = job.worked();
            return worked != null ? worked : stay.length();
        }
    }

    Turns(Profile profile, SandboxSettings settings, ModestClients modest, LongSupplier nanoTime) {
        this.modestClients = modest;
        this.shortJob = shortJob(profile);
        this.overstay = shortJob.multipliedBy(2);
        this.accounts = new Accounts(nanoTime);
        this.line = new FairLine<>(accounts);
        this.places = new FairShare(settings.queueCapacity(), settings.queueCapacityPerClient());
    }

    private static Duration shortJob(Profile profile) {
        return switch (profile) {
            case RUN -> Duration.ofMillis(500);
            case COMPILE -> Duration.ofSeconds(2);
        };
    }

    /// @throws SandboxBusyException when the line is full for this client
    void wait(JailJob job, int slots) {
        String client = job.job().client();
        if (!isSelfTest(client) && !places.take(client, 1)) {
            throw new SandboxBusyException(busy(client), retryAfter(slots));
        }
        line.addLast(client, job);
    }

    private String busy(String client) {
        return places.held(client) == 0
                ? "All slots are busy and %d jobs wait already".formatted(line.size())
                : "All slots are busy and %d of your jobs wait already"
                        .formatted(places.held(client));
    }

    /// Until those that wait now have had their turns.
    private Duration retryAfter(int slots) {
        Duration wait =
                Duration.ofNanos((long) (meanStay * (line.size() + 1) / Math.max(slots, 1)));
        return wait.compareTo(Duration.ofMinutes(1)) < 0 ? wait : Duration.ofMinutes(1);
    }

    /// For a job that had its turn and must have it again; the line is never too full for it.
    void waitAgain(JailJob job) {
        line.addFirst(job.job().client(), job);
    }

    /// @return whether the job was waiting and no longer is
    boolean withdraw(JailJob job) {
        boolean waited = line.remove(job.job().client(), job);
        if (waited) {
            leaveLine(job);
        }
        return waited;
    }

    List<JailJob> withdrawAll() {
        List<JailJob> all = line.removeAll();
        all.forEach(this::leaveLine);
        return all;
    }

    private void leaveLine(JailJob job) {
        // A job that had its turn before took no place.
        if (job.waitsFirstTime() && !isSelfTest(job.job().client())) {
            places.giveBack(job.job().client(), 1);
        }
    }

    private static boolean isSelfTest(String client) {
        return client.equals(SelfTest.CLIENT);
    }

    /// The next that may have one of the slots that are free.
    ///
    /// @param free how many there are
    @Nullable JailJob next(int free) {
        Room room = room(free);
        JailJob next = line.poll(client -> mayTake(client, room));
        if (next != null) {
            leaveLine(next);
        }
        return next;
    }

    /// Whether nobody else must be asked first.
    boolean mayTake(String client, int free) {
        return mayTake(client, room(free));
    }

    private boolean mayTake(String client, Room room) {
        return room.any
                && (isSelfTest(client)
                        || mayHaveKept(client)
                        || (room.forOthers && (room.forRough || !isTooRough(client))));
    }

    /// For whom there are slots; counted once for all who wait.
    ///
    /// @param any whether there are any
    /// @param forOthers whether some are left for clients that have none kept for them
    /// @param forRough whether clients whose jobs were rough get one of these
    private record Room(boolean any, boolean forOthers, boolean forRough) {}

    private Room room(int free) {
        int slots = free + turns.size();
        int kept = slots < 2 ? 0 : Math.ceilDiv(slots, 4);
        return new Room(
                free > 0,
                heldByOthers() < slots - kept,
                !modestClients.areAbout() || heldByRough() < Math.max(1, slots / 4));
    }

    private long heldByRough() {
        return turns.values().stream().filter(turn -> accounts.isRough(turn.stay.client())).count();
    }

    private boolean isTooRough(String client) {
        return !client.equals(Job.JUDGE) && accounts.isRough(client);
    }

    private boolean mayHaveKept(String client) {
        return isKnownForShortJobs(client)
                && turns.values().stream().noneMatch(turn -> turn.isOf(client));
    }

    private boolean isKnownForShortJobs(String client) {
        return accounts.isKnownFor(client, shortJob);
    }

    private long heldByOthers() {
        return turns.values().stream().filter(turn -> !turn.kept || overstays(turn)).count();
    }

    private boolean overstays(Turn turn) {
        return turn.stay.length().compareTo(overstay) > 0;
    }

    void begin(Connection connection, JailJob job) {
        String client = job.job().client();
        job.stand(client.equals(Job.NOBODY) ? Standing.BACKGROUND : standing(client));
        enter(connection, job, client);
    }

    private Standing standing(String client) {
        if (client.equals(Job.JUDGE) || isModest(client)) {
            return Standing.FOREGROUND;
        }
        return modestClients.areAboutBeside(client) && (hasMuch(client) || accounts.isRough(client))
                ? Standing.CONFINED
                : Standing.BACKGROUND;
    }

    private boolean hasMuch(String client) {
        return accounts.recentUse(client).compareTo(MUCH) > 0;
    }

    private boolean isModest(String client) {
        return isKnownForShortJobs(client) && !hasMuch(client);
    }

    private void enter(Connection connection, JailJob job, String client) {
        if (isModest(client)) {
            modestClients.see(client);
        }
        boolean kept = mayHaveKept(client);
        turns.put(connection, new Turn(job, accounts.begin(client), kept));
    }

    /// Gives nobody's turn to a client, if that could have had the slot were it free.
    ///
    /// @param free how many others are
    /// @return whether it has it now
    boolean passTo(Connection connection, JailJob job, String client, int free) {
        Turn turn = turns.get(connection);
        if (turn == null || !turn.job.equals(job) || !turn.isOf(Job.NOBODY)) {
            return false;
        }
        turns.remove(connection);
        if (!mayTake(client, free + 1)) {
            turns.put(connection, turn);
            return false;
        }
        turn.stay.end();
        enter(connection, job, client);
        return true;
    }

    /// The slot is free again, or gone. Nothing if it had no turn.
    void end(Connection connection) {
        Turn turn = turns.remove(connection);
        if (turn != null) {
            meanStay += (turn.stay.length().toNanos() - meanStay) / 20;
            turn.stay.end(turn.worked(), turn.job.rough());
        }
    }

    int waiting() {
        return line.size();
    }
}
