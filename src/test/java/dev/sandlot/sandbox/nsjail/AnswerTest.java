package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sandlot.attack.Attacks;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Stream;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private final Answer answer = new Answer(Jobs.LIMITS, new MemorySize(10));

    @Test
    void filesAreAssembledFromTheirPieces() throws ProtocolException {
        answer.start();
        answer.fileStart(new Message.FileStart("out/a", true, 4));
        answer.fileData(new byte[] {1, 2, 3});
        answer.fileData(new byte[] {4});
        answer.fileStart(new Message.FileStart("empty", false, 0));

        JobResult result = answer.finish(exited(true), "x", "i");

        assertThat(result.outcome()).isEqualTo(new Outcome.Exited(3));
        assertThat(result.files()).hasSize(2);
        assertThat(result.files().getFirst().name()).isEqualTo("out/a");
        assertThat(result.files().getFirst().executable()).isTrue();
        assertThat(result.files().getFirst().content()).containsExactly(1, 2, 3, 4);
        assertThat(result.files().getLast().content()).isEmpty();
        assertThat(result.memoryLimitHit()).isTrue();
        assertThat(result.processLimitHit()).isTrue();
        assertThat(result.outputTruncated()).isTrue();
        assertThat(result.errorsTruncated()).isFalse();
        assertThat(result.filesTruncated()).isTrue();
        assertThat(result.limits()).isEqualTo(Jobs.LIMITS);
    }

    @Test
    void eachStreamHasItsOwnLimit() throws ProtocolException {
        int limit = (int) Jobs.LIMITS.output().bytes();
        answer.output(Stream.STDOUT, limit);
        answer.output(Stream.STDERR, limit);

        refused(() -> answer.output(Stream.STDOUT, 1));
        refused(() -> answer.output(Stream.STDERR, 1));
    }

    @Test
    void noOutputAfterTheFilesHaveBegun() throws ProtocolException {
        answer.fileStart(new Message.FileStart("a", false, 0));

        refused(() -> answer.output(Stream.STDOUT, 1));
        refused(answer::start);
    }

    @Test
    void filesTogetherStayWithinWhatWasAskedFor() throws ProtocolException {
        answer.fileStart(new Message.FileStart("a", false, 6));
        answer.fileData(new byte[6]);

        refused(() -> answer.fileStart(new Message.FileStart("b", false, 5)));
    }

    @Test
    void aFileMustBeWholeBeforeTheNextAndTheReport() throws ProtocolException {
        refused(() -> answer.fileData(new byte[1]));
        answer.fileStart(new Message.FileStart("a", false, 2));

        refused(() -> answer.fileStart(new Message.FileStart("b", false, 1)));
        refused(() -> answer.finish(exited(false), "x", "i"));
        refused(() -> answer.fileData(new byte[3]));
    }

    /// init may die for memory while it sends: the program's own end still counts.
    @Test
    void aFileThatTheReportCutsShortIsLeftOut() throws ProtocolException {
        answer.fileStart(new Message.FileStart("whole", false, 0));
        answer.fileStart(new Message.FileStart("cut", false, 2));
        answer.fileData(new byte[1]);

        JobResult result = answer.finish(exited(true), "x", "i");

        assertThat(result.outcome()).isEqualTo(new Outcome.Exited(3));
        assertThat(result.files()).extracting(JailFile::name).containsExactly("whole");
        assertThat(result.filesTruncated()).isTrue();
    }

    @Attacks(162)
    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../../b", "a//b", "./a", "a/"})
    void aNameNeverLeadsOutOfWork(String name) {
        refused(() -> answer.fileStart(new Message.FileStart(name, false, 1)));
    }

    @Test
    void theNumberOfFilesIsBounded() throws ProtocolException {
        for (int i = 0; i < Answer.MAX_FILES; i++) {
            answer.fileStart(new Message.FileStart("f" + i, false, 0));
        }

        refused(() -> answer.fileStart(new Message.FileStart("one more", false, 0)));
    }

    private static Report exited(boolean fileLeftOut) {
        return new Report(
                Report.KilledFor.NOTHING,
                Report.End.EXITED,
                3,
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                MemorySize.ofMib(3),
                1,
                1,
                true,
                false,
                fileLeftOut);
    }

    private static void refused(ThrowingCallable call) {
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(call);
    }
}
