package dev.sandlot.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

@Timeout(120)
class HealthSocketIT {

    @TempDir private Path folder;

    @Test
    void theHealthIsToldThereForItsOwnerAlone() throws IOException {
        Path socket = folder.resolve("health.sock");
        Files.writeString(socket, "left by a server that was killed");
        try (ConfigurableApplicationContext application =
                SpringApplication.run(
                        dev.sandlot.Application.class,
                        "--server.port=0",
                        "--sandlot.data-dir=" + folder.resolve("data"),
                        "--sandlot.health-socket=" + socket)) {
            assertThat(application.isRunning()).isTrue();
            await().untilAsserted(() -> assertThat(health(socket)).contains("\"status\":\"UP\""));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-------");
        }
    }

    private static String health(Path socket) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            String request = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
            return new String(Channels.newInputStream(channel).readAllBytes(), US_ASCII);
        }
    }
}
