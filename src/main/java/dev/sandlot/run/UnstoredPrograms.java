package dev.sandlot.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Compiled programs that wait to be written to the disk, bounded in bytes.
final class UnstoredPrograms {

    private final long maxBytes;

    /// Guarded by this.
    private final Map<CompileKey, Compiled> programs = new HashMap<>();

    private long bytes;

    UnstoredPrograms(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// @return whether there was room, and nothing of that key
    synchronized boolean add(CompileKey key, Compiled compiled) {
        if (compiled.size() > maxBytes - bytes || programs.containsKey(key)) {
            return false;
        }
        programs.put(key, compiled);
        bytes += compiled.size();
        return true;
    }

    synchronized Optional<Compiled> find(CompileKey key) {
        return Optional.ofNullable(programs.get(key));
    }

    synchronized void remove(CompileKey key) {
        Compiled removed = programs.remove(key);
        if (removed != null) {
            bytes -= removed.size();
        }
    }
}
