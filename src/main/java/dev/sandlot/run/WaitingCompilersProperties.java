package dev.sandlot.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Compilers that are started before anyone needs them.
///
/// @param most how many wait at one time, each in a compile slot; 0 for none. By default one for
///   two cores, and none with less than 6 GiB of memory, where there is one compile slot
/// @param unused how long after its last program a language's compiler is no longer kept waiting
@ConfigurationProperties("sandlot.waiting-compilers")
record WaitingCompilersProperties(@Nullable Integer most, @DefaultValue("5m") Duration unused) {

    private static final int MOST = 64;
    private static final long ENOUGH_MEMORY = 6L << 30;

    /// What the kernel and the firmware keep of that.
    private static final long RESERVED = 512L << 20;

    WaitingCompilersProperties {
        if (most != null && (most < 0 || most > MOST)) {
            throw new IllegalArgumentException(
                    "sandlot.waiting-compilers.most must be from 0 to %d: %d"
                            .formatted(MOST, most));
        }
        if (unused.isNegative()) {
            throw new IllegalArgumentException(
                    "sandlot.waiting-compilers.unused must not be negative: " + unused);
        }
    }

    int mostOrDefault() {
        if (most != null) {
            return most;
        }
        return memory() < ENOUGH_MEMORY - RESERVED
                ? 0
                : Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST);
    }

    private static long memory() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getTotalMemorySize();
    }
}
