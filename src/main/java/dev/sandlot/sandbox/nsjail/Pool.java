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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The slots of one profile and the queue before them.
final class Pool {

    private static final Logger log = LoggerFactory.getLogger(Pool.class);

    private final Profile profile;
    private final SandboxSettings settings;
    private final List<Slot> slots;
    private final ReentrantLock lock = new ReentrantLock();

    /// The one used last comes first: its pages and caches are warm.
    private final Deque<Connection> ready = new ArrayDeque<>();

    private final FairQueue<JailJob> waiting = new FairQueue<>();
    private @Nullable String down;
    private boolean closed;
    private volatile Limits maximum;

    Pool(Profile profile, int size, SandboxSettings settings, Launcher launcher, Background bg) {
        this.profile = profile;
        this.settings = settings;
        this.maximum = DefaultMaxima.of(profile);
        this.slots =
                IntStream.rangeClosed(1, size)
                        .mapToObj(number -> new Slot(profile, number, this, settings, launcher, bg))
                        .toList();
    }

    void open() {
        slots.forEach(Slot::start);
    }

    /// @throws SandboxBusyException when the queue is full, for all or for this client
    /// @throws SandboxUnavailableException when no slot works
    JailJob submit(Job job, JobListener listener) {
        JailJob jailJob = new JailJob(job, listener, this);
        Connection free;
        lock.lock();
        try {
            requireWorking();
            free = ready.pollFirst();
            if (free == null) {
                enqueue(jailJob);
            }
        } finally {
            lock.unlock();
        }
        if (free != null) {
            free.give(jailJob);
        }
        return jailJob;
    }

    /// A fresh jail waits in this slot.
    void ready(Connection connection) {
        JailJob next;
        lock.lock();
        try {
            down = null;
            next = waiting.poll();
            if (next == null) {
                ready.addFirst(connection);
            }
        } finally {
            lock.unlock();
        }
        if (next != null) {
            connection.give(next);
        }
    }

    /// Gives a job that no jail has started to another slot, before those that wait.
    void again(JailJob job) {
        Connection free;
        lock.lock();
        try {
            free = down == null && !closed ? ready.pollFirst() : null;
            if (free == null && down == null && !closed) {
                waiting.addFirst(job.job().client(), job);
                return;
            }
        } finally {
            lock.unlock();
        }
        if (free != null) {
            free.give(job);
        } else {
            fail(List.of(job), "no slot works");
        }
    }

    /// @return whether the job was waiting still, and no longer is
    boolean withdraw(JailJob job) {
        lock.lock();
        try {
            return waiting.remove(job.job().client(), job);
        } finally {
            lock.unlock();
        }
    }

    /// A slot's connection ended: no job is given to it any more.
    void lost(Connection connection) {
        lock.lock();
        try {
            ready.remove(connection);
        } finally {
            lock.unlock();
        }
    }

    /// A slot failed for this reason. When none is left that works, nobody waits any longer.
    void slotFailed(String reason) {
        List<JailJob> hopeless = List.of();
        lock.lock();
        try {
            if (!closed && slots.stream().allMatch(Slot::hopeless)) {
                down = reason;
                hopeless = waiting.removeAll();
            }
        } finally {
            lock.unlock();
        }
        fail(hopeless, reason);
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

    int queued() {
        lock.lock();
        try {
            return waiting.size();
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
            unheard = waiting.removeAll();
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

    private void enqueue(JailJob job) {
        String client = job.job().client();
        if (waiting.size() >= settings.queueCapacity()) {
            throw new SandboxBusyException(
                    "All slots are busy and " + waiting.size() + " jobs wait already",
                    retryAfter());
        }
        if (waiting.size(client) >= settings.queueCapacityPerClient()) {
            throw new SandboxBusyException(
                    waiting.size(client) + " of your jobs wait already", retryAfter());
        }
        waiting.addLast(client, job);
    }

    /// A guess from the length of the queue: a second for each round of the slots.
    private Duration retryAfter() {
        return Duration.ofSeconds(
                Math.clamp(waiting.size() / slots.size(), 1, TimeUnit.MINUTES.toSeconds(1)));
    }

    private void fail(List<JailJob> jobs, String reason) {
        for (JailJob job : jobs) {
            String incident = Incidents.next();
            log.error("Incident {}: a {} job could not run: {}", incident, profile, reason);
            job.fail(incident);
        }
    }
}
