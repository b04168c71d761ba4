package dev.sandlot.judge;

import dev.sandlot.judge.Judgement.FailedTest;
import dev.sandlot.judge.Submission.FailedSample;
import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.problem.secret.JudgingData;
import dev.sandlot.problem.secret.TestCase;
import dev.sandlot.run.Compilation;
import dev.sandlot.run.Program;
import dev.sandlot.run.RunService;
import dev.sandlot.sandbox.JobResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/// Judges one submission: compiles it once, then gives every test case a jail of its own, samples
/// first, until one isn't accepted.
@Component
class Judge {

    /// How often a test is run again before a verdict that may be our machine's fault.
    private static final int RERUNS = 2;

    private final RunService runs;
    private final Languages languages;
    private final Answers answers;
    private final Patience patience;

    Judge(RunService runs, Languages languages, Answers answers, JudgeSettings settings) {
        this.runs = runs;
        this.languages = languages;
        this.answers = answers;
        this.patience = new Patience(settings.retryDelay());
    }

    /// @param testDone hears the ordinal of every test that is through
    /// @param journal hears of every run, for the jury
    Judgement judge(
            Submission submission,
            String client,
            JudgingData data,
            IntConsumer testDone,
            Consumer<TestRun> journal)
            throws InterruptedException {
        Language language =
                languages
                        .closest(submission.language(), submission.version())
                        .orElseThrow(() ->
                                new JuryException(data, submission.language() + " does not work"));
        Compilation compilation = compile(submission, language, client);
        if (compilation.program().isEmpty()) {
            return Judgement.compileError(compilation.step().orElseThrow());
        }
        var tests =
                new Tests(compilation.program().get(), language, client, data, testDone, journal);
        return tests.judge(compilation);
    }

    private Compilation compile(Submission submission, Language language, String client)
            throws InterruptedException {
        for (int run = 1; ; run++) {
            Compilation compilation =
                    patience.await(() -> runs.compile(language, submission.files(), client));
            if (!weFailed(compilation)) {
                return compilation;
            }
            if (run > RERUNS) {
                throw new IllegalStateException("The sandbox failed in the compile step");
            }
            patience.pause();
        }
    }

    private static boolean weFailed(Compilation compilation) {
        return compilation.step().filter(step -> TestEnd.isOurs(step.outcome())).isPresent();
    }

    /// The tests of one compiled submission.
    private final class Tests {

        private final Program program;
        private final String client;
        private final JudgingData data;
        private final TestLimits limits;
        private final IntConsumer testDone;
        private final Consumer<TestRun> journal;

        Tests(
                Program program,
                Language language,
                String client,
                JudgingData data,
                IntConsumer testDone,
                Consumer<TestRun> journal) {
            this.program = program;
            this.client = client;
            this.data = data;
            this.limits = TestLimits.of(data.problem(), language);
            this.testDone = testDone;
            this.journal = journal;
        }

        Judgement judge(Compilation compilation) throws InterruptedException {
            List<TestCase> tests = data.tests();
            for (int ordinal = 1; ordinal <= tests.size(); ordinal++) {
                TestCase test = tests.get(ordinal - 1);
                byte[] answer = answers.of(data, test);
                Ended ended = runUntilSure(ordinal, test, answer);
                if (ended.verdict() == Verdict.JUDGE_ERROR) {
                    throw new IllegalStateException(
                            "Test %d of %s: the sandbox or the output validator failed"
                                    .formatted(ordinal, data));
                }
                testDone.accept(ordinal);
                if (ended.verdict() != Verdict.ACCEPTED) {
                    return Judgement.failed(
                            new FailedTest(ordinal, ended.verdict()),
                            publicData(test, answer, ended.output()),
                            compilation.step());
                }
            }
            return Judgement.accepted(compilation.step());
        }

        private Ended runUntilSure(int ordinal, TestCase test, byte[] answer)
                throws InterruptedException {
            for (int run = 1; ; run++) {
                var output = new TestOutput(data.outputRules(), answer);
                JobResult result = run(test, output);
                TestEnd end = TestEnd.of(result, limits.timeLimit(), output.validation());
                Verdict verdict = end.verdict();
                journal.accept(new TestRun(ordinal, run, verdict, result));
                if (run > RERUNS || !mayBeOurFault(end, verdict)) {
                    return new Ended(verdict, output);
                }
                if (TestEnd.isOurs(end.outcome())) {
                    patience.pause();
                }
            }
        }

        private JobResult run(TestCase test, TestOutput output) throws InterruptedException {
            return patience.await(
                    () -> runs.execute(program, test.input(), limits.limits(), output, client));
        }

        private static boolean mayBeOurFault(TestEnd end, Verdict verdict) {
            return TestEnd.isOurs(end.outcome())
                    || (verdict == Verdict.TIME_LIMIT_EXCEEDED && end.isCloseToTheTimeLimit());
        }

        /// Only a sample has public data.
        private static Optional<FailedSample> publicData(
                TestCase test, byte[] answer, TestOutput output) {
            return test.sample()
                    ? Optional.of(
                            new FailedSample(
                                    test.name(),
                                    new String(test.input(), StandardCharsets.UTF_8),
                                    new String(answer, StandardCharsets.UTF_8),
                                    output.beginning()))
                    : Optional.empty();
        }

        private record Ended(Verdict verdict, TestOutput output) {}
    }
}
