package dev.sandlot.problem.secret;

import java.math.BigDecimal;
import java.util.Optional;

/// How the default output validator compares an output with the answer.
///
/// @param caseSensitive whether `Fizz` and `fizz` differ
/// @param spaceChangeSensitive whether every byte of white space must match
/// @param absoluteTolerance how far a number may be off
/// @param relativeTolerance the same, as a share of the answer
public record OutputRules(
        boolean caseSensitive,
        boolean spaceChangeSensitive,
        Optional<BigDecimal> absoluteTolerance,
        Optional<BigDecimal> relativeTolerance) {

    public static final OutputRules DEFAULT =
            new OutputRules(false, false, Optional.empty(), Optional.empty());

    /// Whether tokens of the answer that are numbers are compared as numbers.
    public boolean comparesNumbers() {
        return absoluteTolerance.isPresent() || relativeTolerance.isPresent();
    }
}
