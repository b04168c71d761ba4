package dev.sandlot.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.sandlot.judge.Submission.Status;
import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.run.SourceFile;
import dev.sandlot.sandbox.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What is submitted is stored, judged in order and never lost, with the real PostgreSQL and runs
/// that end when the test says so.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sandlot.judge.workers=1",
            "sandlot.judge.rates=3/1h",
            "sandlot.judge.retry-delay=100ms"
        })
class SubmissionsIT {

    private static final List<SourceFile> FILES = List.of(SourceFile.of("main.py", "print(1)\0"));

    private final JudgeService judge;
    private final JudgeQueue queue;
    private final SubmissionStore store;
    private final HeldRuns runs;
    private final JdbcClient jdbc;
    private final Languages languages;
    private final String owner = UUID.randomUUID().toString();

    SubmissionsIT(
            @Autowired JudgeService judge,
            @Autowired JudgeQueue queue,
            @Autowired SubmissionStore store,
            @Autowired HeldRuns runs,
            @Autowired JdbcClient jdbc,
            @Autowired Languages languages) {
        this.judge = judge;
        this.queue = queue;
        this.store = store;
        this.runs = runs;
        this.jdbc = jdbc;
        this.languages = languages;
        await().atMost(Duration.ofMinutes(1)).until(() -> languages.find("python3").isPresent());
    }

    @TestConfiguration
    static class RunsAreHeld {

        @Bean
        @Primary
        HeldRuns heldRuns() {
            return new HeldRuns();
        }
    }

    @DynamicPropertySource
    static void oneProblem(DynamicPropertyRegistry registry) throws IOException {
        Path problems = Path.of("target/it/submissions/problems").toAbsolutePath();
        Files.createDirectories(problems);
        Files.writeString(
                problems.resolve("toy.md"),
                """
                problem_format_version: 2025-09
                x_single_file: 1
                name: Toy
                uuid: 7b8f0c7e-4a55-4c89-a0f3-2ab7c2b9a0d4
                limits: {time_limit: 1, code: 1}
                languages: [python3]
                data:
                  sample:
                    "1": {in: "in1", ans: "out1"}
                  secret:
                    "1": {in: "in2", ans: "out2"}
                submissions: {accepted: {ok.py: "print(1)"}}
                ---
                Toy.
                """);
        registry.add("sandlot.problems-dir", problems::toString);
        registry.add("sandlot.data-dir", () -> "target/it/submissions/data");
    }

    @Test
    void aSubmissionIsStoredAndJudged() throws InterruptedException {
        Submission submitted = submit();
        assertThat(submitted.files().getFirst().content()).isEqualTo(FILES.getFirst().content());
        runs.next().prints("out1");
        runs.next().prints("OUT2");

        Submission judged = judged(submitted);
        assertThat(judged.verdict()).contains(Verdict.ACCEPTED);
        assertThat(judged.testsDone()).isEqualTo(2);
        assertThat(judged.compile().orElseThrow().stdout()).containsExactly(0, 0xff);
        assertThat(judged.compile().orElseThrow().outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(judge.list(owner, Optional.of("toy")))
                .singleElement()
                .satisfies(listed -> assertThat(listed.id()).isEqualTo(submitted.id()))
                .satisfies(listed -> assertThat(listed.files()).isEmpty());
        assertThat(judge.list(owner, Optional.of("other"))).isEmpty();
    }

    @Test
    void itsOwnerWatchesTheTestsPass() throws InterruptedException {
        Submission submitted = submit();
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        judge.watch(
                submitted.id(),
                owner,
                state -> heard.add(state.status() + " " + state.testsDone()));
        runs.next().prints("out1");
        runs.next().prints("wrong");
        judged(submitted);
        await().until(() -> heard.contains("JUDGED 2"));
        assertThat(heard).endsWith("JUDGING 1", "JUDGING 2", "JUDGED 2");
    }

    @Test
    void aFailedSampleIsShownAndAFailedSecretTestIsNot() throws InterruptedException {
        Submission first = submit();
        runs.next().prints("o\0ops");
        assertThat(judged(first).failedSample())
                .contains(new Submission.FailedSample("1", "in1\n", "out1\n", "o\0ops"));

        Submission second = submit();
        runs.next().prints("out1");
        runs.next().prints("oops");
        Submission judged = judged(second);
        assertThat(judged.failedTest()).contains(2);
        assertThat(judged.failedSample()).isEmpty();
    }

    @Test
    void nobodyElseSeesIt() throws InterruptedException {
        Submission submitted = submit();
        runs.next().ends(new Outcome.Exited(1));
        judged(submitted);
        assertThat(judge.find(submitted.id(), "somebody else")).isEmpty();
        assertThat(judge.list("somebody else", Optional.empty())).isEmpty();
        assertThat(judge.find("' OR 1=1", owner)).isEmpty();
    }

    @Test
    void aSecondOneWaitsForTheFirst() throws InterruptedException {
        Submission first = submit();
        assertThat(catchThrowableOfType(SubmissionRateException.class, this::submit))
                .hasMessageContaining("still being judged");
        runs.next().ends(new Outcome.Exited(1));
        judged(first);

        Submission second = submit();
        runs.next().ends(new Outcome.Exited(1));
        judged(second);
    }

    @Test
    void manyInAShortTimeMakeTheNextWait() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            Submission submitted = submit();
            runs.next().ends(new Outcome.Exited(1));
            judged(submitted);
        }
        SubmissionRateException refused =
                catchThrowableOfType(SubmissionRateException.class, this::submit);
        assertThat(refused.getMessage())
                .startsWith(
                        "3 submissions to one problem in 1 hour are enough; the next is taken in");
        assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(58), Duration.ofMinutes(60));
    }

    @Test
    void aRestartLosesNothing() throws InterruptedException {
        Submission submitted = submit();
        runs.next();
        queue.stop();
        assertThat(starts(submitted)).isZero();
        assertThat(judge.find(submitted.id(), owner).orElseThrow().verdict()).isEmpty();

        queue.start();
        runs.next().prints("out1");
        runs.next().prints("out2");
        assertThat(judged(submitted).verdict()).contains(Verdict.ACCEPTED);
    }

    @Test
    void whatCrashesTheJudgeFourTimesIsGivenUp() throws InterruptedException {
        Submission submitted = submit();
        runs.next();
        queue.stop();
        jdbc.sql("UPDATE submission SET status = 'JUDGING', starts = 4 WHERE id = :id")
                .param("id", submitted.id())
                .update();

        queue.start();
        Submission judged = judged(submitted);
        assertThat(judged.verdict()).contains(Verdict.JUDGE_ERROR);
        assertThat(judged.judgeErrorText().orElseThrow())
                .matches("The judge failed, not your program\\. .* as [2-9a-z]{10}\\.");
    }

    @Test
    void aClientThatSubmitsMuchWaitsForOthers() throws InterruptedException {
        Submission first = submit("busy", "busy 1");
        HeldRuns.Held running = runs.next();
        Submission second = submit("busy", "busy 2");
        submit("busy", "busy 3");
        Submission other = submit("other", "other 1");
        running.ends(new Outcome.Exited(1));

        HeldRuns.Held next = runs.next();

        assertThat(status(first, "busy 1")).isEqualTo(Status.JUDGED);
        assertThat(status(other, "other 1")).isEqualTo(Status.JUDGING);
        assertThat(status(second, "busy 2")).isEqualTo(Status.QUEUED);
        next.ends(new Outcome.Exited(1));
        runs.next().ends(new Outcome.Exited(1));
        runs.next().ends(new Outcome.Exited(1));
    }

    @Test
    void whatOnlyHappenedToBeUnderWayInCrashesIsJudged() throws InterruptedException {
        Submission submitted = submit();
        runs.next();
        queue.stop();
        jdbc.sql("UPDATE submission SET status = 'JUDGING', starts = 3 WHERE id = :id")
                .param("id", submitted.id())
                .update();

        queue.start();
        runs.next().prints("out1");
        runs.next().prints("out2");
        assertThat(judged(submitted).verdict()).contains(Verdict.ACCEPTED);
    }

    @Test
    void thereIsOneVerdictOnly() throws InterruptedException {
        Submission submitted = submit();
        runs.next().ends(new Outcome.Exited(1));
        Submission judged = judged(submitted);

        store.finish(submitted.id(), "", 2, Judgement.judgeError("second"), List.of());

        assertThat(judge.find(submitted.id(), owner).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(judged);
        assertThat(judge.list(owner, Optional.of("toy"))).hasSize(1);
    }

    /// Its connection broke after the commit: nobody heard of it, but it is stored.
    @Test
    void whatWasStoredUnheardIsJudged() throws InterruptedException {
        Submission first = submit();
        runs.next().ends(new Outcome.Exited(1));
        judged(first);
        jdbc.sql("DELETE FROM judging.test_run WHERE submission = :id")
                .param("id", first.id())
                .update();
        jdbc.sql("UPDATE submission SET status = 'QUEUED', verdict = NULL WHERE id = :id")
                .param("id", first.id())
                .update();

        runs.next().prints("out1");
        runs.next().prints("out2");
        assertThat(judged(first).verdict()).contains(Verdict.ACCEPTED);
    }

    /// A database that was away is no crash of the process, however often.
    @Test
    void aDatabaseThatComesAndGoesCountsForNothing() throws InterruptedException {
        Submission submitted = submit();
        for (int i = 0; i < 6; i++) {
            runs.next().fails(new DataAccessResourceFailureException("away"));
        }
        runs.next().prints("out1");
        runs.next().prints("out2");
        assertThat(judged(submitted).verdict()).contains(Verdict.ACCEPTED);
    }

    @Test
    void aSandboxThatKeepsFailingIsAJudgeError() throws InterruptedException {
        Submission submitted = submit();
        for (int i = 0; i < 3; i++) {
            runs.next().ends(new Outcome.SandboxFailure("x"));
        }
        assertThat(judged(submitted).verdict()).contains(Verdict.JUDGE_ERROR);
        assertThat(judge.find(submitted.id(), owner).orElseThrow().failedTest()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeJudged() {
        assertRefused("problem", "no", "python3", FILES, "There is no problem 'no'");
        assertRefused("language", "toy", "no", FILES, "There is no language 'no'");
        assertThatThrownBy(() -> judge.submit("a client", owner, "toy", "python3", "3.1.4", FILES))
                .hasMessage("There is no version '3.1.4' of python3");
        assertRefused("language", "toy", "bash", FILES, "Toy does not take Bash; it takes python3");
        assertRefused("files", "toy", "python3", List.of(), "At least one file is needed");
        assertRefused(
                "files",
                "toy",
                "python3",
                List.of(SourceFile.of("main.py", "x".repeat(1025))),
                "The source has 1025 bytes; this problem takes at most 1024");
        assertRefused(
                "files",
                "toy",
                "python3",
                List.of(SourceFile.of("main.py", " \n")),
                "The main file is empty");
    }

    private void assertRefused(
            String field, String problem, String language, List<SourceFile> files, String message) {
        String version = languages.find(language).map(Language::version).orElse("");
        assertThatThrownBy(() -> judge.submit("a client", owner, problem, language, version, files))
                .isInstanceOfSatisfying(
                        SubmissionRefusedException.class,
                        refused -> assertThat(refused.field()).isEqualTo(field))
                .hasMessage(message);
    }

    private Submission submit() {
        return submit("a client", owner);
    }

    private Submission submit(String client, String owner) {
        String version = languages.find("python3").orElseThrow().version();
        return judge.submit(client, owner, "toy", "python3", version, FILES);
    }

    private Status status(Submission submission, String owner) {
        return judge.find(submission.id(), owner).orElseThrow().status();
    }

    private Submission judged(Submission submission) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> judge.find(submission.id(), owner).orElseThrow(),
                        state -> state.status() == Status.JUDGED);
    }

    private int starts(Submission submission) {
        return jdbc.sql("SELECT starts FROM submission WHERE id = :id")
                .param("id", submission.id())
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
