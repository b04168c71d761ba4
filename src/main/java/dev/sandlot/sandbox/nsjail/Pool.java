package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The slots of one profile in one root file system and the line before them.
final class Pool {

    private static final Logger log = LoggerFactory.getLogger(Pool.class);

    private final Profile profile;
    private final List<Slot> slots;
    private final ReentrantLock lock = new ReentrantLock();

    /// The one used last comes first: its pages and caches are warm.
    private final Deque<Connection> ready = new ArrayDeque<>();

    private final Turns turns;
    private final SandboxMetrics metrics;
    private @Nullable String down;
    private boolean closed;
    private volatile Limits maximum;

    /// @param modest shared by all pools
    /// @param nanoTime a clock that never goes back
    Pool(
            Profile profile,
            String root,
            int size,
            SandboxSettings settings,
            Launcher launcher,
            Background bg,
            SandboxMetrics metrics,
            ModestClients modest,
            LongSupplier nanoTime) {
        this.profile = profile;
        this.metrics = metrics;
        this.turns = new Turns(profile, settings, modest, nanoTime);
        this.maximum = DefaultMaxima.of(profile);
        this.slots =
                IntStream.rangeClosed(1, size)
                        .mapToObj(number ->
                                new Slot(profile, root, number, this, settings, launcher, bg))
                        .toList();
    }

    void open() {
        slots.forEach(Slot::start);
    }

    /// @throws SandboxBusyException when the line is full, for all or for this client
    /// @throws SandboxUnavailableException when no slot works
    JailJob submit(Job job, JobListener listener) {
        JailJob jailJob = new JailJob(job, listener, this);
        Connection free = null;
        lock.lock();
        try {
            requireWorking();
            if (turns.mayTake(job.client(), ready.size())) {
                free = take(jailJob);
            } else {
                turns.wait(jailJob, slots.size());
            }
        } finally {
            lock.unlock();
        }
        give(free, jailJob);
        return jailJob;
    }

    /// A fresh jail waits in this slot.
    void ready(Connection connection) {
        lock.lock();
        try {
            down = null;
            turns.end(connection);
            ready.addFirst(connection);
        } finally {
            lock.unlock();
        }
        giveTurns();
    }

    /// Fills the slots that are free with those whose turn it is.
    private void giveTurns() {
        JailJob next;
        do {
            Connection free = null;
            lock.lock();
            try {
                next = turns.next(ready.size());
                if (next != null) {
                    free = take(next);
                }
            } finally {
                lock.unlock();
            }
            give(free, next);
        } while (next != null);
    }

    /// The slot that gets the job.
    private Connection take(JailJob job) {
        Connection free = ready.removeFirst();
        turns.begin(free, job);
        return free;
    }

    /// Outside of the lock, since it writes.
    private static void give(@Nullable Connection free, @Nullable JailJob job) {
        if (free != null && job != null) {
            free.give(job);
        }
    }

    /// Gives a job that no jail has started to another slot, before its client's others.
    void again(JailJob job) {
        boolean waits;
        lock.lock();
        try {
            waits = down == null && !closed;
            if (waits) {
                turns.waitAgain(job);
            }
        } finally {
            lock.unlock();
        }
        if (waits) {
            giveTurns();
        } else {
            fail(List.of(job), "no slot works");
        }
    }

    /// @return whether the job was waiting still, and no longer is
    boolean withdraw(JailJob job) {
        lock.lock();
        try {
            return turns.withdraw(job);
        } finally {
            lock.unlock();
        }
    }

    /// Makes the job that this slot has another client's, unless that must wait its turn.
    boolean passTo(Connection connection, JailJob job, String client) {
        lock.lock();
        try {
            return turns.passTo(connection, job, client, ready.size());
        } finally {
            lock.unlock();
        }
    }

    /// A slot's connection ended: no job is given to it any more.
    void lost(Connection connection) {
        lock.lock();
        try {
            ready.remove(connection);
            turns.end(connection);
        } finally {
            lock.unlock();
        }
        giveTurns();
    }

    /// A slot failed for this reason. When none is left that works, nobody waits any longer.
    void slotFailed(String reason) {
        List<JailJob> hopeless = List.of();
        lock.lock();
        try {
            if (!closed && slots.stream().allMatch(Slot::hopeless)) {
                down = reason;
                hopeless = turns.withdrawAll();
            }
        } finally {
            lock.unlock();
        }
        fail(hopeless, reason);
    }

    /// A job got a slot after so long.
    void waited(Duration wait) {
        metrics.waited(profile, wait);
    }

    /// A job's program began so long after it got its slot.
    void started(Duration start) {
        metrics.started(profile, start);
    }

    void heardMaxima(Limits maxima) {
        maximum = maxima;
    }

    Limits maximum() {
        return maximum;
    }

    /// Why no slot works, or null.
    @Nullable String down() {
        lock.lock();
        try {
            return down;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        return slots.size();
    }

    int running() {
        return (int) slots.stream().filter(Slot::busy).count();
    }

    /// Slots in which a fresh jail waits.
    int free() {
        lock.lock();
        try {
            return ready.size();
        } finally {
            lock.unlock();
        }
    }

    int queued() {
        lock.lock();
        try {
            return turns.waiting();
        } finally {
            lock.unlock();
        }
    }

    /// Asks every slot to end.
    void hangUp() {
        List<JailJob> unheard;
        lock.lock();
        try {
            closed = true;
            down = "The sandbox is shutting down.";
            unheard = turns.withdrawAll();
        } finally {
            lock.unlock();
        }
        slots.forEach(Slot::hangUp);
        fail(unheard, "shutting down");
    }

    void awaitEnd(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (Slot slot : slots) {
            slot.awaitEnd(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
    }

    private void requireWorking() {
        if (down != null) {
            throw new SandboxUnavailableException(down);
        }
    }

    private void fail(List<JailJob> jobs, String reason) {
        for (JailJob job : jobs) {
            String incident = Incidents.next();
            log.error("Incident {}: a {} job could not run: {}", incident, profile, reason);
            job.fail(incident);
        }
    }
}
