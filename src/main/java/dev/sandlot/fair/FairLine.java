package dev.sandlot.fair;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A waiting line in which the client that has lately used least comes first; each client's own
/// items keep their order, and so do clients that used equally much. Not thread-safe.
public final class FairLine<T> {

    private final Accounts accounts;

    /// In the order in which the clients began to wait.
    private final Map<String, Deque<T>> waiting = new LinkedHashMap<>();

    private int size;

    public FairLine(Accounts accounts) {
        this.accounts = accounts;
    }

    public void addLast(String client, T item) {
        of(client).addLast(item);
        size++;
    }

    /// For an item that had its turn and must have it again.
    public void addFirst(String client, T item) {
        of(client).addFirst(item);
        size++;
    }

    public @Nullable T poll() {
        return poll(_ -> true);
    }

    /// The next item, of those clients alone whose turn it may be.
    public @Nullable T poll(Predicate<String> may) {
        String next =
                waiting.keySet().stream()
                        .filter(may)
                        .map(client -> Map.entry(client, accounts.recentUse(client)))
                        .min(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(null);
        if (next == null) {
            return null;
        }
        Deque<T> items = of(next);
        T item = items.removeFirst();
        // Whoever still waits does so from now on: equals take turns.
        waiting.remove(next);
        if (!items.isEmpty()) {
            waiting.put(next, items);
        }
        size--;
        return item;
    }

    public boolean remove(String client, T item) {
        Deque<T> items = waiting.get(client);
        if (items == null || !items.remove(item)) {
            return false;
        }
        if (items.isEmpty()) {
            waiting.remove(client);
        }
        size--;
        return true;
    }

    public List<T> removeAll() {
        List<T> all = new ArrayList<>(size);
        for (T item = poll(); item != null; item = poll()) {
            all.add(item);
        }
        return all;
    }

    public int size() {
        return size;
    }

    private Deque<T> of(String client) {
        return waiting.computeIfAbsent(client, _ -> new ArrayDeque<>());
    }
}
