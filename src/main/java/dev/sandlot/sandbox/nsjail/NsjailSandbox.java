package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sandbox of this machine: a pool of slots for each profile, behind a gate that opens when the
/// self-test has passed.
final class NsjailSandbox implements Sandbox, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NsjailSandbox.class);
    private static final String CHECKING =
            "The sandbox is testing its jails; try again in a moment.";
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Background background = new Background();
    private final Map<Profile, Pool> pools = new EnumMap<>(Profile.class);
    private final CompletableFuture<Void> accepting = new CompletableFuture<>();

    /// Why no job is accepted; null when the gate is open.
    private volatile @Nullable String shut = CHECKING;

    private NsjailSandbox(SandboxSettings settings, Launcher launcher, LongSupplier nanoTime) {
        for (Profile profile : Profile.values()) {
            int size =
                    switch (profile) {
                        case COMPILE -> settings.compileSlotsOrDefault();
                        case RUN -> settings.runSlotsOrDefault();
                    };
            pools.put(profile, new Pool(profile, size, settings, launcher, background, nanoTime));
        }
    }

    /// Starts the slots and the self-test in the background and returns at once.
    static NsjailSandbox open(SandboxSettings settings, Launcher launcher) {
        NsjailSandbox sandbox = closed(settings, launcher);
        new SelfTest(sandbox, sandbox.background).start();
        return sandbox;
    }

    /// With its slots started and its gate shut.
    static NsjailSandbox closed(SandboxSettings settings, Launcher launcher) {
        return closed(settings, launcher, System::nanoTime);
    }

    /// @param nanoTime the clock by which slot time is shared out
    static NsjailSandbox closed(
            SandboxSettings settings, Launcher launcher, LongSupplier nanoTime) {
        NsjailSandbox sandbox = new NsjailSandbox(settings, launcher, nanoTime);
        sandbox.pools.values().forEach(Pool::open);
        return sandbox;
    }

    @Override
    public Execution start(Job job, JobListener listener) {
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

    @Override
    public CompletableFuture<Void> accepting() {
        return accepting.copy();
    }

    @Override
    public Limits maximum(Profile profile) {
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

    /// Why no slot of a profile works, or null.
    @Nullable String down() {
        return pools.values().stream()
                .map(Pool::down)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Health health() {
        String reason = shut != null ? shut : down();
        return new Health(
                reason == null,
                reason == null ? "" : reason,
                pools.values().stream().mapToInt(Pool::size).sum(),
                pools.values().stream().mapToInt(Pool::running).sum(),
                pools.values().stream().mapToInt(Pool::queued).sum());
    }

    @Override
    public void close() {
        shut = "The sandbox is shutting down.";
        pools.values().forEach(Pool::hangUp);
        try {
            for (Pool pool : pools.values()) {
                pool.awaitEnd(CLOSE);
            }
        } catch (InterruptedException e) {
            log.warn("Interrupted while the slots end");
            Thread.currentThread().interrupt();
        }
        background.close();
    }

    private Pool pool(Profile profile) {
        return Objects.requireNonNull(pools.get(profile));
    }
}
