package dev.sandlot.sandbox;

import java.util.List;

/// What a compile step left in `/work`: regular files, bounded in number and size, opaque to the
/// host.
public record Artifact(List<JailFile> files) {

    public Artifact {
        files = List.copyOf(files);
    }

    public MemorySize size() {
        return new MemorySize(files.stream().mapToLong(file -> file.content().length).sum());
    }
}
