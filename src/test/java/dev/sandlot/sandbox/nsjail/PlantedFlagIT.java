package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The flags are where SECURITY.md says. That no jail sees them is for
/// `jail/exited_0/looks-for-the-flag.py`, which would be worth nothing without them.
class PlantedFlagIT {

    private static final Path FLAGS = Path.of("/var/lib/sandlot/flag");

    @Test
    void theServersUserCanReadItsOwn() throws IOException {
        assertThat(Files.readString(FLAGS.resolve("server")))
                .matches("sandlot-flag-server-[0-9a-f]{32}\n");
        assertThat(Files.isWritable(FLAGS.resolve("server"))).isFalse();
    }

    @Test
    void theServersUserCantReadRoots() {
        assertThat(FLAGS.resolve("root")).exists();
        assertThat(Files.isReadable(FLAGS.resolve("root"))).isFalse();
        assertThat(Files.isWritable(FLAGS)).isFalse();
    }
}
