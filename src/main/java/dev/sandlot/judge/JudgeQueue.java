package dev.sandlot.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The submissions that wait, and the workers that judge them in order of arrival. The queue is
/// filled from the database at start, so that a restart loses nothing.
@Component
class JudgeQueue implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JudgeQueue.class);

    private final JudgeSettings settings;
    private final SubmissionStore store;
    private final JudgingDesk desk;
    private final Patience patience;
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> workers = new ArrayList<>();

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
        waiting.add(id);
    }

    @Override
    public synchronized void start() {
        List<String> left = store.waiting();
        if (!left.isEmpty()) {
            log.info("{} submissions wait from before the restart", left.size());
        }
        waiting.addAll(left);
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
        waiting.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !workers.isEmpty();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                judge(waiting.take());
            }
        } catch (InterruptedException _) {
            // stop() wants it
        }
    }

    private void judge(String id) throws InterruptedException {
        try {
            desk.judge(id);
        } catch (DataAccessException e) {
            log.error("Submission {} waits: the database does not answer", id, e);
            waiting.add(id);
            patience.pause();
        }
    }
}
