package dev.sandlot.sandbox;

/// An amount of memory, disk or output, in bytes; never negative.
public record MemorySize(long bytes) implements Comparable<MemorySize> {

    public MemorySize {
        if (bytes < 0) {
            throw new IllegalArgumentException("A size cannot be negative: " + bytes + " bytes");
        }
    }

    public static MemorySize ofBytes(long bytes) {
        return new MemorySize(bytes);
    }

    public static MemorySize ofKib(long kib) {
        return new MemorySize(Math.multiplyExact(kib, 1024));
    }

    public static MemorySize ofMib(long mib) {
        return new MemorySize(Math.multiplyExact(mib, 1024 * 1024));
    }

    @Override
    public int compareTo(MemorySize other) {
        return Long.compare(bytes, other.bytes);
    }
}
