package dev.sandlot.judge;

import static dev.sandlot.judge.PlayedRuns.Played.ends;
import static dev.sandlot.judge.PlayedRuns.Played.prints;
import static dev.sandlot.judge.PlayedRuns.Played.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandlot.judge.Submission.FailedSample;
import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.problem.Problem;
import dev.sandlot.problem.secret.Answer;
import dev.sandlot.problem.secret.JudgingData;
import dev.sandlot.problem.secret.JurySubmission;
import dev.sandlot.problem.secret.JurySubmission.Expectation;
import dev.sandlot.problem.secret.OutputRules;
import dev.sandlot.problem.secret.TestCase;
import dev.sandlot.run.SourceFile;
import dev.sandlot.run.StepResult;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Duration NO_DELAY = Duration.ofMillis(1);
    private static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    MemorySize.ofMib(256),
                    MemorySize.ofKib(64),
                    64,
                    MemorySize.ofMib(16));
    private static final JurySubmission JURY =
            new JurySubmission(Expectation.ACCEPTED, "ok.toy", bytes("jury"));

    private final List<Integer> done = new ArrayList<>();
    private final List<TestRun> journal = new ArrayList<>();

    @Test
    void acceptedWhenEveryTestIs() throws InterruptedException {
        var runs = new PlayedRuns(prints("a1"), prints("a2"), prints("a3"));
        Judgement judgement = judge(runs);
        assertThat(judgement.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.failedTest()).isEmpty();
        assertThat(runs.inputs).containsExactly("i1", "i2", "i3");
        assertThat(runs.compilations).isEqualTo(1);
        assertThat(done).containsExactly(1, 2, 3);
    }

    @Test
    void theFirstFailureEndsJudging() throws InterruptedException {
        var runs = new PlayedRuns(prints("a1"), ends(new Outcome.Exited(1)));
        Judgement judgement = judge(runs);
        assertThat(judgement.verdict()).isEqualTo(Verdict.RUN_TIME_ERROR);
        assertThat(judgement.failedTest()).contains(2);
        assertThat(runs.inputs).containsExactly("i1", "i2");
    }

    @Test
    void aFailedSampleShowsItsData() throws InterruptedException {
        Judgement judgement = judge(new PlayedRuns(prints("wrong")));
        assertThat(judgement.failedTest()).contains(1);
        assertThat(judgement.failedSample())
                .contains(new FailedSample("sample", "i1", "a1", "wrong"));
    }

    @Test
    void aFailedSecretTestShowsItsNumberAndTheVerdictAlone() throws InterruptedException {
        Judgement judgement = judge(new PlayedRuns(prints("a1"), prints("i2 a2 stolen")));
        assertThat(judgement)
                .isEqualTo(
                        new Judgement(
                                Verdict.WRONG_ANSWER,
                                Optional.of(2),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void aCompileErrorRunsNothing() throws InterruptedException {
        var runs = new PlayedRuns();
        runs.compiles = false;
        runs.compileStep = Optional.of(compileStep(new Outcome.Exited(1)));
        Judgement judgement = judge(runs);
        assertThat(judgement.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.compile()).isPresent();
        assertThat(runs.inputs).isEmpty();
    }

    @Test
    void aCompileStepThatWeBrokeIsTriedAgainAndNeverACompileError() {
        var runs = new PlayedRuns();
        runs.compiles = false;
        runs.compileStep = Optional.of(compileStep(new Outcome.SandboxFailure("x")));
        assertThatThrownBy(() -> judge(runs)).isInstanceOf(IllegalStateException.class);
        assertThat(runs.compilations).isEqualTo(3);
    }

    @Test
    void aTimeLimitExceededByLittleIsRunAgain() throws InterruptedException {
        var runs =
                new PlayedRuns(
                        takes(Duration.ofMillis(1050), "a1"),
                        takes(Duration.ofMillis(1020), "a1"),
                        takes(Duration.ofMillis(990), "a1"),
                        prints("a2"),
                        prints("a3"));
        assertThat(judge(runs).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(runs.inputs).containsExactly("i1", "i1", "i1", "i2", "i3");
        assertThat(journal).extracting(TestRun::run).containsExactly(1, 2, 3, 1, 1);
    }

    @Test
    void thriceOverTheLimitIsOverTheLimit() throws InterruptedException {
        var slow = takes(Duration.ofMillis(1050), "a1");
        assertThat(judge(new PlayedRuns(slow, slow, slow)).verdict())
                .isEqualTo(Verdict.TIME_LIMIT_EXCEEDED);
    }

    @Test
    void aTimeLimitExceededByFarIsNotRunAgain() throws InterruptedException {
        var runs = new PlayedRuns(takes(Duration.ofMillis(1400), "a1"));
        assertThat(judge(runs).verdict()).isEqualTo(Verdict.TIME_LIMIT_EXCEEDED);
    }

    @Test
    void aSandboxThatFailsOnceCostsNobodyAVerdict() throws InterruptedException {
        var runs =
                new PlayedRuns(
                        ends(new Outcome.SandboxFailure("x")),
                        prints("a1"),
                        prints("a2"),
                        prints("a3"));
        assertThat(judge(runs).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aSandboxThatKeepsFailingIsOurFault() {
        var failure = ends(new Outcome.SandboxFailure("x"));
        assertThatThrownBy(() -> judge(new PlayedRuns(failure, failure, failure)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Test 1 of toy: the sandbox or the output validator failed");
    }

    @Test
    void aFullQueueIsWaitedFor() throws InterruptedException {
        var runs = new PlayedRuns(prints("a1"), prints("a2"), prints("a3"));
        runs.refusals = 5;
        assertThat(judge(runs).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void theVersionThatWasChosenIsJudged() throws InterruptedException {
        var runs = new PlayedRuns(prints("a1"), prints("a2"), prints("a3"));
        assertThat(judge(runs).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(runs.compiledWith).isEqualTo("1");
    }

    @Test
    void theJuryPrintsAnAnswerOnce() throws InterruptedException {
        var runs = new PlayedRuns(prints("a1"), prints("a1"), prints("a1"), prints("a1"));
        var answers = new Answers(runs, languages(), settings());
        JudgingData data = data(new Answer.PrintedBy(JURY));
        for (int i = 0; i < 2; i++) {
            var judge = new Judge(runs, languages(), answers, settings());
            judge.judge(submission(), "client", data, done::add, journal::add);
        }
        assertThat(runs.inputs).containsExactly("i1", "i1", "i1");
    }

    @Test
    void aJuryThatCrashesIsNoAnswer() {
        var runs = new PlayedRuns(ends(new Outcome.Exited(1)));
        assertThatThrownBy(() -> judge(runs, data(new Answer.PrintedBy(JURY))))
                .isInstanceOf(JuryException.class)
                .hasMessageContaining("accepted/ok.toy gives no answer to secret only");
    }

    @Test
    void limitsFollowTheLanguage() {
        TestLimits limits = TestLimits.of(problem(), language(4, Duration.ofMillis(300)));
        assertThat(limits.timeLimit()).isEqualTo(Duration.ofMillis(4300));
        assertThat(limits.limits().cpuTime()).isEqualTo(Duration.ofMillis(4800));
        assertThat(limits.limits().wallTime()).isEqualTo(Duration.ofMillis(9600));
        assertThat(limits.limits().memory()).isEqualTo(problem().memoryLimit());
        assertThat(limits.limits().output()).isEqualTo(problem().outputLimit());
        assertThat(limits.areWithin(LIMITS)).isTrue();
    }

    @Test
    void limitsThatTheSandboxCannotGrantAreSeen() {
        TestLimits limits = TestLimits.of(problem(), language(10, Duration.ZERO));
        assertThat(limits.limits().cpuTime()).isEqualTo(Duration.ofSeconds(11));
        assertThat(limits.areWithin(LIMITS)).isFalse();
    }

    private Judgement judge(PlayedRuns runs) throws InterruptedException {
        return judge(runs, data());
    }

    private Judgement judge(PlayedRuns runs, JudgingData data) throws InterruptedException {
        var answers = new Answers(runs, languages(), settings());
        return new Judge(runs, languages(), answers, settings())
                .judge(submission(), "client", data, done::add, journal::add);
    }

    private static JudgingData data() {
        return new JudgingData(
                problem(),
                List.of(
                        test("sample", true, "i1", "a1"),
                        test("one", false, "i2", "a2"),
                        test("two", false, "i3", "a3")),
                OutputRules.DEFAULT,
                List.of(JURY));
    }

    private static JudgingData data(Answer answer) {
        return new JudgingData(
                problem(),
                List.of(new TestCase("only", false, bytes("i1"), answer)),
                OutputRules.DEFAULT,
                List.of(JURY));
    }

    private static TestCase test(String name, boolean sample, String input, String answer) {
        return new TestCase(name, sample, bytes(input), new Answer.Given(bytes(answer)));
    }

    private static Problem problem() {
        return new Problem(
                "toy",
                "hash",
                "Toy",
                List.of(),
                "",
                "",
                List.of(),
                Duration.ofSeconds(1),
                MemorySize.ofMib(64),
                MemorySize.ofKib(16),
                MemorySize.ofKib(16),
                false,
                Set.of(),
                Map.of(),
                3);
    }

    private static Submission submission() {
        return new Submission(
                "id",
                "toy",
                "toy",
                "1",
                List.of(SourceFile.of("main.toy", "text")),
                Instant.EPOCH,
                Submission.Status.JUDGING,
                0,
                3,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static JudgeSettings settings() {
        return new JudgeSettings(1, 10, NO_DELAY, List.of(Rate.valueOf("1/1s")));
    }

    /// Who chooses none gets version 2.
    private static Languages languages() {
        Language toy = language("2", 1, Duration.ZERO);
        return new Languages() {

            @Override
            public List<Language> all() {
                return List.of(toy);
            }

            @Override
            public Optional<Language> find(String id) {
                return Optional.of(toy).filter(it -> it.id().equals(id));
            }

            @Override
            public List<Language> versions(String id) {
                return find(id).stream().toList();
            }

            @Override
            public Optional<Language> find(String id, String version) {
                return find(id).filter(it -> it.version().equals(version));
            }

            @Override
            public Optional<Language> closest(String id, String version) {
                return find(id).map(_ -> language(version, 1, Duration.ZERO));
            }
        };
    }

    private static Language language(double timeFactor, Duration startupAllowance) {
        return language("1", timeFactor, startupAllowance);
    }

    private static Language language(String version, double timeFactor, Duration startupAllowance) {
        return new Language(
                "toy",
                "Toy",
                version,
                List.of("1", "2"),
                List.of(),
                "main.toy",
                List.of("toy"),
                "text",
                "#",
                Optional.empty(),
                "",
                Optional.empty(),
                new Language.RunStep(
                        List.of("toy", "{main}"), Map.of(), LIMITS, true, Optional.empty()),
                List.of(),
                Optional.empty(),
                timeFactor,
                startupAllowance,
                "trixie",
                "root");
    }

    private static StepResult compileStep(Outcome outcome) {
        return new StepResult(
                outcome,
                bytes(""),
                bytes("error"),
                false,
                false,
                Duration.ZERO,
                Duration.ZERO,
                MemorySize.ofMib(1),
                false,
                false,
                false,
                List.of(),
                List.of(),
                false,
                LIMITS);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
