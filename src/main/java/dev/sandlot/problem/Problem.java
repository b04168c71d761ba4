package dev.sandlot.problem;

import dev.sandlot.sandbox.MemorySize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The public part of a problem: nothing of the secret data but the number of tests.
///
/// @param id the file's or folder's name, such as `fizzbuzz`
/// @param hash of the whole package, stored with each submission
/// @param tags keywords without the difficulty
/// @param difficulty `easy`, `medium` or `hard`; empty when its author doesn't say
/// @param statementHtml sanitised; shows the samples too, at the places that the author chose
/// @param timeLimit CPU time per test case, before the language's factor and allowance
/// @param languages ids; empty means all
/// @param templates starter code by language id
/// @param tests samples and secret test cases together
public record Problem(
        String id,
        String hash,
        String title,
        List<String> tags,
        String difficulty,
        String statementHtml,
        List<Sample> samples,
        Duration timeLimit,
        MemorySize memoryLimit,
        MemorySize outputLimit,
        MemorySize codeLimit,
        boolean caseSensitive,
        Set<String> languages,
        Map<String, String> templates,
        int tests) {

    public record Sample(String name, String input, String answer) {}
}
