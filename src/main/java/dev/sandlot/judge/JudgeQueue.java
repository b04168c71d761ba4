package dev.sandlot.judge;

import dev.sandlot.fair.Accounts;
import dev.sandlot.fair.FairLine;
import dev.sandlot.fair.FairShare;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The submissions that wait, and the workers that judge them: first those of the client whose
/// submissions have lately taken least of the judge's time. What the database holds counts: it is
/// read at the start, and again and again, so that neither a restart nor a database that was away
/// loses one; each owner of what is found there counts as a client of its own.
@Component
class JudgeQueue implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JudgeQueue.class);
    private static final Duration QUEUE_WAIT = Duration.ofSeconds(30);

    /// For a submission that was stored while its connection broke: nobody was told of it.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final JudgeSettings settings;
    private final SubmissionStore store;
    private final JudgingDesk desk;
    private final Patience patience;
    private final FairShare places;
    private final List<Thread> threads = new ArrayList<>();

    /// Guarded by itself, and so are the two that follow.
    private final FairLine<Waiting> line;

    private final Accounts accounts = new Accounts(System::nanoTime);

    /// Ids of what waits or is with a worker.
    private final Set<String> known = new HashSet<>();

    /// @param holdsPlace whether it took one of the places in the queue
    private record Waiting(String client, String id, boolean holdsPlace) {

        Waiting withoutPlace() {
            return new Waiting(client, id, false);
        }
    }

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
        if (!add(new Waiting(client, id, true))) {
            release(client);
        }
    }

    int size() {
        synchronized (line) {
            return line.size();
        }
    }

    /// @return false when it is known already
    private boolean add(Waiting submission) {
        synchronized (line) {
            if (!known.add(submission.id())) {
                return false;
            }
            line.addLast(submission.client(), submission);
            line.notifyAll();
            return true;
        }
    }

    @Override
    public synchronized void start() {
        start("judge-queue", this::read);
        for (int i = 1; i <= settings.workersHere(); i++) {
            start("judge-" + i, this::judge);
        }
    }

    private void start(String name, Work work) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(() -> repeat(work)));
    }

    @Override
    public synchronized void stop() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(settings.retryDelay());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
        synchronized (line) {
            line.removeAll().forEach(this::leave);
            known.clear();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void repeat(Work work) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    work.run();
                } catch (DataAccessException | TransactionException e) {
                    log.error("The judge waits: the database does not answer", e);
                    patience.pause();
                } catch (OutOfMemoryError e) {
                    log.error("The judge waits: no thread is to be had", e);
                    patience.pause();
                }
            }
        } catch (InterruptedException _) {
            // stop() wants it
        }
    }

    private void read() throws InterruptedException {
        long found =
                store.waiting().stream()
                        .filter(one -> add(new Waiting("owner " + one.owner(), one.id(), false)))
                        .count();
        if (found > 0) {
            log.info("{} submissions wait from before", found);
        }
        Patience.pause(LOOK_AGAIN);
    }

    private void judge() throws InterruptedException {
        Waiting submission = next();
        Accounts.Stay stay = begin(submission.client());
        boolean judged = false;
        try {
            desk.judge(submission.id());
            judged = true;
        } finally {
            end(stay, submission, judged);
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

    private Accounts.Stay begin(String client) {
        synchronized (line) {
            return accounts.begin(client);
        }
    }

    private void end(Accounts.Stay stay, Waiting submission, boolean judged) {
        synchronized (line) {
            stay.end();
            known.remove(submission.id());
            if (!judged) {
                add(submission.withoutPlace());
            }
        }
    }
}
