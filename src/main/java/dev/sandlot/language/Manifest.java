package dev.sandlot.language;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the build of a root file system wrote down: which build it is, and what each toolchain said
/// of its version.
///
/// @param versions by language id, or `id/version` for a language's further versions
record Manifest(String build, Map<String, String> versions) {

    static Manifest read(Path file) {
        YamlSection manifest = YamlSection.read(file);
        return new Manifest(manifest.text("build"), manifest.section("languages").allTexts());
    }

    /// Absent when the root file system was built without this toolchain.
    Optional<String> version(String toolchain) {
        return Optional.ofNullable(versions.get(toolchain));
    }
}
