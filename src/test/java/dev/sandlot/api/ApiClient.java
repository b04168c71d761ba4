package dev.sandlot.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Talks to the application over HTTP, as any program does.
@Lazy
@TestComponent
class ApiClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;

    ApiClient(Environment environment) {
        root = "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        String text() {
            return http.body();
        }

        JsonNode json() {
            return JSON.readTree(http.body());
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /// A request for a run of one file.
    static ObjectNode program(String language, String name, String source) {
        ObjectNode body = object().put("language", language);
        body.putArray("files").addObject().put("name", name).put("content", source);
        return body;
    }

    static ObjectNode c(String source) {
        return program("c", "main.c", source);
    }

    static ObjectNode python(String source) {
        return program("python3", "main.py", source);
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send(path, request -> request.GET(), headers);
    }

    Answer delete(String path, String... headers) throws IOException, InterruptedException {
        return send(path, request -> request.DELETE(), headers);
    }

    Answer post(String path, JsonNode body, String... headers)
            throws IOException, InterruptedException {
        return post(path, body.toString(), headers);
    }

    Answer post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        return post(path, BodyPublishers.ofString(body), headers);
    }

    Answer post(String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        return postAs("application/json", path, body, headers);
    }

    Answer postAs(String type, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        return send(path, request -> request.header("Content-Type", type).POST(body), headers);
    }

    /// The raw stream of a live run; closing it closes the connection.
    InputStream live(JsonNode body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(root + "/api/v1/runs"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build();
        return http.send(request, BodyHandlers.ofInputStream()).body();
    }

    String root() {
        return root;
    }

    private Answer send(String path, UnaryOperator<HttpRequest.Builder> method, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                method.apply(HttpRequest.newBuilder(URI.create(root + path)))
                        .timeout(Duration.ofSeconds(90));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    }
}
