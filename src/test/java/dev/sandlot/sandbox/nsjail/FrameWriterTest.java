package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrameWriterTest {

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final FrameWriter writer = new FrameWriter(sent);

    @Test
    void aJobByteByByte() throws IOException {
        Job job =
                Jobs.run("./a", "b")
                        .with(Map.of("K", "v"))
                        .with(new JailFile("d/f", new byte[] {9, 8}, true))
                        .onTerminal()
                        .job();

        writer.job(
                job,
                Jobs.LIMITS,
                new Collect(java.util.List.of("*"), new MemorySize(5)),
                Standing.FOREGROUND);
        writer.flush();

        assertThat(hex())
                .isEqualTo(
                        "00000035 4a" // J
                                .concat("00000000001e8480 0000000000989680 0000000004000000")
                                .concat("0000000000010000 00000020 0000000001000000")
                                .concat("0000000000000005 01")
                                .concat("00000005 41 0003 2e2f61") // A ./a
                                .concat("00000003 41 0001 62") // A b
                                .concat("00000005 56 0003 4b3d76") // V K=v
                                .concat("0000000a 46 01 00000002 0003 642f66") // F d/f
                                .concat("00000002 44 0908") // D
                                .concat("00000003 43 0001 2a") // C *
                                .concat("00000000 47") // G
                                .replace(" ", ""));
    }

    @Test
    void theFlagsAreBits() throws IOException {
        Job plain = Jobs.run("./a").job();
        Job onTerminal = Jobs.run("./a").onTerminal().job();

        assertThat(flagsOf(plain, Standing.FOREGROUND)).isEqualTo(0);
        assertThat(flagsOf(onTerminal, Standing.FOREGROUND)).isEqualTo(1);
        assertThat(flagsOf(plain, Standing.BACKGROUND)).isEqualTo(2);
        assertThat(flagsOf(onTerminal, Standing.BACKGROUND)).isEqualTo(3);
        assertThat(flagsOf(plain, Standing.CONFINED)).isEqualTo(6);
        assertThat(flagsOf(onTerminal, Standing.CONFINED)).isEqualTo(7);
    }

    @Test
    void inputEndBeatAndKill() throws IOException {
        writer.input("xyz".getBytes(StandardCharsets.UTF_8), 1, 2);
        writer.endOfInput();
        writer.beat();
        writer.kill();
        writer.flush();

        assertThat(hex()).isEqualTo("0000000249797a" + "0000000045" + "0000000042" + "000000004b");
    }

    @Test
    void aBigFileIsCutIntoFrames() throws IOException {
        byte[] content = new byte[200_000];
        content[199_999] = 42;
        Job job = Jobs.run("./a").with(JailFile.of("big", content)).in(Profile.COMPILE).job();

        writer.job(job, Jobs.LIMITS, Collect.NOTHING, Standing.FOREGROUND);
        writer.flush();

        DataInputStream in = new DataInputStream(new ByteArrayInputStream(sent.toByteArray()));
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        while (in.available() > 0) {
            int length = in.readInt();
            char type = (char) in.readUnsignedByte();
            assertThat(length).isLessThanOrEqualTo(FrameReader.MAX_PAYLOAD);
            byte[] payload = in.readNBytes(length);
            if (type == 'D') {
                data.writeBytes(payload);
            }
        }
        assertThat(data.toByteArray()).isEqualTo(content);
    }

    @Test
    void aSmallJobIsOneWrite() throws IOException {
        AtomicInteger writes = new AtomicInteger();
        OutputStream counting =
                new DataOutputStream(OutputStream.nullOutputStream()) {
                    @Override
                    public synchronized void write(byte[] bytes, int offset, int length) {
                        writes.incrementAndGet();
                    }
                };
        FrameWriter counted = new FrameWriter(counting);

        counted.job(
                Jobs.run("./a").with(JailFile.of("a", new byte[20_000])).job(),
                Jobs.LIMITS,
                Collect.NOTHING,
                Standing.FOREGROUND);
        counted.endOfInput();
        counted.flush();

        assertThat(writes).hasValue(1);
    }

    private int flagsOf(Job job, Standing standing) throws IOException {
        sent.reset();
        writer.job(job, Jobs.LIMITS, Collect.NOTHING, standing);
        writer.flush();
        return sent.toByteArray()[FrameReader.HEADER + 52];
    }

    private String hex() {
        return HexFormat.of().formatHex(sent.toByteArray());
    }
}
