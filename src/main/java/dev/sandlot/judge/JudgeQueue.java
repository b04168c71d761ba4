package dev.sandlot.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The submissions that wait, and the workers that judge them in order of arrival. What the
/// database holds counts: it is read at the start, and again and again, so that neither a restart
/// nor a database that was away loses one.
@Component
class JudgeQueue implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JudgeQueue.class);

    /// For a submission that was stored while its connection broke: nobody was told of it.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final JudgeSettings settings;
    private final SubmissionStore store;
    private final JudgingDesk desk;
    private final Patience patience;
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();

    /// Waiting or with a worker.
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    private final List<Thread> threads = new ArrayList<>();

    JudgeQueue(JudgeSettings settings, SubmissionStore store, JudgingDesk desk) {
        this.settings = settings;
        this.store = store;
        this.desk = desk;
        this.patience = new Patience(settings.retryDelay());
    }

    boolean isFull() {
        return waiting.size() >= settings.queueCapacity();
    }

    int size() {
        return waiting.size();
    }

    void add(String id) {
        if (known.add(id)) {
            waiting.add(id);
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
        waiting.clear();
        known.clear();
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
        List<String> unknown = store.waiting().stream().filter(id -> !known.contains(id)).toList();
        if (!unknown.isEmpty()) {
            log.info("{} submissions wait from before", unknown.size());
        }
        unknown.forEach(this::add);
        Patience.pause(LOOK_AGAIN);
    }

    private void judge() throws InterruptedException {
        String id = waiting.take();
        boolean judged = false;
        try {
            desk.judge(id);
            judged = true;
        } finally {
            if (judged) {
                known.remove(id);
            } else {
                waiting.add(id);
            }
        }
    }
}
