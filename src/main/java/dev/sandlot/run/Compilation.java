package dev.sandlot.run;

import java.util.Optional;

/// @param step absent where the language has no compile step
/// @param program absent when the compile step failed
public record Compilation(Optional<StepResult> step, Optional<Program> program) {}
