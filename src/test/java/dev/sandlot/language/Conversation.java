package dev.sandlot.language;

import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.Stream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A program on a terminal, as on the page: somebody reads what it prints and types.
final class Conversation {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Execution execution;

    private Conversation(Sandbox sandbox, Job job) {
        this.execution = sandbox.start(job, this::hear);
        execution.result().thenRun(this::wake);
    }

    /// @param job is given a terminal, with its input open
    static Conversation begin(Sandbox sandbox, Job job) {
        return new Conversation(
                sandbox,
                new Job(
                        job.profile(),
                        job.root(),
                        job.argv(),
                        job.env(),
                        job.files(),
                        job.stdin(),
                        true,
                        true,
                        job.limits(),
                        job.collect(),
                        job.client()));
    }

    private synchronized void hear(Stream stream, byte[] bytes, Duration at) {
        heard.writeBytes(bytes);
        notifyAll();
    }

    private synchronized void wake() {
        notifyAll();
    }

    /// Waits until it has printed this.
    synchronized void await(String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!text().contains(text)) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0 || execution.result().isDone()) {
                execution.cancel();
                throw new AssertionError(
                        "No '%s' in '%s', %s"
                                .formatted(text, text(), execution.result().getNow(null)));
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    void type(String text) {
        execution.type(text.getBytes(StandardCharsets.UTF_8));
    }

    Outcome end() {
        execution.endInput();
        return execution.result().join().outcome();
    }

    private synchronized String text() {
        return heard.toString(StandardCharsets.UTF_8);
    }
}
