package dev.sandlot.run;

import dev.sandlot.language.Diagnostic;
import dev.sandlot.sandbox.Outcome;
import java.util.List;
import java.util.Optional;

/// What came of formatting.
///
/// @param content the formatted text, or the text as it was
/// @param refusal a sentence for people: why the text is as it was; absent when it was formatted
/// @param outcome how the formatter ended
/// @param messages what it said
/// @param diagnostics those that name a line; their file is the one that was given
public record Formatted(
        String content,
        Optional<String> refusal,
        Outcome outcome,
        String messages,
        List<Diagnostic> diagnostics) {}
