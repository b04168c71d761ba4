package dev.sandlot.sandbox.nsjail;

import com.sun.management.OperatingSystemMXBean;
import dev.sandlot.sandbox.Profile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The local sandbox. Nothing here can loosen a jail: its limits and its policy belong to root.
///
/// @param launcher the installed `sandlot-jail`
/// @param runSlots concurrent run steps in the main root file system; by default three a core,
///   fewer on little memory
/// @param compileSlots concurrent compile steps in it; by default one and a half a core, fewer on
///   little memory
/// @param queueCapacity jobs of one profile that may wait for a slot; a client's own take at most
///   half of the places that are free
/// @param queueCapacityPerClient jobs of one client that may wait, however many places are free
/// @param restartDelay before a slot that ended is started again, doubled with every failure
/// @param longestRestartDelay the most that it is doubled to
/// @param reportGrace how long after its wall-time limit a job's report may come before the slot is
///   given up: set-up, teardown and files included
@ConfigurationProperties("sandlot.sandbox")
record SandboxSettings(
        @DefaultValue("/usr/local/lib/sandlot/sandlot-jail") Path launcher,
        @Nullable Integer runSlots,
        @Nullable Integer compileSlots,
        @DefaultValue("256") int queueCapacity,
        @DefaultValue("128") int queueCapacityPerClient,
        @DefaultValue("1s") Duration restartDelay,
        @DefaultValue("60s") Duration longestRestartDelay,
        @DefaultValue("90s") Duration reportGrace) {

    private static final int MAX_SLOTS = 256;

    /// The installed jail.conf has 256 slots: with these there are left 3 for each of five further
    /// root file systems.
    private static final int MOST_RUN_SLOTS_BY_DEFAULT = 160;

    private static final int MOST_COMPILE_SLOTS_BY_DEFAULT = 80;
    private static final long RUN_MEMORY = 512L << 20;
    private static final long COMPILE_MEMORY = 1_024L << 20;
    private static final long RESERVE = 1_536L << 20;

    /// Of a root file system that isn't the main one: its languages are used little.
    private static final int FURTHER_RUN_SLOTS = 2;

    private static final int FURTHER_COMPILE_SLOTS = 1;

    SandboxSettings {
        requireBetween("run-slots", runSlots, 1, MAX_SLOTS);
        requireBetween("compile-slots", compileSlots, 1, MAX_SLOTS);
        requireBetween("queue-capacity", queueCapacity, 1, 100_000);
        requireBetween("queue-capacity-per-client", queueCapacityPerClient, 1, 100_000);
    }

    /// How many slots of this profile a root file system has, the main one or a further one.
    int slots(Profile profile, boolean main) {
        return switch (profile) {
            case RUN -> main ? runSlotsOrDefault() : FURTHER_RUN_SLOTS;
            case COMPILE -> main ? compileSlotsOrDefault() : FURTHER_COMPILE_SLOTS;
        };
    }

    private int runSlotsOrDefault() {
        return runSlots != null
                ? runSlots
                : slots(3 * cores(), RUN_MEMORY, MOST_RUN_SLOTS_BY_DEFAULT);
    }

    private int compileSlotsOrDefault() {
        return compileSlots != null
                ? compileSlots
                : slots(
                        cores() + Math.ceilDiv(cores(), 2),
                        COMPILE_MEMORY,
                        MOST_COMPILE_SLOTS_BY_DEFAULT);
    }

    Duration restartDelay(int failuresBefore) {
        Duration doubled = restartDelay.multipliedBy(1L << Math.min(failuresBefore, 20));
        return doubled.compareTo(longestRestartDelay) < 0 ? doubled : longestRestartDelay;
    }

    /// Two at least, as far as half of the memory beyond the application's own share goes.
    private static int slots(int wanted, long memoryEach, int most) {
        long affordable = Math.max(1, (memory() - RESERVE) / 2 / memoryEach);
        return (int) Math.min(Math.clamp(wanted, 2, most), affordable);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static long memory() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getTotalMemorySize();
    }

    private static void requireBetween(String name, @Nullable Integer value, int from, int to) {
        if (value != null && (value < from || value > to)) {
            throw new IllegalArgumentException(
                    "sandlot.sandbox.%s must be from %d to %d: %d"
                            .formatted(name, from, to, value));
        }
    }
}
