package dev.sandlot.sandbox.nsjail;

import java.util.concurrent.ThreadLocalRandom;

/// Ids that connect what a user sees with a log entry.
final class Incidents {

    private Incidents() {}

    static String next() {
        return "%08x".formatted(ThreadLocalRandom.current().nextInt());
    }
}
