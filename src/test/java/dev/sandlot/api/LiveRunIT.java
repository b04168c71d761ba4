package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Runs over server-sent events.
@ApiTest
class LiveRunIT {

    /// An argument of the programs that are to be stopped.
    private static final String MARK = "live-run-" + UUID.randomUUID();

    @Autowired private ApiClient api;

    private record Event(String name, JsonNode data) {}

    @Test
    void tellsStepsOutputAndOutcomesInOrder() throws Exception {
        ObjectNode body =
                ApiClient.c(
                                """
                                #include <stdio.h>
                                int main(void) { puts("out"); fflush(stdout); fputs("err", stderr); }
                                """)
                        .put("expectedOutput", "out");

        List<Event> events = events(body);

        assertThat(events.stream().map(Event::name))
                .containsExactly("step", "outcome", "step", "stdout", "stderr", "outcome", "done");
        assertThat(events.get(0).data().at("/step").asString()).isEqualTo("compile");
        assertThat(events.get(1).data().at("/outcome/exitCode").asInt()).isZero();
        assertThat(events.get(1).data().has("stdout")).isFalse();
        assertThat(events.get(3).data().at("/text").asString()).isEqualTo("out\n");
        assertThat(events.get(3).data().at("/atMs").isNumber()).isTrue();
        assertThat(events.get(5).data().at("/step").asString()).isEqualTo("run");
        assertThat(events.get(5).data().at("/limits/cpuTimeMs").asLong()).isPositive();
        assertThat(events.get(6).data().at("/passed").asBoolean()).isTrue();
    }

    /// The program never ends by itself, so output that arrives has arrived before the end.
    @Test
    void outputArrivesWhileTheProgramRunsAndClosingStopsIt() throws Exception {
        ObjectNode body =
                ApiClient.python(
                        "import time\nprint('here', flush=True)\nwhile True: time.sleep(1)");
        body.putArray("args").add(MARK);
        body.putObject("limits").putObject("run").put("wallTimeMs", 30_000);

        try (BufferedReader stream = reader(api.live(body))) {
            Event event = next(stream);
            while (!event.name().equals("stdout")) {
                event = next(stream);
            }
            assertThat(event.data().at("/text").asString()).isEqualTo("here\n");
            assertThat(programRuns()).isTrue();
        }

        assertStopsWithin(Duration.ofSeconds(2));
    }

    @Test
    void closingStopsAProgramThatPrintsNothing() throws Exception {
        ObjectNode body = ApiClient.python("while True: pass");
        body.putArray("args").add(MARK);
        body.putObject("limits")
                .putObject("run")
                .put("cpuTimeMs", 20_000)
                .put("wallTimeMs", 30_000);

        try (BufferedReader stream = reader(api.live(body))) {
            assertThat(next(stream).name()).isEqualTo("step");
            waitUntil(LiveRunIT::programRuns, Duration.ofSeconds(10));
        }

        assertStopsWithin(Duration.ofSeconds(2));
    }

    @Test
    void aCharacterThatComesInTwoPiecesStaysWhole() throws Exception {
        ObjectNode body =
                ApiClient.python(
                        """
                        import sys, time
                        for b in '€😀'.encode():
                            sys.stdout.buffer.write(bytes([b]))
                            sys.stdout.flush()
                            time.sleep(0.03)
                        """);

        String text =
                events(body).stream()
                        .filter(event -> event.name().equals("stdout"))
                        .map(event -> event.data().at("/text").asString())
                        .reduce("", String::concat);

        assertThat(text).isEqualTo("€😀");
    }

    @Test
    void lettersComeInFewEvents() throws Exception {
        ObjectNode body =
                ApiClient.python(
                        """
                        import os
                        for i in range(2000):
                            os.write(1, b'x')
                        """);

        List<Event> output =
                events(body).stream().filter(event -> event.name().equals("stdout")).toList();

        assertThat(output).hasSizeLessThan(200);
        assertThat(output.stream().map(event -> event.data().at("/text").asString()))
                .allMatch(text -> text.matches("x+"))
                .satisfies(texts -> assertThat(String.join("", texts)).hasSize(2000));
    }

    @Test
    void aRefusedRequestIsAProblemAndNoStream() throws Exception {
        ApiClient.Answer answer =
                api.post(
                        "/api/v1/runs",
                        ApiClient.program("klingon", "x", ""),
                        "Accept",
                        "text/event-stream");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    private static void assertStopsWithin(Duration time) {
        waitUntil(() -> !programRuns(), time);
    }

    /// The host sees what runs in jails, by its arguments. Others may run meanwhile.
    private static boolean programRuns() {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").contains(MARK));
    }

    private static void waitUntil(BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", atMost).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private List<Event> events(JsonNode body) throws Exception {
        List<Event> events = new ArrayList<>();
        try (BufferedReader stream = reader(api.live(body))) {
            do {
                events.add(next(stream));
            } while (!events.getLast().name().equals("done"));
        }
        return events;
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static Event next(BufferedReader stream) throws IOException {
        String line = require(stream);
        while (!line.startsWith("event: ")) {
            line = require(stream);
        }
        String data = require(stream);
        assertThat(data).startsWith("data: ");
        return new Event(
                line.substring("event: ".length()),
                JsonMapper.shared().readTree(data.substring("data: ".length())));
    }

    private static String require(BufferedReader stream) throws IOException {
        String line = stream.readLine();
        assertThat(line).as("the stream ended too early").isNotNull();
        return line;
    }
}
