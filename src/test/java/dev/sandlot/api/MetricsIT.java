package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// What Prometheus reads, where nobody else does.
@ApiTest
@TestPropertySource(
        properties = {
            "sandlot.data-dir=target/it/metrics",
            "management.server.port=0",
            "management.prometheus.metrics.export.enabled=true"
        })
class MetricsIT {

    private static final String LISTENING = "0A";
    private static final List<String> LOOPBACK =
            List.of("0100007F", "0000000000000000FFFF00000100007F");

    @Autowired private ApiClient api;
    @Autowired private Environment environment;

    @Test
    void everyFigureIsThere() throws Exception {
        assertThat(run(ApiClient.python("print(1)"))).isEqualTo(200);
        assertThat(run(ApiClient.python("exit(3)"))).isEqualTo(200);
        assertThat(run(ApiClient.c("int main(void) { return 0; }"))).isEqualTo(200);
        assertThat(run(ApiClient.c("no c"))).isEqualTo(200);

        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "sandlot_runs_total{language=\"python3\",outcome=\"succeeded\"} 1.0",
                        "sandlot_runs_total{language=\"python3\",outcome=\"failed\"} 1.0",
                        "sandlot_runs_total{language=\"c\",outcome=\"compile_error\"} 1.0",
                        "sandlot_jobs_queued ",
                        "sandlot_jobs_running ",
                        "sandlot_slots ",
                        "sandlot_accepting 1.0",
                        "sandlot_roots_troubled ",
                        "sandlot_job_wait_seconds_bucket{profile=\"run\",le=",
                        "sandlot_jail_start_seconds_count{profile=\"compile\"}",
                        "sandlot_compile_cache_requests_total{result=\"miss\"}",
                        "sandlot_compile_cache_bytes ",
                        "sandlot_compile_cache_entries ",
                        "jvm_memory_used_bytes");
    }

    /// Each language is tried in the background.
    @Test
    void whatALanguageCostsIsThere() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(get("/metrics").body())
                                .contains(
                                        "sandlot_language_baseline_cpu_seconds{language=",
                                        "sandlot_language_baseline_memory_bytes{language="));
    }

    @Test
    void thePublicPortHasNone() throws Exception {
        ApiClient.Answer answer = api.get("/metrics");

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.text()).doesNotContain("sandlot_", "jvm_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/env", "/heapdump", "/actuator", "/loggers", "/beans"})
    void theManagementPortHasNothingElse(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyThisMachineReachesIt() throws IOException {
        String port = ":%04X".formatted(port());
        List<String> listening =
                Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                        .flatMap(MetricsIT::lines)
                        .map(line -> line.strip().split(" +"))
                        .filter(it -> it[3].equals(LISTENING) && it[1].endsWith(port))
                        .map(it -> it[1].substring(0, it[1].indexOf(':')))
                        .toList();

        assertThat(listening).isNotEmpty().isSubsetOf(LOOPBACK);
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private int run(JsonNode program) throws IOException, InterruptedException {
        return api.post("/api/v1/runs", program).status();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port() + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }

    private int port() {
        return environment.getRequiredProperty("local.management.port", Integer.class);
    }
}
