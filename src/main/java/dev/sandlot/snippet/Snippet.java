package dev.sandlot.snippet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A stored program; never changes.
///
/// @param id short, unguessable, without look-alike characters
/// @param version of the toolchain at the time of sharing
/// @param options ids of those that were chosen
/// @param result the last result as the API's JSON, if one was kept
public record Snippet(
        String id,
        String language,
        String version,
        List<File> files,
        byte[] stdin,
        List<String> args,
        List<String> options,
        String title,
        Optional<String> result,
        Instant created) {

    public record File(String name, byte[] content) {}
}
