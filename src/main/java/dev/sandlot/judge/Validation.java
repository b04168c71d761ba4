package dev.sandlot.judge;

/// What an output validator says about an output.
enum Validation {
    ACCEPTED,
    REJECTED,
    /// The validator itself failed: ours, never the submission's.
    FAILED
}
