package dev.sandlot.judge;

import dev.sandlot.fair.Accounts;
import dev.sandlot.fair.FairLine;
import dev.sandlot.fair.FairShare;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The submissions that wait, and the workers that judge them: first those of the client whose
/// submissions have lately taken least of the judge's time. The queue is filled from the database
/// at start, so that a restart loses nothing; each owner counts as a client of its own then.
@Component
class JudgeQueue implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JudgeQueue.class);
    private static final Duration QUEUE_WAIT = Duration.ofSeconds(30);

    private final JudgeSettings settings;
    private final SubmissionStore store;
    private final JudgingDesk desk;
    private final Patience patience;
    private final FairShare places;
    private final List<Thread> workers = new ArrayList<>();

    /// Guarded by itself, and the accounts too.
    private final FairLine<Waiting> line;

    private final Accounts accounts = new Accounts(System::nanoTime);

    /// @param holdsPlace whether it took one of the places in the queue
    private record Waiting(String client, String id, boolean holdsPlace) {}

    JudgeQueue(JudgeSettings settings, SubmissionStore store, JudgingDesk desk) {
        this.settings = settings;
        this.store = store;
        this.desk = desk;
        this.patience = new Patience(settings.retryDelay());
        this.places = new FairShare(settings.queueCapacity());
        this.line = new FairLine<>(accounts);
    }

    /// Takes a place for a submission that is about to be stored.
    ///
    /// @throws SubmissionRateException when there is none for this client
    void reserve(String client) {
        if (!places.take(client, 1)) {
            throw new SubmissionRateException(
                    "%d submissions wait for the judge already, %d of them yours; try again in %s"
                            .formatted(size(), places.held(client), Words.of(QUEUE_WAIT)),
                    QUEUE_WAIT);
        }
    }

    /// The submission could not be stored.
    void release(String client) {
        places.giveBack(client, 1);
    }

    /// Queues a submission for which a place was taken.
    void add(String client, String id) {
        add(new Waiting(client, id, true));
    }

    int size() {
        synchronized (line) {
            return line.size();
        }
    }

    private void add(Waiting submission) {
        synchronized (line) {
            line.addLast(submission.client(), submission);
            line.notifyAll();
        }
    }

    @Override
    public synchronized void start() {
        List<SubmissionStore.Waiting> left = store.waiting();
        if (!left.isEmpty()) {
            log.info("{} submissions wait from before the restart", left.size());
        }
        left.forEach(one -> add(new Waiting("owner " + one.owner(), one.id(), false)));
        for (int i = 1; i <= settings.workersHere(); i++) {
            workers.add(Thread.ofPlatform().daemon().name("judge-" + i).start(this::work));
        }
    }

    @Override
    public synchronized void stop() {
        workers.forEach(Thread::interrupt);
        try {
            for (Thread worker : workers) {
                worker.join(settings.retryDelay());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        workers.clear();
        synchronized (line) {
            line.removeAll().forEach(this::leave);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return !workers.isEmpty();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                judge(next());
            }
        } catch (InterruptedException _) {
            // stop() wants it
        }
    }

    private Waiting next() throws InterruptedException {
        synchronized (line) {
            Waiting next = line.poll();
            while (next == null) {
                line.wait();
                next = line.poll();
            }
            leave(next);
            return next;
        }
    }

    private void leave(Waiting submission) {
        if (submission.holdsPlace()) {
            places.giveBack(submission.client(), 1);
        }
    }

    private void judge(Waiting submission) throws InterruptedException {
        Accounts.Stay stay = begin(submission.client());
        try {
            desk.judge(submission.id());
        } catch (DataAccessException e) {
            log.error("Submission {} waits: the database does not answer", submission.id(), e);
            add(new Waiting(submission.client(), submission.id(), false));
            patience.pause();
        } finally {
            end(stay);
        }
    }

    private Accounts.Stay begin(String client) {
        synchronized (line) {
            return accounts.begin(client);
        }
    }

    private void end(Accounts.Stay stay) {
        synchronized (line) {
            stay.end();
        }
    }
}
