package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Profile;
import java.time.Duration;

/// What the installed `jail.conf` allows at most, until a `sandlot-jail` has said what it does.
final class DefaultMaxima {

    private static final Limits COMPILE =
            new Limits(
                    Duration.ofSeconds(40),
                    Duration.ofSeconds(60),
                    MemorySize.ofMib(2_048),
                    MemorySize.ofMib(1),
                    256,
                    MemorySize.ofMib(256));

    private static final Limits RUN =
            new Limits(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(30),
                    MemorySize.ofMib(1_024),
                    MemorySize.ofMib(16),
                    128,
                    MemorySize.ofMib(128));

    private DefaultMaxima() {}

    static Limits of(Profile profile) {
        return switch (profile) {
            case COMPILE -> COMPILE;
            case RUN -> RUN;
        };
    }
}
