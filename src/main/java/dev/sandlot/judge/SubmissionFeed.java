package dev.sandlot.judge;

import dev.sandlot.judge.JudgeService.Watch;
import dev.sandlot.judge.Submission.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells those who watch a submission about every change, and knows how far judging has come.
@Component
class SubmissionFeed {

    private static final Logger log = LoggerFactory.getLogger(SubmissionFeed.class);

    private final Map<String, Submission> judging = new ConcurrentHashMap<>();
    private final Map<String, List<Watcher>> watchers = new ConcurrentHashMap<>();

    /// The newer of what is stored and what judging has told since.
    Submission newest(Submission stored) {
        Submission live = judging.get(stored.id());
        return live == null || stored.status() == Status.JUDGED ? stored : live;
    }

    void publish(Submission submission) {
        if (submission.status() == Status.JUDGING) {
            judging.put(submission.id(), submission);
        } else {
            judging.remove(submission.id());
        }
        watchers.getOrDefault(submission.id(), List.of())
                .forEach(watcher -> watcher.tell(submission));
    }

    /// @param now reads the state; called once the watch is in place, so that no change is missed
    Watch watch(String id, Supplier<Optional<Submission>> now, Consumer<Submission> listener) {
        var watcher = new Watcher(id, listener);
        watchers.computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>()).add(watcher);
        try {
            now.get().ifPresentOrElse(watcher::tell, watcher::close);
        } catch (RuntimeException e) {
            watcher.close();
            throw e;
        }
        return watcher;
    }

    private void remove(Watcher watcher) {
        watchers.computeIfPresent(
                watcher.id,
                (_, others) -> {
                    others.remove(watcher);
                    return others.isEmpty() ? null : others;
                });
    }

    /// One listener, which never hears of an older state after a newer one.
    private final class Watcher implements Watch {

        private final String id;
        private final Consumer<Submission> listener;
        private @Nullable Submission last;

        Watcher(String id, Consumer<Submission> listener) {
            this.id = id;
            this.listener = listener;
        }

        synchronized void tell(Submission submission) {
            if (last != null && !isNewer(submission, last)) {
                return;
            }
            last = submission;
            try {
                listener.accept(submission);
            } catch (RuntimeException e) {
                log.warn("A listener to submission {} failed and is dropped", id, e);
                close();
            }
            if (submission.status() == Status.JUDGED) {
                close();
            }
        }

        @Override
        public void close() {
            remove(this);
        }

        private static boolean isNewer(Submission next, Submission last) {
            int status = next.status().compareTo(last.status());
            return status > 0 || (status == 0 && next.testsDone() > last.testsDone());
        }
    }
}
