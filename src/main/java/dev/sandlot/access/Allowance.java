package dev.sandlot.access;

/// What one client may do.
///
/// @param concurrentRuns programs that run or wait at one time
/// @param runsPerMinute programs started, submissions included
/// @param snippetsPerHour snippets stored
public record Allowance(int concurrentRuns, int runsPerMinute, int snippetsPerHour) {

    public Allowance {
        requirePositive("concurrent-runs", concurrentRuns);
        requirePositive("runs-per-minute", runsPerMinute);
        requirePositive("snippets-per-hour", snippetsPerHour);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1 || value > 1_000_000) {
            throw new IllegalArgumentException(
                    "%s must be from 1 to 1000000: %d".formatted(name, value));
        }
    }
}
