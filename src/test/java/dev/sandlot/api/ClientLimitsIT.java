package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sandlot.language.Languages;
import dev.sandlot.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What one client may do, and who counts as one. The proxy is at 127.0.0.1; clients that come from
/// elsewhere are themselves.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sandlot.data-dir=target/it/limits",
            "sandlot.access.concurrent-runs=2",
            "sandlot.access.runs-per-minute=3",
            "sandlot.access.snippets-per-hour=1",
            "sandlot.access.trusted-proxies=127.0.0.1/32"
        })
@Import(ApiClient.class)
@Timeout(120)
class ClientLimitsIT {

    private static final String FORWARDED = "X-Forwarded-For";

    @Autowired private ApiClient api;
    @Autowired private Sandbox sandbox;
    @Autowired private Languages languages;
    @LocalServerPort private int port;

    @BeforeEach
    void awaitPython() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> sandbox.health().accepting() && languages.find("python3").isPresent());
    }

    @Test
    void tooManyRunsInAMinuteAreRefusedWithATimeToComeBack() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(run("10.0.0.1").status()).isEqualTo(200);
        }

        ApiClient.Answer refused = run("10.0.0.1");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 20);
        assertThat(refused.json().at("/limit").asString()).isEqualTo("runsPerMinute 3");
        assertThat(refused.json().at("/detail").asString()).contains("limit 3 a minute");
        assertThat(run("10.0.0.2").status()).as("another client").isEqualTo(200);
    }

    @Test
    void tooManyRunsAtOneTimeAreRefused() throws Exception {
        String sleeper = "import time; time.sleep(9)";
        try (RawClient _ = new RawClient(port, "127.2.0.1").post("text/event-stream", of(sleeper));
                RawClient second =
                        new RawClient(port, "127.2.0.1").post("text/event-stream", of(sleeper))) {
            assertThat(second.in().read()).isPositive();
            await().until(() -> answer("127.2.0.1").contains("concurrentRuns 2"));
            assertThat(answer("127.2.0.1"))
                    .startsWith("HTTP/1.1 429")
                    .containsPattern("Retry-After: \\d+\r")
                    .contains("You have 2 programs running already (limit 2)");
        }
    }

    @Test
    void tooManySnippetsInAnHourAreRefused() throws Exception {
        JsonNode snippet = of("print(1)");
        assertThat(api.post("/api/v1/snippets", snippet, FORWARDED, "10.0.1.1").status())
                .isEqualTo(201);

        ApiClient.Answer refused = api.post("/api/v1/snippets", snippet, FORWARDED, "10.0.1.1");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().at("/limit").asString()).isEqualTo("snippetsPerHour 1");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isGreaterThan(3_500);
    }

    @Test
    void submissionsCountAsRuns() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(run("10.0.2.1").status()).isEqualTo(200);
        }
        ApiClient.Answer refused =
                api.post(
                        "/api/v1/problems/fizzbuzz/submissions",
                        of("print(1)"),
                        FORWARDED,
                        "10.0.2.1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Set-Cookie")).isEmpty();
    }

    @Test
    void formattingCountsAsARun() throws Exception {
        ObjectNode body = ApiClient.object().put("language", "python3");
        body.putObject("file").put("name", "main.py").put("content", "x = 1\n");
        for (int i = 0; i < 3; i++) {
            assertThat(format(body).status()).isEqualTo(200);
        }
        assertThat(format(body).json().at("/limit").asString()).isEqualTo("runsPerMinute 3");
    }

    private ApiClient.Answer format(ObjectNode body) throws Exception {
        return api.post("/api/v1/format", body, FORWARDED, "10.0.5.1");
    }

    /// Anybody can make one up.
    @Test
    void aVisitorsTokenBuysNothing() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(run("10.0.3.1").status()).isEqualTo(200);
        }
        String token = "a".repeat(43);
        assertThat(run("10.0.3.1", "Authorization", "Bearer " + token).status()).isEqualTo(429);
    }

    @Test
    void onlyWhatATrustedProxySaysIsBelieved() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(run("10.0.4.1, 10.0.4." + (i + 100)).status()).isEqualTo(200);
            assertThat(answer("127.2.4.1", "X-Forwarded-For: 10.0.4." + i + "\r\n"))
                    .startsWith("HTTP/1.1 200");
        }

        assertThat(run("10.0.4.1").status())
                .as("the first in a chain that the last wrote")
                .isEqualTo(200);
        assertThat(answer("127.2.4.1", "X-Forwarded-For: 10.0.4.77\r\n"))
                .as("an untrusted peer that forges")
                .startsWith("HTTP/1.1 429");
    }

    @Test
    void theLastAddressThatIsNoProxysIsTheClients() throws Exception {
        for (int i = 0; i < 3; i++) {
            String chain = "10.0.5." + (i + 1) + ", 10.0.5.99, 127.0.0.1";
            assertThat(run(chain).status()).isEqualTo(200);
        }
        assertThat(run("10.0.5.99").status()).isEqualTo(429);
    }

    @Test
    void behindAProxyWithTlsTheCookieIsSecure() throws Exception {
        assertThat(cookieOfSubmission("10.0.8.1", "https")).contains("Secure");
        assertThat(cookieOfSubmission("10.0.8.2", "http")).isNotEmpty().doesNotContain("Secure");
    }

    private String cookieOfSubmission(String from, String protocol) throws Exception {
        return api.post(
                        "/api/v1/problems/fizzbuzz/submissions",
                        of("print(1)"),
                        FORWARDED,
                        from,
                        "X-Forwarded-Proto",
                        protocol)
                .header("Set-Cookie");
    }

    @Test
    void anIssuedKeyHasLimitsOfItsOwnUntilItIsRevoked() throws Exception {
        String key = "slk_" + "k".repeat(43);
        Path file = Path.of("target/it/limits/api-keys");
        Files.deleteIfExists(file);
        ApiClient.Answer unknown = run("10.0.6.1", "Authorization", "Bearer " + key);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(unknown.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(unknown.text()).doesNotContain(key);

        Files.writeString(
                file,
                "school 6eff4aecb6e5ea7e8ca8e1bdc5fb7e0b3e0a0cdb3f2b5e2cbf4b4d7e6f5a4b3c - 5 x\n"
                        + "test "
                        + sha256(key)
                        + " - 5 2026-11-28\n");
        for (int i = 0; i < 5; i++) {
            assertThat(run("10.0.6." + i, "Authorization", "Bearer " + key).status())
                    .isEqualTo(200);
        }
        assertThat(run("10.0.6.9", "Authorization", "Bearer " + key).status()).isEqualTo(429);

        Files.delete(file);
        assertThat(run("10.0.6.1", "Authorization", "Bearer " + key).status()).isEqualTo(401);
    }

    @Test
    void whatIsNoKeyAtAllIsNotSilentlyAnonymous() throws Exception {
        assertThat(run("10.0.7.1", "Authorization", "Bearer something").status()).isEqualTo(401);
    }

    private static String sha256(String text) throws Exception {
        byte[] hash =
                java.security.MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return java.util.HexFormat.of().formatHex(hash);
    }

    private ApiClient.Answer run(String forwardedFor, String... headers) throws Exception {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = FORWARDED;
        all[headers.length + 1] = forwardedFor;
        return api.post("/api/v1/runs", of("print(1)"), all);
    }

    private String answer(String from, String... headers) throws IOException {
        String body = of("print(1)").toString();
        try (RawClient client = new RawClient(port, from)) {
            return client.send(
                            "POST /api/v1/runs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                    + "Content-Type: application/json\r\n"
                                    + String.join("", headers)
                                    + "Content-Length: "
                                    + body.length()
                                    + "\r\n\r\n"
                                    + body)
                    .readAll();
        }
    }

    private static JsonNode of(String source) {
        return ApiClient.python(source);
    }
}
