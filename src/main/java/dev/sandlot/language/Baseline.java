package dev.sandlot.language;

import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.MemorySize;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What running the starter program of a language costs here, which every program in it has beneath
/// its own: mostly the start of an interpreter or a virtual machine. Without the compile step.
record Baseline(Duration cpuTime, MemorySize peakMemory) {

    private static final Pattern WORDS = Pattern.compile("(\\d{1,12}) (\\d{1,18})");

    static Baseline of(JobResult result) {
        return new Baseline(result.cpuTime(), result.peakMemory());
    }

    /// As it was noted by [#words()].
    static Optional<Baseline> parse(String words) {
        Matcher noted = WORDS.matcher(words);
        return noted.matches()
                ? Optional.of(
                        new Baseline(
                                Duration.of(Long.parseLong(noted.group(1)), ChronoUnit.MICROS),
                                new MemorySize(Long.parseLong(noted.group(2)))))
                : Optional.empty();
    }

    /// Microseconds and bytes.
    String words() {
        return cpuTime.toNanos() / 1000 + " " + peakMemory.bytes();
    }
}
