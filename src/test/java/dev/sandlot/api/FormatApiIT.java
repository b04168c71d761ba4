package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sandlot.api.ApiClient.Answer;
import dev.sandlot.sandbox.Sandbox;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Formatting over REST, with real formatters in the real jail.
@ApiTest
class FormatApiIT {

    private static final String SOURCE = "S3cretSource";

    @Autowired private ApiClient api;
    @Autowired private Sandbox sandbox;

    @BeforeEach
    void awaitSandbox() {
        await().atMost(Duration.ofMinutes(1)).until(() -> sandbox.health().accepting());
    }

    @Test
    void theTextComesBackFormatted() throws Exception {
        JsonNode report =
                format("go", "main.go", "package main\nfunc main( ){\nprintln( \"é\" )}\n");

        assertThat(report.at("/formatted").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.at("/content").asString())
                .isEqualTo("package main\n\nfunc main() {\n\tprintln(\"é\")\n}\n");
        assertThat(report.at("/language").asString()).isEqualTo("go");
        assertThat(report.at("/version").asString()).startsWith("1.");
        assertThat(report.at("/outcome/exitCode").asInt(-1)).isZero();
        assertThat(report.has("refusal")).isFalse();
        assertThat(report.at("/diagnostics").isEmpty()).isTrue();
    }

    @Test
    void whatIsFormattedStaysAsItIs() throws Exception {
        String source = "package main\n\nfunc main() {}\n";
        JsonNode report = format("go", "main.go", source);
        assertThat(report.at("/formatted").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.at("/content").asString()).isEqualTo(source);
    }

    @Test
    void sourceThatTheFormatterRefusesComesBackWithTheLine() throws Exception {
        String broken = "package main\n\nfunc main() {\n\tx := }\n";
        JsonNode report = format("go", "cmd/tool.go", broken);

        assertThat(report.at("/formatted").asBoolean()).isFalse();
        assertThat(report.at("/content").asString()).isEqualTo(broken);
        assertThat(report.at("/refusal").asString()).startsWith("Line 4: expected operand");
        assertThat(report.at("/stderr").asString()).contains(":4:7: expected operand");
        assertThat(report.at("/diagnostics/0/file").asString()).isEqualTo("cmd/tool.go");
        assertThat(report.at("/diagnostics/0/line").asInt()).isEqualTo(4);
        assertThat(report.at("/diagnostics/0/column").asInt()).isEqualTo(7);
        assertThat(report.at("/diagnostics/0/severity").asString()).isEqualTo("error");
    }

    @Test
    void aLongTextIsTakenWhole() throws Exception {
        String line = "// " + "x".repeat(77) + "\n";
        String source = "package main\n\n" + line.repeat(12_000) + "func main() {}\n";
        JsonNode report = format("go", "main.go", source);
        assertThat(report.at("/content").asString()).isEqualTo(source);
        assertThat(report.at("/formatted").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"language":"nolanguage","file":F}               | language
                    {"language":"go","version":"0.1","file":F}       | version
                    {"file":F}                                       | language
                    {"language":"go"}                                | file
                    {"language":"go","file":null}                    | file
                    {"language":"go","file":"C"}                     | file
                    {"language":"go","files":[F]}                    | file
                    {"language":"go","file":F,"options":[]}          | options
                    {"language":"go","file":{"content":"C"}}         | file.name
                    {"language":"go","file":{"name":"../x.go","content":"C"}}                     | file.name
                    {"language":"go","file":{"name":"m.go","content":"C","encoding":"base64"}}    | file.content
                    {"language":"go","file":{"name":"m.go","content":"/w==","encoding":"base64"}} | file.content
                    {"language":"go","file":{"name":"m.go","content":"\\ud800"}}                  | file.content
                    """)
    void namesTheField(String body, String field) throws Exception {
        String file = "{\"name\":\"main.go\",\"content\":\"" + SOURCE + "\"}";
        Answer answer =
                api.post(
                        "/api/v1/format",
                        body.replace("F", file).replace("\"C\"", "\"" + SOURCE + "\""));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/field").asString()).as(answer.text()).isEqualTo(field);
        assertThat(answer.text()).doesNotContain(SOURCE);
    }

    private JsonNode format(String language, String name, String source) throws Exception {
        ObjectNode body = ApiClient.object().put("language", language);
        body.putObject("file").put("name", name).put("content", source);
        Answer answer = api.post("/api/v1/format", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
