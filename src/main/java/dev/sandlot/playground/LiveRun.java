package dev.sandlot.playground;

import dev.sandlot.access.ClientLimits;
import dev.sandlot.run.Run;
import dev.sandlot.run.RunListener;
import dev.sandlot.run.RunRequest;
import dev.sandlot.run.RunResult;
import dev.sandlot.run.RunService;
import dev.sandlot.run.Step;
import dev.sandlot.sandbox.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run that a page watches and types to. It is one of its client's concurrent runs until it ends;
/// its output counts until the page has it all, which closing says.
final class LiveRun implements AutoCloseable {

    /// What the page hears, on threads of the run.
    interface Watcher {
        void step(Step step);

        void output(List<ConsoleFeed.Chunk> chunks);

        void finished(RunResult result);
    }

    private final ConsoleFeed feed;
    private final Watcher watcher;
    private final ClientLimits.Place place;
    private @Nullable Run run;

    private LiveRun(Watcher watcher, ClientLimits.Place place) {
        this.watcher = watcher;
        this.place = place;
        this.feed = new ConsoleFeed(watcher::output);
    }

    /// @param place left when the run ends
    static LiveRun start(
            RunService service, RunRequest request, Watcher watcher, ClientLimits.Place place) {
        LiveRun live = new LiveRun(watcher, place);
        Run run = service.start(request, live.listener());
        live.run = run;
        run.result().thenAccept(live::finish);
        return live;
    }

    boolean type(String text) {
        return run != null && run.type(text.getBytes(StandardCharsets.UTF_8));
    }

    void endInput() {
        if (run != null) {
            run.endInput();
        }
    }

    void stop() {
        if (run != null) {
            run.cancel();
        }
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
        }
    }

    private void finish(RunResult result) {
        place.close();
        feed.finish();
        watcher.finished(result);
    }

    private RunListener listener() {
        return new RunListener() {
            @Override
            public void step(Step step) {
                watcher.step(step);
            }

            @Override
            public void output(Step step, Stream stream, byte[] bytes, Duration at) {
                feed.add(stream, bytes);
            }
        };
    }
}
