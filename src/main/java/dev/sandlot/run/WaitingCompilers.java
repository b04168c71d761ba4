package dev.sandlot.run;

import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Keeps compilers that start slowly waiting for the next program, in the languages that were used
/// last: a compile step then costs what compiling costs. A few at most, in the background, none
/// when anyone waits for a slot, each for a single program and for less than a minute.
@Component
class WaitingCompilers implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(WaitingCompilers.class);

    /// Between the end of its compile step's time and the end of its own.
    private static final Duration MARGIN = Duration.ofSeconds(2);

    /// Where a sandbox's longest job leaves less for waiting, none is started.
    private static final Duration WORTHWHILE = Duration.ofSeconds(10);

    /// A compiler makes room for another language's when its own was not used for so long.
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final Sandbox sandbox;
    private final CompileCacheProperties cacheProperties;
    private final int most;
    private final Duration unused;
    private final RunMetrics metrics;
    private final InstantSource clock;

    /// By toolchain. Guarded by this.
    private final Map<String, WaitingCompiler> waiting = new LinkedHashMap<>();

    /// Those used lately, the last one last. Guarded by this.
    private final LinkedHashMap<String, Use> uses = new LinkedHashMap<>();

    /// Toolchains whose compilers ended by themselves before they were ready. Guarded by this.
    private final Set<String> broken = new HashSet<>();

    private boolean closed;

    private record Use(Language language, Instant at) {}

    @Autowired
    WaitingCompilers(
            Sandbox sandbox,
            WaitingCompilersProperties properties,
            CompileCacheProperties cacheProperties,
            RunMetrics metrics) {
        this(sandbox, properties, cacheProperties, metrics, InstantSource.system());
    }

    WaitingCompilers(
            Sandbox sandbox,
            WaitingCompilersProperties properties,
            CompileCacheProperties cacheProperties,
            RunMetrics metrics,
            InstantSource clock) {
        this.sandbox = sandbox;
        this.cacheProperties = cacheProperties;
        this.most = properties.mostOrDefault();
        this.unused = properties.unused();
        this.metrics = metrics;
        this.clock = clock;
    }

    /// The compile step by a compiler that waits, if there is one for it.
    Optional<Execution> take(CompileRequest request, JobListener listener) {
        if (most == 0 || request.step().waiting().isEmpty()) {
            return Optional.empty();
        }
        Optional<WaitingCompiler> there = find(request.language());
        Optional<Execution> taken = there.flatMap(compiler -> compiler.take(request, listener));
        metrics.waitingCompiler(taken.isPresent());
        if (taken.isPresent()) {
            there.ifPresent(this::forget);
        }
        return taken;
    }

    /// Whether a compiler of the language waits, once it is ready or has ended.
    CompletableFuture<Boolean> ready(Language language) {
        return find(language)
                .map(WaitingCompiler::ready)
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    private synchronized Optional<WaitingCompiler> find(Language language) {
        return Optional.ofNullable(waiting.get(language.toolchain()));
    }

    /// A program in this language was compiled: another one may follow.
    void used(Language language) {
        if (most == 0 || language.compile().orElseThrow().waiting().isEmpty()) {
            return;
        }
        synchronized (this) {
            uses.putLast(language.toolchain(), new Use(language, clock.instant()));
        }
        makeRoomFor(language);
        fill();
    }

    /// A compile step was started, and somebody may be waiting for a slot.
    void giveWay() {
        if (isAnyWaiting() && sandbox.health().queued() > 0) {
            leaveAll();
        }
    }

    private synchronized boolean isAnyWaiting() {
        return !waiting.isEmpty();
    }

    private void makeRoomFor(Language language) {
        Optional<WaitingCompiler> leaves;
        synchronized (this) {
            boolean needed =
                    waiting.size() >= most
                            && !waiting.containsKey(language.toolchain())
                            && !broken.contains(language.toolchain());
            Instant limit = clock.instant().minus(SETTLED);
            leaves =
                    uses.sequencedValues().stream()
                            .filter(use -> needed && use.at().isBefore(limit))
                            .map(use -> waiting.get(use.language().toolchain()))
                            .filter(Objects::nonNull)
                            .findFirst();
        }
        leaves.filter(this::forget).ifPresent(WaitingCompiler::leave);
    }

    /// Starts what is missing.
    private void fill() {
        while (sandbox.health().queued() == 0) {
            WaitingCompiler started;
            synchronized (this) {
                Optional<Language> next = next();
                if (next.isEmpty()) {
                    return;
                }
                try {
                    started = start(next.get());
                } catch (SandboxBusyException | SandboxUnavailableException e) {
                    log.debug("No compiler is kept waiting now", e);
                    return;
                }
                waiting.put(started.language().toolchain(), started);
            }
            watch(started);
        }
    }

    private Optional<Language> next() {
        Instant limit = clock.instant().minus(unused);
        uses.values().removeIf(use -> use.at().isBefore(limit));
        if (closed || waiting.size() >= most) {
            return Optional.empty();
        }
        return uses.sequencedValues().reversed().stream()
                .map(Use::language)
                .filter(language -> !waiting.containsKey(language.toolchain()))
                .filter(language -> !broken.contains(language.toolchain()))
                .filter(language -> longestWait(language).compareTo(WORTHWHILE) >= 0)
                .findFirst();
    }

    private WaitingCompiler start(Language language) {
        return new WaitingCompiler(
                sandbox, language, limits(language), cacheProperties.maxArtifact());
    }

    private Limits limits(Language language) {
        return language.compile().orElseThrow().limits().clampTo(sandbox.maximum(Profile.COMPILE));
    }

    /// So long that its job has time left for a whole compile step.
    private Duration longestWait(Language language) {
        Duration all = sandbox.maximum(Profile.COMPILE).wallTime();
        return all.minus(limits(language).wallTime()).minus(MARGIN);
    }

    private void watch(WaitingCompiler compiler) {
        long longest = longestWait(compiler.language()).toMillis();
        CompletableFuture.delayedExecutor(longest, TimeUnit.MILLISECONDS)
                .execute(() -> replace(compiler));
        compiler.result().thenAccept(job -> ended(compiler, job));
    }

    private void replace(WaitingCompiler compiler) {
        if (forget(compiler)) {
            compiler.leave();
            fill();
        }
    }

    /// Without a program and unasked.
    private void ended(WaitingCompiler compiler, JobResult job) {
        if (!forget(compiler)
                || compiler.wasReady()
                || job.outcome() instanceof Outcome.SandboxFailure) {
            return;
        }
        synchronized (this) {
            broken.add(compiler.language().toolchain());
        }
        log.error(
                "The compiler of {} doesn't wait for programs but ends with {}; it is started with each",
                compiler.language().id(),
                job.outcome());
    }

    /// @return whether it was there still
    private synchronized boolean forget(WaitingCompiler compiler) {
        return waiting.remove(compiler.language().toolchain(), compiler);
    }

    private void leaveAll() {
        List<WaitingCompiler> all;
        synchronized (this) {
            all = new ArrayList<>(waiting.values());
            waiting.clear();
        }
        all.forEach(WaitingCompiler::leave);
    }

    @Override
    public void destroy() {
        synchronized (this) {
            closed = true;
        }
        leaveAll();
    }
}
