package dev.sandlot.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.problem.Problem;
import dev.sandlot.problem.secret.JudgingData;
import dev.sandlot.problem.secret.JudgingLibrary;
import dev.sandlot.problem.secret.JurySubmission;
import dev.sandlot.problem.secret.JurySubmission.Expectation;
import dev.sandlot.run.SourceFile;
import dev.sandlot.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// Judges the programs of every problem's author in the real jail: each must get what the folder
/// that it lies in says. `-Dsandlot.problem=fizzbuzz` judges those of one problem alone.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "sandlot.data-dir=target/it/problem-submissions")
class ProblemSubmissionsIT {

    private final Judge judge;
    private final JudgingLibrary library;
    private final Languages languages;

    ProblemSubmissionsIT(
            @Autowired Judge judge,
            @Autowired JudgingLibrary library,
            @Autowired Languages languages,
            @Autowired Sandbox sandbox) {
        await().atMost(Duration.ofMinutes(1)).until(() -> sandbox.health().accepting());
        this.judge = judge;
        this.library = library;
        this.languages = languages;
    }

    @TestFactory
    Stream<DynamicTest> everySubmissionGetsWhatItsFolderSays() {
        List<JudgingData> problems =
                Optional.ofNullable(System.getProperty("sandlot.problem"))
                        .map(id -> List.of(library.judgingData(id).orElseThrow()))
                        .orElseGet(library::allJudgingData);
        assertThat(problems).isNotEmpty();
        return problems.stream()
                .flatMap(problem ->
                        problem.submissions().stream()
                                .map(submission -> test(problem, submission)));
    }

    private DynamicTest test(JudgingData problem, JurySubmission submission) {
        return DynamicTest.dynamicTest(
                problem + " " + submission,
                () -> assertThat(verdict(problem, submission)).isIn(expected(submission)));
    }

    private Verdict verdict(JudgingData data, JurySubmission submission)
            throws InterruptedException {
        Judgement judgement =
                judge.judge(submission(data.problem(), submission), "jury", data, _ -> {}, _ -> {});
        String test =
                judgement
                        .failedTest()
                        .map(" on test %d of "::formatted)
                        .map(words -> words + data.tests().size())
                        .orElse("");
        System.out.printf(
                "%-10s %-36s %s%s%n", data, submission, judgement.verdict().words(), test);
        return judgement.verdict();
    }

    private Submission submission(Problem problem, JurySubmission submission) {
        String ending = submission.fileName().substring(submission.fileName().lastIndexOf('.') + 1);
        Language language = languages.ofEnding(ending).orElseThrow();
        return new Submission(
                "jury",
                problem.id(),
                language.id(),
                language.version(),
                List.of(new SourceFile(language.fileName(), submission.source())),
                Instant.EPOCH,
                Submission.Status.QUEUED,
                0,
                problem.tests(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The format's classes: a limit on memory or output counts as a run-time error.
    private static Set<Verdict> expected(JurySubmission submission) {
        Expectation expectation = submission.expectation();
        return switch (expectation) {
            case ACCEPTED -> EnumSet.of(Verdict.ACCEPTED);
            case WRONG_ANSWER -> EnumSet.of(Verdict.WRONG_ANSWER);
            case TIME_LIMIT_EXCEEDED -> EnumSet.of(Verdict.TIME_LIMIT_EXCEEDED);
            case RUN_TIME_ERROR ->
                    EnumSet.of(
                            Verdict.RUN_TIME_ERROR,
                            Verdict.MEMORY_LIMIT_EXCEEDED,
                            Verdict.OUTPUT_LIMIT_EXCEEDED);
            case BRUTE_FORCE -> EnumSet.of(Verdict.TIME_LIMIT_EXCEEDED, Verdict.RUN_TIME_ERROR);
            case REJECTED ->
                    EnumSet.complementOf(
                            EnumSet.of(
                                    Verdict.ACCEPTED, Verdict.COMPILE_ERROR, Verdict.JUDGE_ERROR));
        };
    }
}
