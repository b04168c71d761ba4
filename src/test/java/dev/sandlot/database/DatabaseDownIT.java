package dev.sandlot.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/// The application goes on without its database, as far as that goes.
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

    @Autowired private EmbeddedPostgres postgres;
    @LocalServerPort private int port;

    @Test
    void snippetsWaitAndRunsGoOn() throws Exception {
        assertThat(post("/api/v1/snippets").statusCode()).isEqualTo(201);

        postgres.close();

        HttpResponse<String> snippet = post("/api/v1/snippets");
        assertThat(snippet.statusCode()).as(snippet.body()).isEqualTo(503);
        assertThat(snippet.headers().firstValue("Retry-After")).contains("10");
        assertThat(snippet.body()).contains("runs go on").doesNotContain("jdbc", "127.0.0.1");
        HttpResponse<String> run = post("/api/v1/runs");
        assertThat(run.statusCode()).isEqualTo(200);
        assertThat(run.body()).contains("\"stdout\":\"7\\n\"");
    }

    private HttpResponse<String> post(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(PROGRAM))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
