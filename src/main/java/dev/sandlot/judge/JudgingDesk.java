package dev.sandlot.judge;

import dev.sandlot.judge.SubmissionStore.Started;
import dev.sandlot.problem.secret.JudgingData;
import dev.sandlot.problem.secret.JudgingLibrary;
import dev.sandlot.sandbox.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Takes one submission from the queue to its verdict: stores what judging finds and tells those
/// who watch. Whatever goes wrong on our side becomes a judge error with an incident.
@Component
class JudgingDesk {

    private static final Logger log = LoggerFactory.getLogger(JudgingDesk.class);

    /// Judging that ended with the whole process this often is not begun again. One that only
    /// happened to be under way is judged long before; one that is to blame can't go on for ever.
    private static final int MAX_CRASHES = 4;

    private final SubmissionStore store;
    private final JudgingLibrary library;
    private final Judge judge;
    private final SubmissionFeed feed;

    /// Begun by this process and not ended, whatever the database knows of it.
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    JudgingDesk(SubmissionStore store, JudgingLibrary library, Judge judge, SubmissionFeed feed) {
        this.store = store;
        this.library = library;
        this.judge = judge;
        this.feed = feed;
    }

    /// @throws InterruptedException when the service stops; the submission waits again
    /// @throws DataAccessException when the database was lost; the submission waits still
    void judge(String id) throws InterruptedException {
        Started started = store.start(id, begun.contains(id)).orElse(null);
        if (started == null) {
            begun.remove(id);
            return;
        }
        begun.add(id);
        List<TestRun> runs = new ArrayList<>();
        Judgement judgement;
        try {
            judgement = judge(started, runs);
        } catch (InterruptedException e) {
            putBack(id);
            throw e;
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            judgement = judgeError(started, e);
        }
        finish(started, judgement, runs);
        begun.remove(id);
    }

    private void putBack(String id) {
        try {
            store.putBack(id);
            begun.remove(id);
        } catch (DataAccessException | TransactionException e) {
            log.error("Submission {} counts as begun: the database does not answer", id, e);
        }
    }

    private Judgement judge(Started started, List<TestRun> runs) throws InterruptedException {
        Submission submission = started.submission();
        if (started.starts() > MAX_CRASHES) {
            throw new IllegalStateException(
                    "Judging it ended %d times with the whole process".formatted(MAX_CRASHES));
        }
        JudgingData data =
                library.judgingData(submission.problem())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "There is no problem "
                                                + submission.problem()
                                                + " any more"));
        feed.publish(submission.judging(0));
        return judge.judge(
                submission,
                Job.JUDGE,
                data,
                done -> feed.publish(submission.judging(done)),
                runs::add);
    }

    private static Judgement judgeError(Started started, RuntimeException cause) {
        String incident = RandomId.incident();
        log.error(
                "Incident {}: submission {} to {} in {} could not be judged",
                incident,
                started.submission().id(),
                started.submission().problem(),
                started.submission().language(),
                cause);
        return Judgement.judgeError(incident);
    }

    private void finish(Started started, Judgement judgement, List<TestRun> runs) {
        Judgement stored = judgement;
        try {
            store(started, judgement, runs);
        } catch (DataIntegrityViolationException e) {
            stored = judgeError(started, e);
            store(started, stored, List.of());
        }
        Submission submission = started.submission();
        log.info(
                "Submission {} to {} in {}: {}",
                submission.id(),
                submission.problem(),
                submission.language(),
                stored.verdict());
        store.find(submission.id(), started.owner()).ifPresent(feed::publish);
    }

    private void store(Started started, Judgement judgement, List<TestRun> runs) {
        Submission submission = started.submission();
        var problem = library.judgingData(submission.problem()).map(JudgingData::problem);
        store.finish(
                submission.id(),
                problem.map(it -> it.hash()).orElse(""),
                problem.map(it -> it.tests()).orElse(submission.tests()),
                judgement,
                runs);
    }
}
