package dev.sandlot.playground;

import dev.sandlot.sandbox.Stream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Gathers output for the page: the first piece goes out at once, then one batch each [#WINDOW].
/// The output limit of the run bounds what can gather here.
final class ConsoleFeed {

    static final Duration WINDOW = Duration.ofMillis(50);

    record Chunk(Stream stream, String text) {}

    private final Consumer<List<Chunk>> page;
    private final Executor later;
    private final Map<Stream, Utf8Text> texts = new EnumMap<>(Stream.class);
    private List<Chunk> waiting = new ArrayList<>();
    private boolean windowOpen;

    ConsoleFeed(Consumer<List<Chunk>> page) {
        this(page, CompletableFuture.delayedExecutor(WINDOW.toMillis(), TimeUnit.MILLISECONDS));
    }

    /// @param later runs a task when the window has passed
    ConsoleFeed(Consumer<List<Chunk>> page, Executor later) {
        this.page = page;
        this.later = later;
    }

    synchronized void add(Stream stream, byte[] bytes) {
        String text = texts.computeIfAbsent(stream, _ -> new Utf8Text()).decode(bytes);
        if (!text.isEmpty()) {
            waiting.add(new Chunk(stream, text));
        }
        if (!windowOpen) {
            flush();
            windowOpen = true;
            later.execute(this::windowPassed);
        }
    }

    /// What is left, incomplete characters included.
    synchronized void finish() {
        texts.forEach((stream, text) -> waiting.add(new Chunk(stream, text.end())));
        waiting.removeIf(chunk -> chunk.text().isEmpty());
        flush();
    }

    private synchronized void windowPassed() {
        windowOpen = !waiting.isEmpty();
        if (windowOpen) {
            flush();
            later.execute(this::windowPassed);
        }
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            List<Chunk> batch = waiting;
            waiting = new ArrayList<>();
            page.accept(batch);
        }
    }
}
