package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.JobResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A secret file, an environment variable and an open port of the host. Every hostile program is
/// told where they are and none may see them.
final class Canary implements AutoCloseable {

    /// What the build puts into the environment of these tests (pom.xml).
    private static final String VARIABLE =
            Objects.requireNonNull(System.getenv("SANDLOT_CANARY"), "SANDLOT_CANARY is not set");

    private final String secret = "canary-" + UUID.randomUUID();
    private final Path file = Files.createTempFile("sandlot-canary-", ".txt");
    private final ServerSocket port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger visits = new AtomicInteger();

    Canary() throws IOException {
        Files.writeString(file, secret);
        Thread.ofPlatform().daemon().name("canary-port").start(this::countVisits);
    }

    Map<String, String> variables() {
        return Map.of("CANARY_FILE", file(), "CANARY_PORT", String.valueOf(port.getLocalPort()));
    }

    String file() {
        return file.toString();
    }

    int visits() {
        return visits.get();
    }

    List<String> tracesIn(Heard heard, JobResult result) {
        Stream<String> files =
                result.files().stream().map(f -> new String(f.content(), StandardCharsets.UTF_8));
        return Stream.concat(Stream.of(heard.stdout(), heard.stderr()), files)
                .filter(text -> text.contains(secret) || text.contains(VARIABLE))
                .toList();
    }

    /// Whether nobody changed the file.
    boolean isUntouched() {
        try {
            return Files.readString(file).equals(secret);
        } catch (IOException e) {
            return false;
        }
    }

    private void countVisits() {
        while (!port.isClosed()) {
            try (Socket _ = port.accept()) {
                visits.incrementAndGet();
            } catch (IOException e) {
                // Closed at the end of the tests.
            }
        }
    }

    @Override
    public void close() throws IOException {
        port.close();
        Files.deleteIfExists(file);
    }
}
