package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.Profile;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// A `sandlot-jail` without a jail: each start plays a script against the JVM's side of the
/// protocol, well-behaved or not.
final class FakeJail implements Launcher {

    static final Limits MAXIMA = DefaultMaxima.of(Profile.RUN);

    /// What one started process does; it ends when the script returns.
    @FunctionalInterface
    interface Script {
        void play(Peer peer) throws IOException, InterruptedException;
    }

    private final Script script;
    private final IntFunction<Duration> beats;
    private boolean endsWhenHungUp;
    private final Map<Profile, AtomicInteger> starts = new ConcurrentHashMap<>();

    FakeJail(Script script) {
        this(script, _ -> Duration.ofSeconds(1));
    }

    /// @param beats the pause between beats for each start, counted from 1
    FakeJail(Script script, IntFunction<Duration> beats) {
        this.script = script;
        this.beats = beats;
    }

    /// As a real one does: when it is hung up on, it ends, whatever it was about to say.
    FakeJail endingWhenHungUp() {
        endsWhenHungUp = true;
        return this;
    }

    int starts(Profile profile) {
        return starts.computeIfAbsent(profile, _ -> new AtomicInteger()).get();
    }

    @Override
    public Line start(Profile profile, String root) throws IOException {
        AtomicInteger started = starts.computeIfAbsent(profile, _ -> new AtomicInteger());
        int number = started.incrementAndGet();
        FakeLine line = new FakeLine(profile, number, beats.apply(number), endsWhenHungUp);
        Thread.ofPlatform().daemon().name("fake-jail").start(() -> line.play(script));
        return line;
    }

    private static final class FakeLine implements Line {

        private final Pipe toJail = Pipe.open();
        private final Pipe fromJail = Pipe.open();
        private final InputStream in = Channels.newInputStream(fromJail.source());
        private final OutputStream out = Channels.newOutputStream(toJail.sink());
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Profile profile;
        private final int number;
        private final Duration beat;
        private final boolean endsWhenHungUp;

        private FakeLine(Profile profile, int number, Duration beat, boolean endsWhenHungUp)
                throws IOException {
            this.endsWhenHungUp = endsWhenHungUp;
            this.profile = profile;
            this.number = number;
            this.beat = beat;
        }

        private void play(Script script) {
            Peer peer =
                    new Peer(
                            profile,
                            number,
                            new DataInputStream(Channels.newInputStream(toJail.source())),
                            new DataOutputStream(Channels.newOutputStream(fromJail.sink())));
            try {
                script.play(peer);
            } catch (IOException e) {
                // The other side hung up, which is how most scripts end.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                close(toJail.source());
                close(fromJail.sink());
                ended.countDown();
            }
        }

        @Override
        public InputStream fromJail() {
            return in;
        }

        @Override
        public OutputStream toJail() {
            return out;
        }

        @Override
        public String lastWords() {
            return "";
        }

        @Override
        public Duration beat() {
            return beat;
        }

        @Override
        public void hangUp() {
            close(toJail.sink());
            if (endsWhenHungUp) {
                close(fromJail.source());
            }
        }

        @Override
        public boolean awaitEnd(Duration atMost) throws InterruptedException {
            return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void abandon() {
            close(fromJail.source());
        }

        private static void close(AutoCloseable end) {
            try {
                end.close();
            } catch (Exception e) {
                throw new AssertionError("A pipe could not be closed", e);
            }
        }
    }

    record Frame(char type, byte[] payload) {

        String text() {
            return new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }
    }

    /// Everything up to and with `G`.
    record Received(List<Frame> frames) {

        List<String> argv() {
            return frames.stream().filter(f -> f.type == 'A').map(Frame::text).toList();
        }

        List<Character> types() {
            return frames.stream().map(Frame::type).toList();
        }
    }

    /// The far end of one connection.
    record Peer(Profile profile, int number, DataInputStream in, DataOutputStream out) {

        void greet() throws IOException {
            send('H', hello(FrameReader.VERSION, number, MAXIMA));
            ready();
        }

        void ready() throws IOException {
            send('R', new byte[0]);
        }

        void started() throws IOException {
            send('S', new byte[0]);
        }

        void stdout(String text) throws IOException {
            send('O', output(7, text));
        }

        void window(int bytes) throws IOException {
            send('W', ByteBuffer.allocate(4).putInt(bytes).array());
        }

        void exited(int code) throws IOException {
            send('Z', report(0, 1, code, 0));
        }

        /// The next frame; beats are answered on the way.
        Frame next() throws IOException {
            Frame frame = nextOrBeat();
            while (frame.type == 'B') {
                send('B', new byte[0]);
                frame = nextOrBeat();
            }
            return frame;
        }

        Frame nextOrBeat() throws IOException {
            int length = in.readInt();
            char type = (char) in.readUnsignedByte();
            return new Frame(type, in.readNBytes(length));
        }

        Frame await(char type) throws IOException {
            Frame frame = next();
            while (frame.type != type) {
                frame = next();
            }
            return frame;
        }

        Received job() throws IOException {
            List<Frame> frames = new ArrayList<>();
            Frame frame = await('J');
            frames.add(frame);
            while (frame.type != 'G') {
                frame = next();
                frames.add(frame);
            }
            return new Received(frames);
        }

        /// Serves jobs that exit with 0 for ever.
        void serve() throws IOException {
            greet();
            while (true) {
                job();
                started();
                exited(0);
                ready();
            }
        }

        void awaitHangUp() throws IOException {
            while (true) {
                next();
            }
        }

        void send(char type, byte[] payload) throws IOException {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(frame);
            data.writeInt(payload.length);
            data.writeByte(type);
            data.write(payload);
            out.write(frame.toByteArray());
        }
    }

    static byte[] hello(int version, int slot, Limits maxima) {
        return ByteBuffer.allocate(60)
                .putInt(version)
                .putInt(slot)
                .putLong(maxima.cpuTime().toMillis() * 1_000)
                .putLong(maxima.wallTime().toMillis() * 1_000)
                .putLong(maxima.memory().bytes())
                .putLong(maxima.output().bytes())
                .putInt(maxima.processes())
                .putLong(maxima.fileSize().bytes())
                .putLong(64L << 20)
                .array();
    }

    static byte[] output(long micros, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + bytes.length).putLong(micros).put(bytes).array();
    }

    static byte[] report(int killedFor, int ended, int code, int flags) {
        return ByteBuffer.allocate(47)
                .put((byte) killedFor)
                .put((byte) ended)
                .putInt(code)
                .putLong(1_500)
                .putLong(2_500)
                .putLong(1 << 20)
                .putLong(0)
                .putLong(0)
                .put((byte) flags)
                .array();
    }

    static byte[] file(String name, int mode, int size) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(7 + bytes.length)
                .put((byte) mode)
                .putInt(size)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }
}
