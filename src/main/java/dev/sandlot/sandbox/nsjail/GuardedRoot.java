package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The jails of one root file system: a pool of slots for each profile, behind a gate that opens
/// when the self-test has passed.
final class GuardedRoot {

    private static final String CHECKING =
            "The sandbox is testing its jails; try again in a moment.";

    private final String name;
    private final Map<Profile, Pool> pools;
    private final CompletableFuture<Void> accepting = new CompletableFuture<>();

    /// Why no job is accepted; null when the gate is open.
    private volatile @Nullable String shut = CHECKING;

    GuardedRoot(String name, Map<Profile, Pool> pools) {
        this.name = name;
        this.pools = new EnumMap<>(pools);
    }

    String name() {
        return name;
    }

    void open() {
        pools.values().forEach(Pool::open);
    }

    JailJob start(Job job, JobListener listener) {
        String reason = shut;
        if (reason != null) {
            throw new SandboxUnavailableException(reason);
        }
        return admit(job, listener);
    }

    /// Past the gate: for the self-test alone.
    JailJob admit(Job job, JobListener listener) {
        JobRules.check(job);
        Pool pool = pool(job.profile());
        var tooLong = JobRules.tooLong(job);
        if (tooLong.isPresent()) {
            JailJob never = new JailJob(job, listener, pool);
            never.complete(never.unused(new Outcome.CouldNotStart(tooLong.get())));
            return never;
        }
        return pool.submit(job, listener);
    }

    void openGate() {
        shut = null;
        accepting.complete(null);
    }

    void shutGate(String reason) {
        shut = reason;
    }

    CompletableFuture<Void> accepting() {
        return accepting.copy();
    }

    Limits maximum(Profile profile) {
        return pool(profile).maximum();
    }

    int slots(Profile profile) {
        return pool(profile).size();
    }

    int free(Profile profile) {
        return pool(profile).free();
    }

    /// Whether a slot is free that nobody waits for.
    boolean isIdle(Profile profile) {
        Pool pool = pool(profile);
        return pool.queued() == 0 && pool.running() < pool.size();
    }

    int sum(ToIntFunction<Pool> figure) {
        return pools.values().stream().mapToInt(figure).sum();
    }

    /// Why no job is accepted, or null.
    @Nullable String trouble() {
        return shut != null ? shut : down();
    }

    /// Whether it is what its first self-test will show.
    boolean untested() {
        return CHECKING.equals(shut);
    }

    /// Why no slot of a profile works, or null.
    @Nullable String down() {
        return pools.values().stream()
                .map(Pool::down)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    void hangUp() {
        shut = "The sandbox is shutting down.";
        pools.values().forEach(Pool::hangUp);
    }

    void awaitEnd(Duration atMost) throws InterruptedException {
        for (Pool pool : pools.values()) {
            pool.awaitEnd(atMost);
        }
    }

    private Pool pool(Profile profile) {
        return Objects.requireNonNull(pools.get(profile));
    }
}
