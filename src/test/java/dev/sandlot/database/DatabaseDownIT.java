package dev.sandlot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/// The application goes on without its database as far as that goes, and gets it back.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sandlot.data-dir=target/data-database-down",
            "spring.datasource.hikari.connection-timeout=500"
        })
@DirtiesContext
@Timeout(120)
class DatabaseDownIT {

    private static final String PROGRAM =
            """
            {"language": "python3", "files": [{"name": "main.py", "content": "print(7)"}]}
            """;

    @Autowired private DatabaseWatch watch;
    @Autowired private PostgresServer server;
    @LocalServerPort private int port;

    @Test
    void snippetsWaitAndRunsGoOnUntilItIsBack() throws Exception {
        String snippet = "/api/v1/snippets/" + id(post("/api/v1/snippets"));
        assertThat(watch.trouble()).isEmpty();

        watch.close();
        server.close();

        HttpResponse<String> refused = post("/api/v1/snippets");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("10");
        assertThat(refused.body()).contains("runs go on").doesNotContain("jdbc", "127.0.0.1");
        HttpResponse<String> run = post("/api/v1/runs");
        assertThat(run.statusCode()).isEqualTo(200);
        assertThat(run.body()).contains("\"stdout\":\"7\\n\"");

        server.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> get(snippet).statusCode() == 200);
        assertThat(post("/api/v1/snippets").statusCode()).isEqualTo(201);
    }

    private static String id(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return created.body().replaceAll("(?s).*\"id\":\"([^\"]*)\".*", "$1");
    }

    private HttpResponse<String> post(String path) throws Exception {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(PROGRAM)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
