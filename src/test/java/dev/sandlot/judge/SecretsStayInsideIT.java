package dev.sandlot.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Programs that do all they can to show a secret input or answer are judged in the real jail, on
/// two problems that differ in nothing but their secrets. Nothing that is sent, stored or logged
/// may hold one, and what the owner sees must not depend on them.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "logging.file.name=" + SecretsStayInsideIT.LOG)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsStayInsideIT {

    static final String LOG = "target/it/canary/log";

    private static final Path PROBLEMS = Path.of("target/it/canary/problems").toAbsolutePath();
    private static final Path RESOURCES = Path.of("src/test/resources/judge");
    private static final List<Twin> TWINS = List.of(new Twin("canary"), new Twin("twin"));
    private static final JsonMapper JSON = new JsonMapper();

    private final Languages languages;
    private final Sandbox sandbox;
    private final JdbcClient jdbc;
    private final URI server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    SecretsStayInsideIT(
            @Autowired Languages languages,
            @Autowired Sandbox sandbox,
            @Autowired JdbcClient jdbc,
            @LocalServerPort int port) {
        this.languages = languages;
        this.sandbox = sandbox;
        this.jdbc = jdbc;
        this.server = URI.create("http://localhost:" + port);
    }

    @DynamicPropertySource
    static void problemsWithCanaries(DynamicPropertyRegistry registry) throws IOException {
        Files.createDirectories(PROBLEMS);
        String template = Files.readString(RESOURCES.resolve("canary.md"));
        for (Twin twin : TWINS) {
            Files.writeString(
                    PROBLEMS.resolve(twin.id() + ".md"),
                    template.replace("@INPUT@", twin.input().word())
                            .replace("@ANSWER@", twin.answer().word()));
        }
        registry.add("sandlot.problems-dir", PROBLEMS::toString);
        registry.add("sandlot.data-dir", () -> "target/it/canary/data");
    }

    static Stream<Path> hostilePrograms() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("hostile"))) {
            return files.sorted().toList().stream();
        }
    }

    @BeforeAll
    void jailsAreReady() {
        await().atMost(Duration.ofMinutes(1)).until(() -> sandbox.health().accepting());
    }

    @ParameterizedTest
    @MethodSource("hostilePrograms")
    void nothingIsShownStoredOrLogged(Path program) throws Exception {
        List<JsonNode> verdicts = new ArrayList<>();
        for (Twin twin : TWINS) {
            verdicts.add(judged(twin.id(), program));
        }
        assertNoCanary("sent", sent);
        assertNoCanary("stored", stored());
        String log = Files.readString(Path.of(LOG));
        assertThat(log).contains("2 problems published");
        assertNoCanary("logged", List.of(log));
        assertMetASecret(verdicts.get(0));
        assertThat(comparable(verdicts.get(0))).isEqualTo(comparable(verdicts.get(1)));
    }

    @Test
    void aProblemShowsNoSecret() throws Exception {
        for (String path :
                List.of(
                        "/api/v1/problems",
                        "/api/v1/problems/canary",
                        "/api/v1/problems/twin",
                        "/api/v1/problems/canary.md",
                        "/problems/canary.md",
                        "/practice",
                        "/practice/canary",
                        "/openapi.json",
                        "/actuator/env",
                        "/health")) {
            send(HttpRequest.newBuilder(server.resolve(path)).build());
        }
        assertNoCanary("sent", sent);
        assertThat(sent).anyMatch(answer -> answer.contains("ping"));
    }

    /// Submits the program and waits for its verdict.
    private JsonNode judged(String problem, Path program) throws Exception {
        HttpResponse<String> accepted = send(submission(problem, program));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String cookie =
                accepted.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        String id = JSON.readTree(accepted.body()).path("id").asString();
        HttpRequest question =
                HttpRequest.newBuilder(server.resolve("/api/v1/submissions/" + id))
                        .header("Cookie", cookie)
                        .build();
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> JSON.readTree(send(question).body()),
                        answer -> answer.path("status").asString().equals("judged"));
    }

    private HttpRequest submission(String problem, Path program) throws IOException {
        String name = program.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        Language language = languages.ofEnding(ending).orElseThrow();
        ObjectNode body = JSON.createObjectNode().put("language", language.id());
        body.putArray("files")
                .addObject()
                .put("name", language.fileName())
                .put(
                        "content",
                        Files.readString(program).replace("@PROBLEMS@", PROBLEMS.toString()));
        return HttpRequest.newBuilder(
                        server.resolve("/api/v1/problems/" + problem + "/submissions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        sent.add(response.headers().map() + "\n" + response.body());
        return response;
    }

    /// Every row of every table of ours, those for the jury included.
    private List<String> stored() {
        List<String> tables =
                jdbc.sql(
                                """
                                SELECT format('%I.%I', table_schema, table_name)
                                FROM information_schema.tables
                                WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
                                """)
                        .query((row, _) -> row.getString(1))
                        .list();
        assertThat(tables).contains("public.submission", "judging.test_run");
        return tables.stream()
                .flatMap(table ->
                        jdbc
                                .sql("SELECT CAST(t AS text) FROM " + table + " t")
                                .query((row, _) -> row.getString(1))
                                .list()
                                .stream())
                .toList();
    }

    private static void assertNoCanary(String what, List<String> texts) {
        for (String text : texts) {
            for (Twin twin : TWINS) {
                assertThat(twin.input().isIn(text)).as("an input %s: %s", what, text).isFalse();
                assertThat(twin.answer().isIn(text)).as("an answer %s: %s", what, text).isFalse();
            }
        }
    }

    /// Otherwise the program has proved nothing.
    private static void assertMetASecret(JsonNode verdict) {
        assertThat(verdict.path("verdict").asString()).isNotIn("ACCEPTED", "JUDGE_ERROR");
        if (!verdict.path("verdict").asString().equals("COMPILE_ERROR")) {
            assertThat(verdict.path("failedTest").asInt()).isEqualTo(2);
            assertThat(verdict.path("failedTestIsSample").asBoolean()).isFalse();
        }
    }

    /// What must be the same whatever the secrets are: all but the ids and the figures of the
    /// compile step, which never meets them.
    private static ObjectNode comparable(JsonNode verdict) {
        ObjectNode record = (ObjectNode) verdict.deepCopy();
        record.remove(Set.of("id", "problem"));
        if (record.get("compile") instanceof ObjectNode compile) {
            compile.remove(Set.of("cpuTimeMs", "wallTimeMs", "peakMemoryBytes", "cached"));
        }
        return record;
    }

    /// One of the two problems, with its own secrets.
    private record Twin(String id, Canary input, Canary answer) {

        Twin(String id) {
            this(id, Canary.random(), Canary.random());
        }
    }
}
