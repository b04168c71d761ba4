package dev.sandlot.sandbox;

import java.time.Duration;

/// What one jail may use. The kernel, `sandlot-jail` or `init` enforces each of them.
///
/// @param cpuTime user and system time of the whole jail together
/// @param wallTime clock time from the start of the program to the end of its last process
/// @param memory memory of the whole jail, its tmpfs files included
/// @param output bytes of each of standard output and standard error
/// @param processes processes and threads alive at one time
/// @param fileSize size of any one file that the program writes
public record Limits(
        Duration cpuTime,
        Duration wallTime,
        MemorySize memory,
        MemorySize output,
        int processes,
        MemorySize fileSize) {

    public Limits {
        requirePositive("cpuTime", cpuTime.toMillis());
        requirePositive("wallTime", wallTime.toMillis());
        requirePositive("memory", memory.bytes());
        requirePositive("processes", processes);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("The limit " + name + " must be positive: " + value);
        }
    }

    /// The smaller of each of these limits and those of `maximum`.
    public Limits clampTo(Limits maximum) {
        return new Limits(
                min(cpuTime, maximum.cpuTime),
                min(wallTime, maximum.wallTime),
                min(memory, maximum.memory),
                min(output, maximum.output),
                Math.min(processes, maximum.processes),
                min(fileSize, maximum.fileSize));
    }

    private static <T extends Comparable<T>> T min(T a, T b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
