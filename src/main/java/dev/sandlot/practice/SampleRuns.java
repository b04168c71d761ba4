package dev.sandlot.practice;

import dev.sandlot.access.ClientLimits;
import dev.sandlot.language.Language;
import dev.sandlot.problem.Problem;
import dev.sandlot.run.LimitsRequest;
import dev.sandlot.run.Run;
import dev.sandlot.run.RunListener;
import dev.sandlot.run.RunRequest;
import dev.sandlot.run.RunResult;
import dev.sandlot.run.RunService;
import dev.sandlot.run.SourceFile;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One program on each sample of a problem, in order, under the problem's limits. All together are
/// one of the client's concurrent runs.
final class SampleRuns {

    interface Watcher {
        /// @param sample index from 0
        void ended(int sample, RunResult result);

        /// All samples are done, or the program did not compile, or it was stopped.
        void finished();

        /// @param words why it can't go on, for the user
        void refused(String words);
    }

    private final RunService service;
    private final Problem problem;
    private final Language language;
    private final SourceFile file;
    private final String client;
    private final ClientLimits.Place place;
    private final Watcher watcher;
    private volatile @Nullable Run current;
    private volatile boolean stopped;

    private SampleRuns(
            RunService service,
            Problem problem,
            Language language,
            SourceFile file,
            String client,
            ClientLimits.Place place,
            Watcher watcher) {
        this.service = service;
        this.problem = problem;
        this.language = language;
        this.file = file;
        this.client = client;
        this.place = place;
        this.watcher = watcher;
    }

    /// @param place left when the last of them has ended
    static SampleRuns start(
            RunService service,
            Problem problem,
            Language language,
            SourceFile file,
            String client,
            ClientLimits.Place place,
            Watcher watcher) {
        SampleRuns runs = new SampleRuns(service, problem, language, file, client, place, watcher);
        runs.next(0);
        return runs;
    }

    void stop() {
        stopped = true;
        Run run = current;
        if (run != null) {
            run.cancel();
        }
    }

    private void next(int sample) {
        if (stopped || sample == problem.samples().size()) {
            finish();
            return;
        }
        try {
            Run run = service.start(request(problem.samples().get(sample)), RunListener.silent());
            current = run;
            if (stopped) {
                run.cancel();
            }
            run.result().thenAccept(result -> ended(run, sample, result));
        } catch (SandboxBusyException busy) {
            place.close();
            watcher.refused("Many programs are running now. Try again in a moment.");
        } catch (SandboxUnavailableException unavailable) {
            place.close();
            watcher.refused(String.valueOf(unavailable.getMessage()));
        }
    }

    private void finish() {
        place.close();
        watcher.finished();
    }

    private void ended(Run run, int sample, RunResult result) {
        watcher.ended(sample, result);
        run.close();
        if (result.run().isEmpty()) {
            finish();
        } else {
            next(sample + 1);
        }
    }

    private RunRequest request(Problem.Sample sample) {
        return new RunRequest(
                language,
                List.of(file),
                sample.input().getBytes(StandardCharsets.UTF_8),
                false,
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                LimitsRequest.DEFAULTS,
                limits(),
                List.of(),
                client);
    }

    private LimitsRequest limits() {
        Duration time =
                Duration.ofMillis(
                                Math.round(problem.timeLimit().toMillis() * language.timeFactor()))
                        .plus(language.startupAllowance());
        return new LimitsRequest(
                time.toMillis(),
                time.multipliedBy(2).plusSeconds(1).toMillis(),
                problem.memoryLimit().bytes(),
                problem.outputLimit().bytes(),
                null,
                null);
    }
}
