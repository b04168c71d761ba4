package dev.sandlot.judge;

import dev.sandlot.judge.Submission.FailedSample;
import dev.sandlot.run.StepResult;
import java.util.Optional;

/// What judging a submission gave: exactly what its owner may see.
///
/// @param failedTest the first test that wasn't accepted
/// @param incident of a judge error
record Judgement(
        Verdict verdict,
        Optional<Integer> failedTest,
        Optional<FailedSample> failedSample,
        Optional<StepResult> compile,
        Optional<String> incident) {

    static Judgement compileError(StepResult compile) {
        return new Judgement(
                Verdict.COMPILE_ERROR,
                Optional.empty(),
                Optional.empty(),
                Optional.of(compile),
                Optional.empty());
    }

    static Judgement accepted(Optional<StepResult> compile) {
        return new Judgement(
                Verdict.ACCEPTED, Optional.empty(), Optional.empty(), compile, Optional.empty());
    }

    static Judgement failed(
            FailedTest failed, Optional<FailedSample> sample, Optional<StepResult> compile) {
        return new Judgement(
                failed.verdict(), Optional.of(failed.test()), sample, compile, Optional.empty());
    }

    static Judgement judgeError(String incident) {
        return new Judgement(
                Verdict.JUDGE_ERROR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(incident));
    }

    /// All that anyone outside the jury learns of a test that failed: no text and no figure from
    /// the jail, the validator or an exception.
    record FailedTest(int test, Verdict verdict) {}
}
