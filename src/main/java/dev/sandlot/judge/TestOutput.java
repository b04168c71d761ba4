package dev.sandlot.judge;

import dev.sandlot.problem.secret.OutputRules;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.Stream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Hears what one test case's run prints, compares it while it comes, and keeps its beginning for
/// the case that the test is a sample.
final class TestOutput implements JobListener {

    private static final int KEPT_BYTES = 8 * 1024;

    private final OutputValidator validator;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private @Nullable RuntimeException failure;

    TestOutput(OutputRules rules, byte[] answer) {
        this.validator = new OutputValidator(rules, answer);
    }

    @Override
    public synchronized void output(Stream stream, byte[] bytes, Duration at) {
        if (stream != Stream.STDOUT || failure != null) {
            return;
        }
        beginning.write(bytes, 0, Math.min(bytes.length, KEPT_BYTES - beginning.size()));
        try {
            validator.accept(bytes);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    synchronized Validation validation() {
        try {
            if (failure == null) {
                return validator.finish() ? Validation.ACCEPTED : Validation.REJECTED;
            }
        } catch (RuntimeException e) {
            failure = e;
        }
        return Validation.FAILED;
    }

    synchronized String beginning() {
        return beginning.toString(StandardCharsets.UTF_8);
    }
}
