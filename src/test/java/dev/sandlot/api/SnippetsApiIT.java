package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandlot.api.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Permalinks over REST, in the real PostgreSQL.
@ApiTest
class SnippetsApiIT {

    @Autowired private ApiClient api;
    @Autowired private JdbcClient jdbc;

    @Test
    void whatWasSharedComesBack() throws Exception {
        ObjectNode body = ApiClient.python("print('é')\n");
        body.withArray("files")
                .addObject()
                .put("name", "data.bin")
                .put("content", "AAH/")
                .put("encoding", "base64");
        body.put("stdin", "3 4\n").put("title", "Two files");
        body.putArray("args").add("foo").add("b ar");

        JsonNode created = create(body);
        JsonNode snippet = api.get("/api/v1/snippets/" + id(created)).json();

        assertThat(id(created)).matches("[2-9a-z]{12}");
        assertThat(created.at("/url").asString()).isEqualTo(api.root() + "/s/" + id(created));
        assertThat(snippet.at("/language").asString()).isEqualTo("python3");
        assertThat(snippet.at("/version").asString()).startsWith("3.");
        assertThat(snippet.at("/files")).isEqualTo(body.at("/files"));
        assertThat(snippet.at("/stdin").asString()).isEqualTo("3 4\n");
        assertThat(snippet.at("/args")).isEqualTo(body.at("/args"));
        assertThat(snippet.at("/title").asString()).isEqualTo("Two files");
        assertThat(snippet.at("/created").asString()).endsWith("Z");
        assertThat(snippet.has("result")).isFalse();
        assertThat(snippet.toString()).doesNotContain(created.at("/deleteToken").asString());
    }

    @Test
    void optionsAreKeptAndUsed() throws Exception {
        ObjectNode body =
                ApiClient.c("int printf();\nint main(void) { printf(\"%ld\", __STDC_VERSION__); }");
        body.put("result", "run").putArray("options").add("std=c11").add("O1");

        JsonNode snippet = api.get("/api/v1/snippets/" + id(create(body))).json();

        assertThat(snippet.at("/options")).isEqualTo(body.at("/options"));
        assertThat(snippet.at("/result/run/stdout").asString())
                .as(snippet.toString())
                .isEqualTo("201112");
    }

    @Test
    void onRequestItIsRunFirstAndTheResultIsKept() throws Exception {
        ObjectNode body = ApiClient.python("print('kept\\0')").put("result", "run");

        JsonNode snippet = api.get("/api/v1/snippets/" + id(create(body))).json();

        assertThat(snippet.at("/result/run/stdout").asString()).isEqualTo("kept\0\n");
        assertThat(snippet.at("/result/run/outcome/exitCode").asInt()).isZero();
        assertThat(snippet.at("/result/language").asString()).isEqualTo("python3");
    }

    @Test
    void theRawFormIsPlainText() throws Exception {
        String source = "print('<script>alert(1)</script>')";
        Answer raw = api.get("/s/" + id(create(ApiClient.python(source))) + "/raw");

        assertThat(raw.text()).isEqualTo(source);
        assertThat(raw.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(raw.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(raw.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    }

    @Test
    void onlyTheDeleteTokenDeletes() throws Exception {
        JsonNode created = create(ApiClient.python("print(1)"));
        JsonNode other = create(ApiClient.python("print(2)"));
        String path = "/api/v1/snippets/" + id(created);

        assertThat(api.delete(path).status()).isEqualTo(401);
        assertThat(api.delete(path, "Authorization", bearer(other)).status()).isEqualTo(404);
        assertThat(api.get(path).status()).isEqualTo(200);
        assertThat(api.delete(path, "Authorization", bearer(created)).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.delete(path, "Authorization", bearer(created)).status()).isEqualTo(404);
    }

    @Test
    void theDatabaseHoldsNoDeleteToken() throws Exception {
        JsonNode created = create(ApiClient.python("print(1)"));
        String row =
                jdbc.sql("SELECT snippet::text FROM snippet WHERE id = :id")
                        .param("id", id(created))
                        .query(String.class)
                        .single();
        assertThat(row).doesNotContain(created.at("/deleteToken").asString());
    }

    @Test
    void aSnippetNeverChanges() throws Exception {
        String id = id(create(ApiClient.python("print(1)")));
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE snippet SET title = 'x' WHERE id = :id")
                                .param("id", id)
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changes");
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE snippet_file SET content = '' WHERE snippet = :id")
                                .param("id", id)
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changes");
    }

    @Test
    void tooMuchIsRefusedWithTheLimit() throws Exception {
        ObjectNode body = ApiClient.python("#".repeat(600_000)).put("stdin", "x".repeat(600_000));
        Answer answer = api.post("/api/v1/snippets", body);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().at("/limit").asString()).isEqualTo("1048576 bytes");
        assertThat(answer.text()).hasSizeLessThan(1000);
    }

    @Test
    void aWrongRequestStoresNothing() throws Exception {
        long before = count();
        assertThat(refused(ApiClient.python("print(1)").put("title", "a\nb"))).isEqualTo("title");
        assertThat(refused(ApiClient.python("print(1)").put("titel", "a"))).isEqualTo("titel");
        assertThat(refused(ApiClient.python("print(1)").put("result", "keep"))).isEqualTo("result");
        assertThat(refused(ApiClient.program("python3", "../x", ""))).isEqualTo("files[0].name");
        ObjectNode options = ApiClient.c("");
        options.putArray("options").add("std=c11").add("std=c0x");
        assertThat(refused(options)).isEqualTo("options[1]");
        assertThat(refused(ApiClient.c("").put("version", "0.1"))).isEqualTo("version");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void whatDoesNotExistIsNotFound() throws Exception {
        for (String id : new String[] {"aaaaaaaaaaaa", "0", "%00", "a'b", "A".repeat(500)}) {
            assertThat(api.get("/api/v1/snippets/" + id).status()).as(id).isIn(400, 404);
            assertThat(api.get("/s/" + id + "/raw").status()).as(id).isIn(400, 404);
        }
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM snippet").query(Long.class).single();
    }

    private String refused(JsonNode body) throws Exception {
        Answer answer = api.post("/api/v1/snippets", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().at("/field").asString();
    }

    private JsonNode create(JsonNode body) throws Exception {
        Answer answer = api.post("/api/v1/snippets", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/snippets/" + id(answer.json()));
        return answer.json();
    }

    private static String id(JsonNode created) {
        return created.at("/id").asString();
    }

    private static String bearer(JsonNode created) {
        return "Bearer " + created.at("/deleteToken").asString();
    }
}
