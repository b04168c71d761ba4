package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.api.ApiClient.Answer;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/// Requests that are refused: each names what is wrong, none quotes the source.
@ApiTest
class RefusalsApiIT {

    private static final String SOURCE = "S3cretSource";

    @Autowired private ApiClient api;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"language":"cobol","files":[F]}                              | language
                    {"language":"c","version":"0.1","files":[F]}                  | version
                    {"language":"c","files":[]}                                   | files
                    {"files":[F]}                                                 | language
                    {"language":"c"}                                              | files
                    {"language":null,"files":[F]}                                 | language
                    {"language":"c","files":[null]}                               | files[0]
                    {"language":"c","files":[F,F]}                                | files[1].name
                    {"language":"c","files":[{"name":"../x","content":"C"}]}      | files[0].name
                    {"language":"c","files":[{"name":"x"}]}                       | files[0].content
                    {"language":"c","files":[{"name":"x","content":"C","encoding":"base64"}]} | files[0].content
                    {"language":"c","files":[{"name":"x","content":"C","encoding":"hex"}]}    | files[0].encoding
                    {"language":"c","files":[F],"stdn":""}                        | stdn
                    {"language":"c","files":[F],"stdin":5}                        | stdin
                    {"language":"c","files":[F],"stdin":{"content":"","x":1}}     | stdin.x
                    {"language":"c","files":[F],"args":"foo"}                     | args
                    {"language":"c","files":[F],"args":[1]}                       | args[0]
                    {"language":"c","files":[F],"args":[null]}                    | args[0]
                    {"language":"c","files":[F],"env":{"LD_PRELOAD":"/x"}}        | env
                    {"language":"c","files":[F],"options":["-fplugin=x"]}         | options[0]
                    {"language":"c","files":[F],"collect":["/etc/passwd"]}        | collect[0]
                    {"language":"c","files":[F],"limits":{"run":{"cpuTimeMs":0}}} | limits.run.cpuTimeMs
                    {"language":"c","files":[F],"limits":{"run":{"cpuTimeMs":-5}}} | limits.run.cpuTimeMs
                    {"language":"c","files":[F],"limits":{"run":{"cpuTimeMs":1.5}}} | limits.run.cpuTimeMs
                    {"language":"c","files":[F],"limits":{"run":{"cpuTimeMs":"5"}}} | limits.run.cpuTimeMs
                    {"language":"c","files":[F],"limits":{"run":{"cpuTimeMs":true}}} | limits.run.cpuTimeMs
                    {"language":"c","files":[F],"limits":{"run":{"cpuTimeMs":99999999999999999999}}} | limits.run.cpuTimeMs
                    {"language":"c","files":[{"name":"main.c","content":"\\ud800"}]} | files[0].content
                    {"language":"c","files":[F],"expectedOutput":"\\udc00"}       | expectedOutput
                    """)
    void namesTheField(String body, String field) throws Exception {
        Answer answer = post(withFile(body));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/field").asString()).as(answer.text()).isEqualTo(field);
        assertThat(answer.json().at("/title").asString()).isEqualTo("Bad Request");
        assertThat(answer.json().at("/detail").asString()).isNotBlank();
        assertThat(answer.text()).doesNotContain(SOURCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "5",
                "{",
                "S3cretSource",
                "{\"language\":\"c\",\"language\":\"c\",\"files\":[F]}",
                "{\"language\":\"c\",\"files\":[F]} {}",
                "{\"language\":\"c\",\"files\":[F],\"limits\":{\"run\":{\"cpuTimeMs\":NaN}}}",
                "{\"language\":\"c\",\"files\":[F],\"limits\":{\"run\":{\"cpuTimeMs\":1e400}}}",
                "{\"language\":\"c\",\"files\":[F],}",
                "{'language':'c'}"
            })
    void whatIsNotProperJsonIsRefused(String body) throws Exception {
        Answer answer = post(withFile(body));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain(SOURCE);
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        Answer answer = post("{\"args\":" + "[".repeat(100_000));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aHugeNumberIsRefused() throws Exception {
        Answer answer = post("{\"limits\":{\"run\":{\"cpuTimeMs\":" + "9".repeat(100_000) + "}}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).hasSizeLessThan(1000);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws Exception {
        byte[] body =
                withFile("{\"language\":\"c\",\"files\":[F]}").getBytes(StandardCharsets.UTF_8);
        body[body.length - 6] = (byte) 0xff;
        Answer answer = api.post("/api/v1/runs", BodyPublishers.ofByteArray(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    @Test
    void filesOverTheLimitAreRefusedWithSizeAndLimit() throws Exception {
        Answer answer = api.post("/api/v1/runs", ApiClient.c("/".repeat(1024 * 1024 + 1)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/value").asString()).isEqualTo("1048577 bytes");
        assertThat(answer.json().at("/limit").asString()).isEqualTo("1048576 bytes");
    }

    @Test
    void anAnnouncedBodyOverTheLimitIsRefusedUnread() throws Exception {
        Answer answer =
                api.post("/api/v1/runs", BodyPublishers.ofByteArray(new byte[8 * 1024 * 1024 + 1]));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().at("/limit").asString()).isEqualTo("8388608 bytes");
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedAtTheLimit() throws Exception {
        Endless body = new Endless("{\"language\":\"", 9 * 1024 * 1024);
        Answer answer = api.post("/api/v1/runs", BodyPublishers.ofInputStream(() -> body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.text()).hasSizeLessThan(1000);
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        ObjectNode body = ApiClient.python("print(1)");
        Answer answer = api.post("/api/v1/runs", body, "Accept", "image/png");
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void otherMethodsAndPathsAreRefusedAsProblems() throws Exception {
        assertThat(api.get("/api/v1/runs").status()).isEqualTo(405);
        assertThat(api.get("/api/v1/runs").header("Content-Type"))
                .isEqualTo("application/problem+json");
        Answer nothing = api.get("/api/v1/nothing");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void anUnknownFormOfOutputIsRefused() throws Exception {
        Answer answer = api.post("/api/v1/runs?output=hex", ApiClient.python("print(1)"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/field").asString()).isEqualTo("output");
    }

    private Answer post(String body) throws Exception {
        return api.post("/api/v1/runs", body);
    }

    private static String withFile(String body) {
        return body.replace(
                        "F]",
                        "{\"name\":\"main.c\",\"content\":\"int main(){} //" + SOURCE + "\"}]")
                .replace("F,", "{\"name\":\"main.c\",\"content\":\"" + SOURCE + "\"},")
                .replace("\"C\"", "\"" + SOURCE + "!\"");
    }

    /// A start, then the letter a up to a length that nobody announces.
    private static final class Endless extends InputStream {

        private final byte[] start;
        private final int length;
        private int position;

        Endless(String start, int length) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            if (position == length) {
                return -1;
            }
            int b = position < start.length ? start[position] : 'a';
            position++;
            return b;
        }
    }
}
