package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Profile;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// What the sandbox counts for the operator.
final class SandboxMetrics {

    private final Map<Profile, Timer> waits;
    private final Map<Profile, Timer> starts;

    SandboxMetrics(MeterRegistry registry) {
        waits =
                byProfile(profile ->
                        timer(
                                registry,
                                "sandlot.job.wait",
                                "From a job's arrival to its slot",
                                profile));
        starts =
                byProfile(profile ->
                        timer(
                                registry,
                                "sandlot.jail.start",
                                "From a job's slot to its first instruction",
                                profile));
    }

    private static Map<Profile, Timer> byProfile(Function<Profile, Timer> timer) {
        Map<Profile, Timer> timers = new EnumMap<>(Profile.class);
        for (Profile profile : Profile.values()) {
            timers.put(profile, timer.apply(profile));
        }
        return timers;
    }

    private static Timer timer(
            MeterRegistry registry, String name, String description, Profile profile) {
        return Timer.builder(name)
                .description(description)
                .tag("profile", profile.name().toLowerCase(Locale.ROOT))
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(registry);
    }

    void waited(Profile profile, Duration wait) {
        Objects.requireNonNull(waits.get(profile)).record(wait);
    }

    void started(Profile profile, Duration start) {
        Objects.requireNonNull(starts.get(profile)).record(start);
    }

    /// What is so now, rather than what was counted.
    static void watch(NsjailSandbox sandbox, MeterRegistry registry) {
        registry.gauge("sandlot.jobs.queued", sandbox, it -> it.health().queued());
        registry.gauge("sandlot.jobs.running", sandbox, it -> it.health().running());
        registry.gauge("sandlot.slots", sandbox, it -> it.health().slots());
        registry.gauge("sandlot.accepting", sandbox, it -> it.health().accepting() ? 1 : 0);
        registry.gauge("sandlot.roots.troubled", sandbox, it -> it.health().troubledRoots().size());
    }
}
