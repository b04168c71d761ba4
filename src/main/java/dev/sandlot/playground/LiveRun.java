package dev.sandlot.playground;

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

/// A run that a page watches and types to.
final class LiveRun {

    /// What the page hears, on threads of the run.
    interface Watcher {
        void step(Step step);

        void output(List<ConsoleFeed.Chunk> chunks);

        void finished(RunResult result);
    }

    private final ConsoleFeed feed;
    private final Watcher watcher;
    private @Nullable Run run;

    private LiveRun(Watcher watcher) {
        this.watcher = watcher;
        this.feed = new ConsoleFeed(watcher::output);
    }

    static LiveRun start(RunService service, RunRequest request, Watcher watcher) {
        LiveRun live = new LiveRun(watcher);
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

    private void finish(RunResult result) {
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
