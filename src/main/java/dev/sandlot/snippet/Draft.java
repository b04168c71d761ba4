package dev.sandlot.snippet;

import java.util.List;
import java.util.Optional;

/// What is to be stored as a snippet.
///
/// @param options ids of those that were chosen
/// @param result the API's JSON of the last result, if one is to be kept
public record Draft(
        String language,
        String version,
        List<Snippet.File> files,
        byte[] stdin,
        List<String> args,
        List<String> options,
        String title,
        Optional<String> result) {}
