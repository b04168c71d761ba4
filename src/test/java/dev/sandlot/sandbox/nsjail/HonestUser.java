package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Someone who only wants their programs run, over HTTP, while others attack.
final class HonestUser implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SUM = "print(sum(list(map(int, open(0).read().split()))[1:]))";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private int rounds;

    HonestUser(int port) {
        root = "http://localhost:" + port;
    }

    int rounds() {
        return rounds;
    }

    /// Each of these must succeed, every time.
    void useEverything() {
        rounds++;
        assertThat(get("/health").at("/status").asString()).isEqualTo("UP");
        runs("python3", "main.py", "print(6 * 7)");
        runs("c", "main.c", "#include <stdio.h>\nint main(void) { puts(\"42\"); } // " + rounds);
        JsonNode judged =
                post("/api/v1/problems/sum/submissions", program("python3", "main.py", SUM));
        assertThat(judged.at("/verdict").asString()).as("%s", judged).isEqualTo("ACCEPTED");
    }

    private void runs(String language, String file, String source) {
        JsonNode run = post("/api/v1/runs", program(language, file, source)).at("/run");
        assertThat(run.at("/outcome/exitCode").asInt(-1)).as("%s", run).isZero();
        assertThat(run.at("/stdout").asString()).as("%s", run).isEqualTo("42\n");
    }

    private static String program(String language, String file, String source) {
        var body = JSON.createObjectNode().put("language", language);
        body.putArray("files").addObject().put("name", file).put("content", source);
        return body.toString();
    }

    private JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(URI.create(root + path)).GET());
    }

    private JsonNode post(String path, String body) {
        return answer(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", "application/json")
                        .header("Prefer", "wait=60")
                        .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(
                            request.timeout(Duration.ofSeconds(90)).build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("No answer", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
