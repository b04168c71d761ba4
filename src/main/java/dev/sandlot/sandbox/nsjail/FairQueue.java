package dev.sandlot.sandbox.nsjail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A queue in which clients take turns; each client's own jobs keep their order. Not thread-safe.
final class FairQueue<T> {

    private final Map<String, Deque<T>> turns = new LinkedHashMap<>();
    private int size;

    void addLast(String client, T job) {
        of(client).addLast(job);
        size++;
    }

    /// For a job that had its turn and must have it again.
    void addFirst(String client, T job) {
        of(client).addFirst(job);
        size++;
    }

    @Nullable T poll() {
        var first = turns.entrySet().iterator();
        if (!first.hasNext()) {
            return null;
        }
        var turn = first.next();
        first.remove();
        T job = turn.getValue().removeFirst();
        size--;
        if (!turn.getValue().isEmpty()) {
            turns.put(turn.getKey(), turn.getValue());
        }
        return job;
    }

    boolean remove(String client, T job) {
        Deque<T> jobs = turns.get(client);
        if (jobs == null || !jobs.remove(job)) {
            return false;
        }
        size--;
        if (jobs.isEmpty()) {
            turns.remove(client);
        }
        return true;
    }

    List<T> removeAll() {
        List<T> all = new ArrayList<>(size);
        for (T job = poll(); job != null; job = poll()) {
            all.add(job);
        }
        return all;
    }

    int size() {
        return size;
    }

    int size(String client) {
        Deque<T> jobs = turns.get(client);
        return jobs == null ? 0 : jobs.size();
    }

    private Deque<T> of(String client) {
        return turns.computeIfAbsent(client, _ -> new ArrayDeque<>());
    }
}
