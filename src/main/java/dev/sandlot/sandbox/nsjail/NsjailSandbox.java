package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sandbox of this machine: the jails of each root file system. Most slots are the main one's;
/// the languages of the others are used little.
final class NsjailSandbox implements Sandbox, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NsjailSandbox.class);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Background background = new Background();
    private final GuardedRoot main;
    private final Map<String, GuardedRoot> roots = new LinkedHashMap<>();

    private NsjailSandbox(
            SandboxSettings settings,
            Launcher launcher,
            Set<String> furtherRoots,
            MeterRegistry registry,
            LongSupplier nanoTime) {
        SandboxMetrics metrics = new SandboxMetrics(registry);
        ModestClients modest = new ModestClients(nanoTime);
        main = add(MAIN_ROOT, settings, launcher, metrics, modest, nanoTime);
        furtherRoots.stream()
                .sorted()
                .forEach(name -> add(name, settings, launcher, metrics, modest, nanoTime));
    }

    private GuardedRoot add(
            String name,
            SandboxSettings settings,
            Launcher launcher,
            SandboxMetrics metrics,
            ModestClients modest,
            LongSupplier nanoTime) {
        Map<Profile, Pool> pools = new EnumMap<>(Profile.class);
        for (Profile profile : Profile.values()) {
            int size = settings.slots(profile, name.equals(MAIN_ROOT));
            pools.put(
                    profile,
                    new Pool(
                            profile,
                            name,
                            size,
                            settings,
                            launcher,
                            background,
                            metrics,
                            modest,
                            nanoTime));
        }
        GuardedRoot root = new GuardedRoot(name, pools);
        roots.put(name, root);
        return root;
    }

    /// Starts the slots and the self-tests in the background and returns at once.
    ///
    /// @param furtherRoots the names of those beside the main one; they wait until that is tested
    static NsjailSandbox open(
            SandboxSettings settings,
            Launcher launcher,
            Set<String> furtherRoots,
            MeterRegistry registry) {
        NsjailSandbox sandbox =
                new NsjailSandbox(settings, launcher, furtherRoots, registry, System::nanoTime);
        SandboxMetrics.watch(sandbox, registry);
        sandbox.open(sandbox.main);
        sandbox.accepting().thenRun(() -> sandbox.furtherRoots().forEach(sandbox::open));
        return sandbox;
    }

    private void open(GuardedRoot root) {
        root.open();
        new SelfTest(root, background).start();
    }

    /// With its slots started and its gates shut: the main root file system alone.
    static NsjailSandbox closed(SandboxSettings settings, Launcher launcher) {
        return closed(settings, launcher, System::nanoTime);
    }

    /// @param nanoTime the clock by which slot time is shared out
    static NsjailSandbox closed(
            SandboxSettings settings, Launcher launcher, LongSupplier nanoTime) {
        return closed(settings, launcher, Set.of(), nanoTime);
    }

    static NsjailSandbox closed(
            SandboxSettings settings,
            Launcher launcher,
            Set<String> furtherRoots,
            LongSupplier nanoTime) {
        NsjailSandbox sandbox =
                new NsjailSandbox(
                        settings, launcher, furtherRoots, new SimpleMeterRegistry(), nanoTime);
        sandbox.roots.values().forEach(GuardedRoot::open);
        return sandbox;
    }

    GuardedRoot main() {
        return main;
    }

    GuardedRoot root(String name) {
        return Objects.requireNonNull(roots.get(name), name);
    }

    private List<GuardedRoot> furtherRoots() {
        return roots.values().stream().filter(root -> root != main).toList();
    }

    @Override
    public Execution start(Job job, JobListener listener) {
        GuardedRoot root = roots.get(job.root());
        if (root == null) {
            throw new SandboxUnavailableException(
                    "The root file system " + job.root() + " is not installed");
        }
        return root.start(job, listener);
    }

    @Override
    public boolean serves(String name) {
        GuardedRoot root = roots.get(name);
        return root != null && (root == main || root.untested() || root.trouble() == null);
    }

    @Override
    public CompletableFuture<Void> accepting(String name) {
        GuardedRoot root = roots.get(name);
        return root == null ? new CompletableFuture<>() : root.accepting();
    }

    @Override
    public Limits maximum(Profile profile) {
        return main.maximum(profile);
    }

    @Override
    public Health health() {
        String reason = main.trouble();
        return new Health(
                reason == null,
                reason == null ? "" : reason,
                sum(Pool::size),
                sum(Pool::running),
                sum(Pool::queued),
                troubledRoots());
    }

    private int sum(ToIntFunction<Pool> figure) {
        return roots.values().stream().mapToInt(root -> root.sum(figure)).sum();
    }

    private Map<String, String> troubledRoots() {
        Map<String, String> troubled = new TreeMap<>();
        for (GuardedRoot root : furtherRoots()) {
            String reason = root.trouble();
            if (reason != null) {
                troubled.put(root.name(), reason);
            }
        }
        return troubled;
    }

    @Override
    public void close() {
        roots.values().forEach(GuardedRoot::hangUp);
        try {
            for (GuardedRoot root : roots.values()) {
                root.awaitEnd(CLOSE);
            }
        } catch (InterruptedException e) {
            log.warn("Interrupted while the slots end");
            Thread.currentThread().interrupt();
        }
        background.close();
    }
}
