package dev.sandlot.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchedOutputTest {

    private final List<String> heard = new ArrayList<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final BatchedOutput batched = new BatchedOutput(listener(), later::add);

    @Test
    void theFirstPieceGoesOnAtOnce() {
        print(Stream.STDOUT, "a");
        assertThat(heard).containsExactly("STDOUT a");
    }

    @Test
    void whatFollowsGoesTogetherWhenTheWindowHasPassed() {
        print(Stream.STDOUT, "a");
        print(Stream.STDOUT, "b");
        print(Stream.STDOUT, "c");
        assertThat(heard).containsExactly("STDOUT a");

        windowPasses();
        assertThat(heard).containsExactly("STDOUT a", "STDOUT bc");
    }

    @Test
    void afterAQuietWindowTheNextPieceGoesAtOnceAgain() {
        print(Stream.STDOUT, "a");
        windowPasses();
        print(Stream.STDOUT, "b");
        assertThat(heard).containsExactly("STDOUT a", "STDOUT b");
    }

    @Test
    void theOrderOfTheTwoStreamsStays() {
        print(Stream.STDOUT, "a");
        print(Stream.STDOUT, "b");
        print(Stream.STDERR, "c");
        print(Stream.STDOUT, "d");
        batched.outcome(
                Step.RUN, StepResult.notStarted(new Outcome.Cancelled(), TestLanguages.LIMITS));
        assertThat(heard)
                .containsExactly("STDOUT a", "STDOUT b", "STDERR c", "STDOUT d", "RUN ended");
    }

    @Test
    void aFullBatchDoesNotWait() {
        print(Stream.STDOUT, "a");
        print(Stream.STDOUT, "b".repeat(20_000));
        print(Stream.STDOUT, "c".repeat(20_000));
        assertThat(heard).hasSize(2);
    }

    private void print(Stream stream, String text) {
        batched.output(Step.RUN, stream, text.getBytes(StandardCharsets.UTF_8), Duration.ZERO);
    }

    private void windowPasses() {
        later.remove().run();
    }

    private RunListener listener() {
        return new RunListener() {
            @Override
            public void output(Step step, Stream stream, byte[] bytes, Duration at) {
                heard.add(stream + " " + new String(bytes, StandardCharsets.UTF_8));
            }

            @Override
            public void outcome(Step step, StepResult result) {
                heard.add(step + " ended");
            }
        };
    }
}
