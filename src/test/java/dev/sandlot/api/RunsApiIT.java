package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.api.ApiClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs over REST: what a program does is a result with all its figures.
@ApiTest
class RunsApiIT {

    private static final String HELLO =
            """
            #include <stdio.h>
            int main(void) { puts("Hello, World!"); }
            """;

    @Autowired private ApiClient api;

    @Test
    void compilesAndRuns() throws Exception {
        JsonNode answer = run(ApiClient.c(HELLO + "// " + System.nanoTime()));

        assertThat(answer.at("/language").asString()).isEqualTo("c");
        assertThat(answer.at("/version").asString()).matches("\\d+\\.\\d+.*");
        JsonNode compile = answer.at("/compile");
        assertThat(compile.at("/outcome/type").asString()).isEqualTo("exited");
        assertThat(compile.at("/cached").asBoolean()).isFalse();
        assertThat(compile.at("/cpuTimeMs").asLong()).isPositive();
        assertThat(compile.at("/limits/cpuTimeMs").asLong()).isPositive();
        JsonNode run = answer.at("/run");
        assertThat(run.at("/outcome").toString()).isEqualTo("{\"type\":\"exited\",\"exitCode\":0}");
        assertThat(run.at("/stdout").asString()).isEqualTo("Hello, World!\n");
        assertThat(run.at("/stderr").asString()).isEmpty();
        assertThat(run.at("/peakMemoryBytes").asLong()).isPositive();
        assertThat(run.at("/files").isEmpty()).isTrue();
        assertThat(answer.has("passed")).isFalse();
    }

    @Test
    void theSecondTimeTheCompiledProgramIsThereAlready() throws Exception {
        ObjectNode hello = ApiClient.c(HELLO + "// twice " + System.nanoTime());
        run(hello);
        JsonNode answer = run(hello);
        assertThat(answer.at("/compile/cached").asBoolean()).isTrue();
        assertThat(answer.at("/run/stdout").asString()).isEqualTo("Hello, World!\n");
    }

    @Test
    void aCompileErrorIsAResultWithDiagnostics() throws Exception {
        JsonNode answer = run(ApiClient.c("int main(void) {\n    return x;\n}\n"));

        assertThat(answer.has("run")).isFalse();
        assertThat(answer.at("/compile/outcome/exitCode").asInt()).isEqualTo(1);
        JsonNode error = answer.at("/compile/diagnostics/0");
        assertThat(error.at("/file").asString()).isEqualTo("main.c");
        assertThat(error.at("/line").asInt()).isEqualTo(2);
        assertThat(error.at("/column").asInt()).isEqualTo(12);
        assertThat(error.at("/severity").asString()).isEqualTo("error");
        assertThat(error.at("/message").asString()).contains("undeclared");
    }

    @Test
    void aTracebackIsAResultWithDiagnostics() throws Exception {
        JsonNode answer = run(ApiClient.python("def f(x):\n    return 1 // x\n\nf(0)\n"));

        assertThat(answer.at("/run/outcome/exitCode").asInt()).isEqualTo(1);
        assertThat(answer.at("/run/diagnostics")).hasSize(1);
        JsonNode error = answer.at("/run/diagnostics/0");
        assertThat(error.at("/file").asString()).isEqualTo("main.py");
        assertThat(error.at("/line").asInt()).isEqualTo(2);
        assertThat(error.at("/severity").asString()).isEqualTo("error");
        assertThat(error.at("/message").asString()).startsWith("ZeroDivisionError");
        assertThat(run(ApiClient.python("print(1)")).at("/run/diagnostics").isEmpty()).isTrue();
    }

    @Test
    void aWarningComesWithTheResult() throws Exception {
        JsonNode answer = run(ApiClient.c("int main(void) { int unused; return 0; }"));
        assertThat(answer.at("/run/outcome/exitCode").asInt()).isZero();
        assertThat(answer.at("/compile/diagnostics/0/severity").asString()).isEqualTo("warning");
    }

    @Test
    void readsInputArgumentsVariablesAndFiles() throws Exception {
        ObjectNode body =
                ApiClient.python(
                        """
                        import os, sys
                        from helper import greet
                        print(sys.stdin.read(), sys.argv[1:], os.environ["MODE"])
                        print(open("data/in.bin", "rb").read(), greet)
                        """);
        body.withArray("files").addObject().put("name", "helper.py").put("content", "greet = 'hi'");
        body.withArray("files")
                .addObject()
                .put("name", "data/in.bin")
                .put("content", "AAH/")
                .put("encoding", "base64");
        body.put("stdin", "3 4");
        body.putArray("args").add("foo").add("b ar");
        body.putObject("env").put("MODE", "fast");

        assertThat(run(body).at("/run/stdout").asString())
                .isEqualTo("3 4 ['foo', 'b ar'] fast\nb'\\x00\\x01\\xff' hi\n");
    }

    @Test
    void saysWhetherTheOutputIsTheExpectedOne() throws Exception {
        ObjectNode body = ApiClient.python("print('7  8')").put("expectedOutput", "7\n8");
        assertThat(run(body).at("/passed").asBoolean()).isTrue();
        body.put("expectedOutput", "7 9");
        assertThat(run(body).at("/passed").asBoolean(true)).isFalse();
    }

    @Test
    void returnsTheFilesThatWereAskedFor() throws Exception {
        ObjectNode body =
                ApiClient.python("open('out.bin', 'wb').write(bytes([0, 255])); open('b', 'w')");
        body.putArray("collect").add("out.bin").add("missing");

        JsonNode files = run(body).at("/run/files");

        assertThat(files.size()).isEqualTo(1);
        assertThat(files.at("/0/name").asString()).isEqualTo("out.bin");
        assertThat(Base64.getDecoder().decode(files.at("/0/content").asString()))
                .containsExactly(0, 255);
    }

    @Test
    void bytesThatAreNotUtf8AreReplacedOrComeAsBase64() throws Exception {
        ObjectNode body =
                ApiClient.python("import sys; sys.stdout.buffer.write(b'a\\xff\\xc3\\xa9')");

        assertThat(run(body).at("/run/stdout").asString()).isEqualTo("a\ufffdé");
        Answer answer = api.post("/api/v1/runs?output=base64", body);
        assertThat(Base64.getDecoder().decode(answer.json().at("/run/stdout").asString()))
                .containsExactly('a', 0xff, 0xc3, 0xa9);
    }

    @Test
    void aCrashIsASignal() throws Exception {
        JsonNode run = run(ApiClient.c("#include <stdlib.h>\nint main() { abort(); }")).at("/run");
        assertThat(run.at("/outcome").toString())
                .isEqualTo("{\"type\":\"signalled\",\"signal\":\"SIGABRT\"}");
    }

    @Test
    void anEndlessLoopMeetsItsLimitAndTheOutputSoFarIsThere() throws Exception {
        ObjectNode body = ApiClient.python("print('so far', flush=True)\nwhile True: pass");
        body.putObject("limits").putObject("run").put("cpuTimeMs", 300);

        JsonNode run = run(body).at("/run");

        assertThat(run.at("/outcome").toString())
                .isEqualTo("{\"type\":\"limitExceeded\",\"limit\":\"cpuTime\"}");
        assertThat(run.at("/stdout").asString()).isEqualTo("so far\n");
        assertThat(run.at("/limits/cpuTimeMs").asLong()).isEqualTo(300);
        assertThat(run.at("/cpuTimeMs").asLong()).isBetween(290L, 500L);
    }

    @Test
    void limitsAboveTheMaximumAreLoweredAndReported() throws Exception {
        ObjectNode body = ApiClient.python("print(1)");
        body.putObject("limits").putObject("run").put("cpuTimeMs", Long.MAX_VALUE);

        JsonNode run = run(body).at("/run");

        assertThat(run.at("/outcome/exitCode").asInt()).isZero();
        assertThat(run.at("/limits/cpuTimeMs").asLong()).isBetween(1000L, 600_000L);
    }

    @Test
    void outputOverItsLimitIsCut() throws Exception {
        ObjectNode body = ApiClient.python("print('x' * 5000)");
        body.putObject("limits").putObject("run").put("outputBytes", 1000);

        JsonNode run = run(body).at("/run");

        assertThat(run.at("/outcome/limit").asString()).isEqualTo("output");
        assertThat(run.at("/stdoutTruncated").asBoolean()).isTrue();
        assertThat(run.at("/stdout").asString()).isEqualTo("x".repeat(1000));
    }

    @Test
    void anOptionBecomesItsFlags() throws Exception {
        JsonNode c =
                api.get("/api/v1/languages")
                        .json()
                        .valueStream()
                        .filter(language -> language.at("/id").asString().equals("c"))
                        .findFirst()
                        .orElseThrow();
        String option = c.at("/options/0/id").asString();
        ObjectNode body = ApiClient.c("int main(void) { return 0; }");
        body.putArray("options").add(option);

        assertThat(run(body).at("/run/outcome/exitCode").asInt()).isZero();
    }

    @Test
    void anySiteMayAskWithoutCookies() throws Exception {
        Answer answer =
                api.post(
                        "/api/v1/runs", ApiClient.python("print(1)"), "Origin", "http://docs.test");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void aProgramMayBeBigAsLongAsItIsWithinTheLimits() throws Exception {
        ObjectNode body = ApiClient.python("import sys; print(len(sys.stdin.read()))");
        body.put("stdin", "é".repeat(500_000));
        assertThat(run(body).at("/run/stdout").asString()).isEqualTo("500000\n");
        assertThat("é".repeat(500_000).getBytes(StandardCharsets.UTF_8)).hasSize(1_000_000);
    }

    private JsonNode run(JsonNode body) throws Exception {
        Answer answer = api.post("/api/v1/runs", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
