package dev.sandlot.run;

import java.util.Optional;

/// @param compile absent where the language has no compile step
/// @param run absent when the compile step failed
/// @param passed present when an expected output was given and the program ran
public record RunResult(
        Optional<StepResult> compile, Optional<StepResult> run, Optional<Boolean> passed) {}
