package dev.sandlot.sandbox;

import java.util.List;

/// Which files of `/work` come back after the program's end. Missing ones are left out; links and
/// devices never come back.
///
/// @param names exact names relative to `/work`; the single name `*` asks for every regular file
///   beneath it
/// @param totalSize the bytes of all of them together; what exceeds it is left out and the result
///   says so
public record Collect(List<String> names, MemorySize totalSize) {

    public static final Collect NOTHING = new Collect(List.of(), new MemorySize(0));

    public Collect {
        names = List.copyOf(names);
    }

    /// Everything that is in `/work` at the end.
    public static Collect everything(MemorySize totalSize) {
        return new Collect(List.of("*"), totalSize);
    }
}
