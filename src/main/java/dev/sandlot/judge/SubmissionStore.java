package dev.sandlot.judge;

import dev.sandlot.judge.Submission.FailedSample;
import dev.sandlot.judge.Submission.Status;
import dev.sandlot.run.SourceFile;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Submissions in PostgreSQL: what their owners may see in `submission` and `submission_file`, what
/// only the jury may see in the schema `judging`.
@Repository
class SubmissionStore {

    private static final int LISTED = 200;

    private final JdbcClient jdbc;

    SubmissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A submission to store.
    record Draft(
            String owner,
            String problem,
            String problemHash,
            int tests,
            String language,
            String version,
            List<SourceFile> files) {}

    /// A submission to judge.
    ///
    /// @param starts how many processes have begun to judge it, this one included
    record Started(Submission submission, String owner, int starts) {}

    /// A submission without a verdict.
    record Waiting(String id, String owner) {}

    /// @throws SubmissionRateException when the owner has one under way, or had too many
    @Transactional
    public String add(Draft draft, List<Rate> rates) {
        lock(draft.owner(), draft.problem());
        refuseSecondUnderWay(draft);
        refuseTooMany(draft, rates);
        String id = RandomId.submission();
        jdbc.sql(
                        """
                        INSERT INTO submission
                            (id, owner, problem, problem_hash, language, version, tests)
                        VALUES (:id, :owner, :problem, :hash, :language, :version, :tests)
                        """)
                .param("id", id)
                .param("owner", draft.owner())
                .param("problem", draft.problem())
                .param("hash", draft.problemHash())
                .param("language", draft.language())
                .param("version", draft.version())
                .param("tests", draft.tests())
                .update();
        addFiles(id, draft.files());
        return id;
    }

    /// Two submissions at the same moment must not both be the first.
    private void lock(String owner, String problem) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", owner + " " + problem)
                .query((_, _) -> true)
                .single();
    }

    private void refuseSecondUnderWay(Draft draft) {
        boolean underWay =
                jdbc.sql(
                                """
                                SELECT EXISTS (SELECT FROM submission
                                WHERE owner = :owner AND problem = :problem AND status <> 'JUDGED')
                                """)
                        .param("owner", draft.owner())
                        .param("problem", draft.problem())
                        .query(Boolean.class)
                        .single();
        if (underWay) {
            throw new SubmissionRateException(
                    "Your last submission to this problem is still being judged; wait for its"
                            + " verdict",
                    Duration.ofSeconds(2));
        }
    }

    private void refuseTooMany(Draft draft, List<Rate> rates) {
        List<Instant> earlier = earlier(draft, rates);
        Instant now = Instant.now();
        Rate strictest =
                rates.stream()
                        .max(Comparator.comparing(rate -> rate.waitingTime(earlier, now)))
                        .orElseThrow();
        Duration wait = strictest.waitingTime(earlier, now);
        if (wait.isPositive()) {
            throw new SubmissionRateException(
                    "%d submissions to one problem in %s are enough; the next is taken in %s"
                            .formatted(
                                    strictest.submissions(),
                                    Words.of(strictest.window()),
                                    Words.of(wait)),
                    wait);
        }
    }

    private List<Instant> earlier(Draft draft, List<Rate> rates) {
        return jdbc.sql(
                        """
                        SELECT created FROM submission
                        WHERE owner = :owner AND problem = :problem
                        ORDER BY created DESC LIMIT :most
                        """)
                .param("owner", draft.owner())
                .param("problem", draft.problem())
                .param("most", rates.stream().mapToInt(Rate::submissions).max().orElse(0))
                .query((row, _) -> instant(row))
                .list();
    }

    private void addFiles(String id, List<SourceFile> files) {
        for (int ordinal = 0; ordinal < files.size(); ordinal++) {
            SourceFile file = files.get(ordinal);
            jdbc.sql(
                            """
                            INSERT INTO submission_file (submission, ordinal, name, content)
                            VALUES (:id, :ordinal, :name, :content)
                            """)
                    .param("id", id)
                    .param("ordinal", ordinal)
                    .param("name", file.name())
                    .param("content", file.content())
                    .update();
        }
    }

    @Transactional(readOnly = true)
    public Optional<Submission> find(String id, String owner) {
        return jdbc.sql("SELECT * FROM submission WHERE id = :id AND owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .query((row, _) -> submission(row, files(id)))
                .optional();
    }

    /// Newest first, without sources.
    List<Submission> list(String owner, Optional<String> problem) {
        return jdbc.sql(
                        """
                        SELECT * FROM submission
                        WHERE owner = :owner
                        AND (CAST(:problem AS text) IS NULL OR problem = :problem)
                        ORDER BY created DESC, arrival DESC LIMIT :most
                        """)
                .param("owner", owner)
                .param("problem", problem.orElse(null))
                .param("most", LISTED)
                .query((row, _) -> submission(row, List.of()))
                .list();
    }

    /// What has no verdict yet, in the order of arrival; last what may have ended the whole
    /// process.
    List<Waiting> waiting() {
        return jdbc.sql(
                        """
                        SELECT id, owner FROM submission WHERE status <> 'JUDGED'
                        ORDER BY starts, arrival
                        """)
                .query((row, _) -> new Waiting(row.getString(1), row.getString(2)))
                .list();
    }

    /// Judging begins.
    ///
    /// @param again whether this process has begun it before
    @Transactional
    public Optional<Started> start(String id, boolean again) {
        return jdbc.sql(
                        """
                        UPDATE submission SET status = 'JUDGING', starts = starts + :more
                        WHERE id = :id AND status <> 'JUDGED' RETURNING *
                        """)
                .param("id", id)
                .param("more", again ? 0 : 1)
                .query((row, _) ->
                        new Started(
                                submission(row, files(id)),
                                row.getString("owner"),
                                row.getInt("starts")))
                .optional();
    }

    /// Judging was stopped in good order: it doesn't count as begun.
    void putBack(String id) {
        jdbc.sql(
                        """
                        UPDATE submission SET status = 'QUEUED', starts = starts - 1
                        WHERE id = :id AND status = 'JUDGING'
                        """)
                .param("id", id)
                .update();
    }

    /// The verdict is in. There is one only: a second is dropped.
    ///
    /// @param problemHash of the problem as it was judged
    @Transactional
    public void finish(
            String id, String problemHash, int tests, Judgement judgement, List<TestRun> runs) {
        Optional<FailedSample> sample = judgement.failedSample();
        int judged =
                jdbc.sql(
                                """
                                UPDATE submission SET
                                    status = 'JUDGED', verdict = :verdict, failed_test = :failedTest,
                                    problem_hash = :hash, tests = :tests, incident = :incident,
                                    compile = :compile, sample_name = :name, sample_input = :input,
                                    sample_answer = :answer, sample_output = :output
                                WHERE id = :id AND status <> 'JUDGED'
                                """)
                        .param("id", id)
                        .param("verdict", judgement.verdict().name())
                        .param("failedTest", judgement.failedTest().orElse(null))
                        .param("hash", problemHash)
                        .param("tests", tests)
                        .param("incident", judgement.incident().orElse(null))
                        .param("compile", judgement.compile().map(StepJson::write).orElse(null))
                        .param("name", sample.map(FailedSample::name).orElse(null))
                        .param("input", sample.map(it -> bytes(it.input())).orElse(null))
                        .param("answer", sample.map(it -> bytes(it.answer())).orElse(null))
                        .param("output", sample.map(it -> bytes(it.output())).orElse(null))
                        .update();
        if (judged == 1) {
            runs.forEach(run -> addRun(id, run));
        }
    }

    private void addRun(String id, TestRun run) {
        jdbc.sql(
                        """
                        INSERT INTO judging.test_run
                            (submission, test, run, verdict, outcome, cpu_time_us, wall_time_us,
                            peak_memory_bytes)
                        VALUES (:id, :test, :run, :verdict, :outcome, :cpu, :wall, :memory)
                        """)
                .param("id", id)
                .param("test", run.test())
                .param("run", run.run())
                .param("verdict", run.verdict().name())
                .param("outcome", run.result().outcome().toString())
                .param("cpu", run.result().cpuTime().toNanos() / 1000)
                .param("wall", run.result().wallTime().toNanos() / 1000)
                .param("memory", run.result().peakMemory().bytes())
                .update();
    }

    private List<SourceFile> files(String id) {
        return jdbc.sql(
                        """
                        SELECT name, content FROM submission_file
                        WHERE submission = :id ORDER BY ordinal
                        """)
                .param("id", id)
                .query((row, _) -> new SourceFile(row.getString(1), row.getBytes(2)))
                .list();
    }

    private static Submission submission(ResultSet row, List<SourceFile> files)
            throws SQLException {
        Status status = Status.valueOf(row.getString("status"));
        return new Submission(
                row.getString("id"),
                row.getString("problem"),
                row.getString("language"),
                row.getString("version"),
                files,
                instant(row),
                status,
                testsDone(row, status),
                row.getInt("tests"),
                Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
                Optional.ofNullable(row.getObject("failed_test", Integer.class)),
                failedSample(row),
                Optional.ofNullable(row.getString("compile")).map(StepJson::read),
                Optional.ofNullable(row.getString("incident")));
    }

    /// Progress while judging is in memory only; see [SubmissionFeed].
    private static int testsDone(ResultSet row, Status status) throws SQLException {
        if (status != Status.JUDGED) {
            return 0;
        }
        Integer failed = row.getObject("failed_test", Integer.class);
        if (failed != null) {
            return failed;
        }
        return row.getString("verdict").equals(Verdict.ACCEPTED.name()) ? row.getInt("tests") : 0;
    }

    private static Optional<FailedSample> failedSample(ResultSet row) throws SQLException {
        String name = row.getString("sample_name");
        return name == null
                ? Optional.empty()
                : Optional.of(
                        new FailedSample(
                                name,
                                string(row.getBytes("sample_input")),
                                string(row.getBytes("sample_answer")),
                                string(row.getBytes("sample_output"))));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("created", OffsetDateTime.class).toInstant();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String string(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
