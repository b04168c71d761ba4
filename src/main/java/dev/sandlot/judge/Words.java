package dev.sandlot.judge;

import java.time.Duration;

/// A span of time as people say it.
final class Words {

    private Words() {}

    /// Rounded up, in the largest unit that is at least one: `1 minute`, `45 seconds`.
    static String of(Duration duration) {
        long seconds = Math.ceilDiv(duration.toMillis(), 1000);
        if (seconds < 60) {
            return count(seconds, "second");
        }
        if (seconds < 60 * 60) {
            return count(Math.ceilDiv(seconds, 60), "minute");
        }
        return count(Math.ceilDiv(seconds, 60 * 60), "hour");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
