package dev.sandlot.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Root file systems that hold every version of one language, for tests of its description alone.
final class TestRoots {

    private static final List<String> ALL = List.of("trixie", "bookworm", "bullseye", "forky");

    private TestRoots() {}

    /// @param version what its toolchain says
    static Roots with(Path folder, String version) {
        String id = String.valueOf(folder.getFileName());
        Map<String, String> versions = new HashMap<>(Map.of(id, version));
        overlays(folder).forEach(name -> versions.put(id + "/" + name, name));
        Manifest manifest = new Manifest("test", versions);
        return new Roots(
                ALL.stream().collect(Collectors.toMap(Function.identity(), _ -> manifest)));
    }

    private static List<String> overlays(Path folder) {
        Path directory = folder.resolve("versions");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", "")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
