package dev.sandlot.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sandlot.judge.Submission;
import dev.sandlot.judge.Verdict;
import dev.sandlot.run.RunReport;
import dev.sandlot.run.RunResultJson.Streams;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the owner of a submission sees; of a secret test its number and the verdict, nothing else.
@Schema(name = "Submission")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubmissionView(
        String id,
        @Schema(example = "fizzbuzz") String problem,
        @Schema(example = "c") String language,
        @Schema(allowableValues = {"queued", "judging", "judged"}) String status,
        int testsDone,
        int tests,
        @Nullable Verdict verdict,
        @Schema(description = "From 1, samples first.", example = "4") @Nullable Integer failedTest,
        @Nullable Boolean failedTestIsSample,
        @Nullable FailedSample failedSample,
        RunReport.@Nullable CompileStep compile,
        @Schema(description = "Of a judge error, with the incident that the operator finds.")
                @Nullable String judgeError) {

    @Schema(name = "FailedSample")
    record FailedSample(
            String name,
            String input,
            String answer,
            @Schema(description = "What the submission printed, cut to a few KiB.") String output) {

        static FailedSample of(Submission.FailedSample sample) {
            return new FailedSample(
                    sample.name(), sample.input(), sample.answer(), sample.output());
        }
    }

    static SubmissionView of(Submission submission) {
        return new SubmissionView(
                submission.id(),
                submission.problem(),
                submission.language(),
                submission.status().name().toLowerCase(Locale.ROOT),
                submission.testsDone(),
                submission.tests(),
                submission.verdict().orElse(null),
                submission.failedTest().orElse(null),
                submission
                        .failedTest()
                        .map(_ -> submission.failedSample().isPresent())
                        .orElse(null),
                submission.failedSample().map(FailedSample::of).orElse(null),
                submission
                        .compile()
                        .map(step -> RunReport.CompileStep.of(step, Streams.TEXT))
                        .orElse(null),
                submission.judgeErrorText().orElse(null));
    }
}
