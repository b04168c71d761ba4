package dev.sandlot.sandbox.nsjail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sandlot.attack.Attacks;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Stream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameReaderTest {

    @Test
    void helloCarriesTheSlotAndTheMaxima() throws IOException {
        Message said = read(frame('H', FakeJail.hello(FrameReader.VERSION, 17, FakeJail.MAXIMA)));

        assertThat(said).isEqualTo(new Message.Hello(17, FakeJail.MAXIMA, MemorySize.ofMib(64)));
    }

    @Test
    void aBeatIsEmpty() throws IOException {
        assertThat(read(frame('B', new byte[0]))).isEqualTo(new Message.Beat());
    }

    @Test
    void outputCarriesStreamTimeAndBytes() throws IOException {
        Message said = read(frame('X', FakeJail.output(1_234, "oops")));

        Message.Output output = (Message.Output) requireNonNull(said);
        assertThat(output.stream()).isEqualTo(Stream.STDERR);
        assertThat(output.at()).isEqualTo(Duration.ofNanos(1_234_000));
        assertThat(output.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("oops");
    }

    @Test
    void reportCarriesEveryField() throws IOException {
        byte[] payload =
                ByteBuffer.allocate(47)
                        .put((byte) 2)
                        .put((byte) 2)
                        .putInt(9)
                        .putLong(100)
                        .putLong(200)
                        .putLong(300)
                        .putLong(4)
                        .putLong(5)
                        .put((byte) 6)
                        .array();

        Message said = read(frame('Z', payload));

        assertThat(said)
                .isEqualTo(
                        new Message.Finished(
                                new Report(
                                        Report.KilledFor.WALL_TIME,
                                        Report.End.SIGNALLED,
                                        9,
                                        Duration.ofNanos(100_000),
                                        Duration.ofNanos(200_000),
                                        new MemorySize(300),
                                        4,
                                        5,
                                        false,
                                        true,
                                        true)));
    }

    @Test
    void theEndBetweenTwoFramesIsNoError() throws IOException {
        FrameReader reader = new FrameReader(new ByteArrayInputStream(frame('R', new byte[0])));

        assertThat(reader.next()).isEqualTo(new Message.Ready());
        assertThat(reader.next()).isNull();
    }

    @Attacks(162)
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void malformed(String what, byte[] bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class);
    }

    static java.util.stream.Stream<Arguments> malformed() {
        Limits maxima = FakeJail.MAXIMA;
        byte[] name = FakeJail.file("a", 0, 1);
        return java.util.stream.Stream.of(
                arguments("half a header", new byte[] {0, 0, 0}),
                arguments("an unknown type", frame('!', new byte[0])),
                arguments("4 GiB of output", header(0xffffffff, 'O')),
                arguments("1 GiB of output", header(1 << 30, 'O')),
                arguments("one byte of output too many", header(8 + 32_768 + 1, 'O')),
                arguments("output without bytes", frame('O', new byte[8])),
                arguments("ready with a payload", frame('R', new byte[1])),
                arguments("half a payload", header(100, 'O')),
                arguments("a short report", frame('Z', new byte[46])),
                arguments("a report with unknown flags", report(0, 1, 8)),
                arguments("a report with an unknown reason to kill", report(7, 1, 0)),
                arguments("a report with an unknown end", report(0, 4, 0)),
                arguments("a report with a negative end", report(0, -1, 0)),
                arguments("an older version", frame('H', FakeJail.hello(1, 1, maxima))),
                arguments("a newer version", frame('H', FakeJail.hello(3, 1, maxima))),
                arguments("a beat with a payload", frame('B', new byte[1])),
                arguments("maxima of zero", frame('H', new byte[60])),
                arguments("a time of 2^63", frame('O', FakeJail.output(Long.MIN_VALUE, "x"))),
                arguments("a window of 2^31", frame('W', new byte[] {-128, 0, 0, 0})),
                arguments("a file of 2^31 bytes", frame('F', FakeJail.file("a", 0, 1 << 31))),
                arguments("a file of an unknown mode", frame('F', FakeJail.file("a", 2, 1))),
                arguments("a name with a NUL", frame('F', FakeJail.file("a\0", 0, 1))),
                arguments("a name that is too long", frame('F', FakeJail.file(tooLong(), 0, 1))),
                arguments("a name with a false length", frame('F', changed(name, 6, 9))),
                arguments("a name that isn't UTF-8", frame('F', changed(name, 7, 0xff))),
                arguments("no data", frame('D', new byte[0])),
                arguments("too much data", header(65_537, 'D')),
                arguments("a quarantine of 64 KiB", header(65_536, 'Q')));
    }

    private static String tooLong() {
        return "n".repeat(FrameReader.MAX_NAME + 1);
    }

    private static byte[] changed(byte[] bytes, int at, int value) {
        byte[] copy = bytes.clone();
        copy[at] = (byte) value;
        return copy;
    }

    private static byte[] report(int killedFor, int ended, int flags) {
        return frame('Z', FakeJail.report(killedFor, ended, 0, flags));
    }

    private static byte[] header(int length, char type) {
        return ByteBuffer.allocate(5).putInt(length).put((byte) type).array();
    }

    private static byte[] frame(char type, byte[] payload) {
        return ByteBuffer.allocate(5 + payload.length)
                .put(header(payload.length, type))
                .put(payload)
                .array();
    }

    private static @Nullable Message read(byte[] bytes) throws IOException {
        return new FrameReader(new ByteArrayInputStream(bytes)).next();
    }
}
