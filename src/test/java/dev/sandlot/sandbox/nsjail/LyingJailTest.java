package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.nsjail.FakeJail.Peer;
import dev.sandlot.sandbox.nsjail.FakeJail.Script;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A `sandlot-jail` that says anything: its line ends, its job fails as ours, and what it can make
/// the server keep is bounded.
@Timeout(120)
class LyingJailTest {

    private static final String TYPES = "HRSOXWBFDZQIJ?";
    private static final int[] NUMBERS = {0, 1, 7, 1 << 16, Integer.MAX_VALUE, 1 << 31, -1};
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    /// When the lies begin.
    private enum When {
        BEFORE_THE_HELLO,
        BEFORE_A_JOB,
        BEFORE_ITS_START,
        IN_A_JOB,
        AFTER_A_REPORT;

        void come(Peer peer) throws IOException {
            if (compareTo(BEFORE_THE_HELLO) > 0) {
                peer.greet();
            }
            if (compareTo(BEFORE_A_JOB) > 0) {
                peer.job();
            }
            if (compareTo(BEFORE_ITS_START) > 0) {
                peer.started();
            }
            if (compareTo(IN_A_JOB) > 0) {
                peer.exited(0);
            }
        }
    }

    @Test
    void anyBytesAreMessagesOrAnIoException() {
        Random random = new Random(11);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = i % 2 == 0 ? frame(random) : noise(random);
            assertThat(readAll(bytes)).as("messages in " + bytes.length + " bytes").isNotNegative();
        }
    }

    @Test
    void aLengthAloneAllocatesNothing() {
        for (char type : TYPES.toCharArray()) {
            for (int length : NUMBERS) {
                byte[] header = ByteBuffer.allocate(5).putInt(length).put((byte) type).array();
                readAll(header);

                long before = allocated();
                readAll(header);

                assertThat(allocated() - before)
                        .as("bytes allocated for a %s of %d", type, length)
                        .isLessThan(256 * KIB);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void randomFramesEndTheLineAndNothingElse(When when) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            surviving(peer -> {
                when.come(peer);
                for (int i = 0; i < 2_000; i++) {
                    peer.out().write(frame(random));
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void randomBytesEndTheLineAndNothingElse(When when) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            surviving(peer -> {
                when.come(peer);
                for (int i = 0; i < 2_000; i++) {
                    peer.out().write(noise(random));
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void endlessOutputIsNotReadToItsEnd(When when) {
        assertThat(sentBy(when, 'O', ByteBuffer.allocate(32_776).putLong(1).array()))
                .isLessThan(4 * MIB);
    }

    @ParameterizedTest
    @EnumSource
    void endlessFilesAreNotReadToTheirEnd(When when) {
        assertThat(sentBy(when, 'F', FakeJail.file("a", 0, 0))).isLessThan(4 * MIB);
        assertThat(sentBy(when, 'D', new byte[65_536])).isLessThan(4 * MIB);
    }

    @ParameterizedTest
    @EnumSource
    void endlessAnswersAreNotReadToTheirEnd(When when) {
        for (char type : "RSBW".toCharArray()) {
            byte[] payload = type == 'W' ? new byte[] {0, 0, 0, 1} : new byte[0];
            assertThat(sentBy(when, type, payload)).as("bytes of " + type).isLessThan(MIB);
        }
    }

    /// How much one line can send of the same frame before it is cut.
    private static long sentBy(When when, char type, byte[] payload) {
        AtomicLong sent = new AtomicLong();
        surviving(peer -> {
            when.come(peer);
            while (sent.get() < 64 * MIB) {
                peer.send(type, payload);
                sent.addAndGet(5 + payload.length);
            }
        });
        return sent.get();
    }

    /// The first `sandlot-jail` lies; then an honest one has its place, and jobs run.
    private static void surviving(Script lies) {
        FakeJail jail =
                new FakeJail(
                                peer -> {
                                    if (peer.number() == 1 && peer.profile() == Profile.RUN) {
                                        lies.play(peer);
                                    } else {
                                        peer.serve();
                                    }
                                })
                        .endingWhenHungUp();
        Duration rest = Duration.ofMillis(1);
        Duration grace = Duration.ofSeconds(50);
        var settings =
                new SandboxSettings(Path.of("/nonexistent"), 1, 1, 10, 10, rest, rest, grace);
        try (NsjailSandbox sandbox = NsjailSandbox.closed(settings, jail)) {
            sandbox.main().openGate();
            Outcome first = Heard.start(sandbox, Jobs.run("x").job()).result().outcome();
            assertThat(first).isInstanceOfAny(Outcome.SandboxFailure.class, Outcome.Exited.class);
            Outcome next = Heard.start(sandbox, Jobs.run("x").job()).result().outcome();
            if (next instanceof Outcome.SandboxFailure) {
                next = Heard.start(sandbox, Jobs.run("x").job()).result().outcome();
            }
            assertThat(next).isEqualTo(new Outcome.Exited(0));
        }
    }

    private static int readAll(byte[] bytes) {
        FrameReader reader = new FrameReader(new ByteArrayInputStream(bytes));
        int messages = 0;
        try {
            while (reader.next() != null) {
                messages++;
            }
        } catch (IOException e) {
            return messages;
        }
        return messages;
    }

    /// A frame of a length that is often right, with bytes that often are.
    private static byte[] frame(Random random) {
        char type = TYPES.charAt(random.nextInt(TYPES.length()));
        byte[] payload = payload(type, random);
        int length =
                random.nextInt(10) == 0 ? NUMBERS[random.nextInt(NUMBERS.length)] : payload.length;
        return ByteBuffer.allocate(5 + payload.length)
                .putInt(length)
                .put((byte) type)
                .put(payload)
                .array();
    }

    private static byte[] payload(char type, Random random) {
        int number = NUMBERS[random.nextInt(NUMBERS.length)];
        return switch (type) {
            case 'H' -> FakeJail.hello(FrameReader.VERSION, number, FakeJail.MAXIMA);
            case 'O', 'X' -> FakeJail.output(random.nextLong() >> random.nextInt(64), "x");
            case 'W' -> ByteBuffer.allocate(4).putInt(number).array();
            case 'F' -> FakeJail.file("../a".substring(random.nextInt(4)), number & 3, number);
            case 'Z' ->
                    FakeJail.report(
                            random.nextInt(9), random.nextInt(5), number, random.nextInt(10));
            case 'D', 'Q' -> noise(random);
            default -> new byte[random.nextInt(10) == 0 ? 1 : 0];
        };
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
