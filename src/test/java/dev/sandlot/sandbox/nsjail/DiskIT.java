package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.attack.Attacks;
import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DiskIT {

    private static final String FILL =
            """
            for folder in /work /tmp /dev/shm; do head -c 20000000 /dev/zero > $folder/full; done
            mkdir /work/many; cd /work/many; seq 1000 | xargs touch
            echo full
            read x
            """;
    private static final long MEBIBYTE = 1 << 20;
    private static final long FEW = 100;
    private static final int ATTEMPTS = 20;

    /// Others write to the disk of a host too, so the smallest of some differences counts: 60 MB
    /// and a thousand files of a job would show in each.
    @Attacks({76, 77})
    @Test
    void whatAJobWritesIsOnNoDiskOfTheHost() throws IOException {
        Limits limits =
                new Limits(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        MemorySize.ofMib(256),
                        MemorySize.ofKib(64),
                        8,
                        MemorySize.ofMib(64));
        long least = Long.MAX_VALUE;
        long leastFiles = Long.MAX_VALUE;
        try (NsjailSandbox sandbox = RealSandbox.open(1, 1)) {
            for (int i = 0; i < ATTEMPTS && (least > MEBIBYTE || leastFiles > FEW); i++) {
                long before = Host.freeDiskBytes();
                long filesBefore = Host.freeInodes();
                Running running = Heard.start(sandbox, Jobs.shell(FILL).with(limits).typed().job());
                running.heard().awaitOutput("full\n");
                least = Math.min(least, Math.max(0, before - Host.freeDiskBytes()));
                leastFiles = Math.min(leastFiles, Math.max(0, filesBefore - Host.freeInodes()));
                running.execution().endInput();
                running.result();
            }
        }

        assertThat(least).as("bytes of the host's disk used up").isLessThanOrEqualTo(MEBIBYTE);
        assertThat(leastFiles).as("files that the host's disk has more").isLessThanOrEqualTo(FEW);
    }
}
