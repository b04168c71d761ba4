package dev.sandlot.judge;

import dev.sandlot.run.SourceFile;
import dev.sandlot.run.StepResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What its owner may know of a submission; of a secret test only its number and the verdict.
///
/// @param version of the language
/// @param testsDone how many tests have been judged so far
/// @param failedTest ordinal from 1 over samples and secret tests, in judging order
/// @param failedSample present when the failed test is a sample: its data are public
/// @param compile the compile step, which never sees test data
/// @param incident of a judge error: an id that the operator's log has too
public record Submission(
        String id,
        String problem,
        String language,
        String version,
        List<SourceFile> files,
        Instant created,
        Status status,
        int testsDone,
        int tests,
        Optional<Verdict> verdict,
        Optional<Integer> failedTest,
        Optional<FailedSample> failedSample,
        Optional<StepResult> compile,
        Optional<String> incident) {

    public enum Status {
        QUEUED,
        JUDGING,
        JUDGED
    }

    /// @param output what the submission printed, cut to a few KiB
    public record FailedSample(String name, String input, String answer, String output) {}

    public Submission {
        files = List.copyOf(files);
    }

    /// What to tell the owner about a judge error: always the same words.
    public Optional<String> judgeErrorText() {
        return incident.map(id ->
                "The judge failed, not your program. Please submit it again later;"
                        + " the operator finds this incident as "
                        + id
                        + ".");
    }

    Submission judging(int testsDone) {
        return new Submission(
                id,
                problem,
                language,
                version,
                files,
                created,
                Status.JUDGING,
                testsDone,
                tests,
                verdict,
                failedTest,
                failedSample,
                compile,
                incident);
    }
}
