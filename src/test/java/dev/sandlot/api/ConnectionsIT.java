package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sandlot.language.Languages;
import dev.sandlot.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

/// Clients that are slow, vanish, or never stop; each from an address of its own. Where a wait is
/// asserted, what ends it is the server: the client would go on for ever.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sandlot.data-dir=target/it/connections",
            "sandlot.connections.max-connections=60",
            "sandlot.connections.head-timeout=1s",
            "sandlot.connections.silence=2s",
            "sandlot.connections.max-pages=60",
            "sandlot.api.body-timeout=1s",
            "sandlot.api.delivery-timeout=1s",
            "sandlot.access.concurrent-runs=1"
        })
@Timeout(120)
class ConnectionsIT {

    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";

    @Autowired private Sandbox sandbox;
    @Autowired private Languages languages;
    @LocalServerPort private int port;

    @BeforeEach
    void awaitPython() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> sandbox.health().accepting() && languages.find("python3").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, EVENTS})
    void aClientThatGoesAwayInMidRunEndsIt(String accept) throws IOException {
        try (RawClient client = client("127.1.0.1").post(accept, endless())) {
            await().until(() -> sandbox.health().running() == 1);
            assertThat(client.in().read()).as("the first byte of the answer").isPositive();
        }

        await().atMost(Duration.ofSeconds(9)).until(() -> sandbox.health().running() == 0);
    }

    @Test
    void aClientThatOnlyStoppedSendingGetsItsAnswer() throws IOException {
        ObjectNode body = ApiClient.python("import time; time.sleep(1.5); print('done')");
        try (RawClient client = client("127.1.0.2").post(JSON, body).endOfRequests()) {
            assertThat(client.readAll()).startsWith("HTTP/1.1 200").contains("\"done\\n\"");
        }
    }

    @Test
    void anAnswerThatTookItsTimeIsJsonAfterSpaces() throws IOException {
        ObjectNode body = ApiClient.python("import time; time.sleep(1); print(7)");
        try (RawClient client = client("127.1.0.3").post(JSON, body)) {
            String answer = client.readAll();
            assertThat(answer).contains("Content-Type: application/json");
            assertThat(answer.substring(answer.indexOf("\r\n\r\n")))
                    .containsPattern(" \r\n")
                    .contains("{\"language\":\"python3\"");
        }
    }

    @Test
    void aHeadThatTricklesInIsNotWaitedFor() throws IOException {
        try (RawClient client = client("127.1.1.1").send("GET /health HTTP/1.1\r\nX: ")) {
            await().until(() -> client.trickle('x'));
        }
    }

    @Test
    void aBodyThatTricklesInIsRefused() throws IOException {
        String head =
                "POST /api/v1/runs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n{";
        try (RawClient client = client("127.1.1.2").send(head)) {
            StringBuilder answer = new StringBuilder();
            await().until(() -> {
                client.send(" ");
                while (client.in().available() > 0) {
                    answer.append((char) client.in().read());
                }
                return answer.indexOf("too-slow") >= 0;
            });
            assertThat(answer).startsWith("HTTP/1.1 408").contains("application/problem+json");
            await().until(() -> client.trickle(' '));
        }
    }

    @Test
    void aBodyThatNeverComesIsRefused() throws IOException {
        String head =
                "POST /api/v1/runs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n";
        try (RawClient client = client("127.1.1.3").send(head)) {
            assertThat(client.readAll()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void anEndlessChunkedBodyIsCutOff() throws IOException {
        String chunk = "100000\r\n" + "[".repeat(0x100000) + "\r\n";
        try (RawClient client = client("127.1.1.4")) {
            client.send(
                    "POST /api/v1/runs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n");
            await().until(() -> {
                try {
                    client.send(chunk);
                    return false;
                } catch (IOException _) {
                    return true;
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\0\0\0\r\n\r\n",
                "GET /health HTTP/9.9\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\n"
            })
    void garbageAfterAProperRequestEndsTheConnection(String garbage) throws IOException {
        try (RawClient client = client("127.1.1.5")) {
            client.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n" + garbage);
            assertThat(client.readAll()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aHugeHeadIsRefused() throws IOException {
        try (RawClient client = client("127.1.1.6")) {
            client.send("GET /health HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
            assertThat(client.readAll()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void oneAddressLeavesConnectionsForOthers() throws IOException {
        List<RawClient> greedy = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            greedy.add(client("127.1.2.1"));
        }
        long refused = greedy.stream().filter(RawClient::isEnded).count();
        assertThat(refused).isBetween(30L, 59L);
        try (RawClient other = client("127.1.2.2")) {
            other.send("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(other.readAll()).startsWith("HTTP/1.1 200");
        }
        for (RawClient client : greedy) {
            client.close();
        }

        await().until(() -> isServed("127.1.2.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, EVENTS})
    void aResultThatNobodyReadsIsLetGo(String accept) throws IOException {
        ObjectNode body = ApiClient.python("print('x' * 8_000_000)");
        body.putObject("limits").putObject("run").put("outputBytes", 16_000_000);
        try (RawClient _ = client("127.1.3.1").post(accept, body)) {
            // One run at a time: the next is taken when the first is no longer being delivered.
            await().until(() -> !answer("127.1.3.1").startsWith("HTTP/1.1 429"));
        }
    }

    @Test
    void oneAddressLeavesPagesForOthers() throws IOException {
        int opened = 0;
        String answer = page("127.1.4.1");
        while (answer.startsWith("HTTP/1.1 200") && opened < 60) {
            opened++;
            answer = page("127.1.4.1");
        }

        assertThat(opened).isBetween(15, 25);
        assertThat(answer).startsWith("HTTP/1.1 429").contains("Retry-After: 60");
        assertThat(page("127.1.4.2")).startsWith("HTTP/1.1 200");
    }

    @Test
    void oneBrowserKeepsTenTabs() throws IOException {
        String first = vaadin("GET", "init&location=&query=", "");
        String cookie = first.replaceFirst("(?s).*Set-Cookie: (JSESSIONID=[0-9A-F]+).*", "$1");
        for (int tab = 1; tab < 10; tab++) {
            assertThat(vaadin("GET", "init&location=&query=", cookie)).startsWith("HTTP/1.1 200");
        }
        assertThat(vaadin("POST", "heartbeat&v-uiId=0", cookie)).startsWith("HTTP/1.1 200");

        vaadin("GET", "init&location=&query=", cookie);

        assertThat(vaadin("POST", "heartbeat&v-uiId=0", cookie)).startsWith("HTTP/1.1 404");
        assertThat(vaadin("POST", "heartbeat&v-uiId=10", cookie)).startsWith("HTTP/1.1 200");
    }

    private String vaadin(String method, String request, String cookie) throws IOException {
        try (RawClient client = client("127.1.4.3")) {
            return client.send(
                            "%s /?v-r=%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: %s\r\nContent-Length: 0\r\n\r\n"
                                    .formatted(method, request, cookie))
                    .readAll();
        }
    }

    private String page(String from) throws IOException {
        try (RawClient client = client(from)) {
            return client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").readAll();
        }
    }

    private boolean isServed(String from) throws IOException {
        try (RawClient client = client(from)) {
            return client.send("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .readAll()
                    .startsWith("HTTP/1.1 200");
        }
    }

    private String answer(String from) throws IOException {
        try (RawClient client = client(from).post(JSON, ApiClient.python("print(1)"))) {
            return client.readAll();
        }
    }

    private static ObjectNode endless() {
        ObjectNode body = ApiClient.python("while True: pass");
        body.putObject("limits")
                .putObject("run")
                .put("cpuTimeMs", 20_000)
                .put("wallTimeMs", 30_000);
        return body;
    }

    private RawClient client(String from) throws IOException {
        return new RawClient(port, from);
    }
}
