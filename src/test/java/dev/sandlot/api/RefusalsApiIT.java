package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.api.ApiClient.Answer;
import dev.sandlot.attack.Attacks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    @Attacks({142, 156, 158})
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"language":"klingon","files":[F]}                              | language
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
                    {"language":"c","files":[F],"options":["O1","O2"]}            | options[1]
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

    @Attacks(158)
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

    /// Whatever a file system, a shell or a compiler could take for something else.
    @Attacks(156)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "a/../../b",
                "/abs",
                "//x",
                "a//b",
                "a/",
                ".",
                "..",
                "a/.",
                "a/..",
                "",
                " ",
                "..\\x",
                "a\\b",
                "C:\\x",
                "C:",
                "a:b",
                "x\0y",
                "line\nbreak",
                "tab\t",
                "\u001b[2J",
                "\u007f",
                "-o",
                "-rf",
                "a/-x",
                "@list",
                "a*",
                "a?",
                "<script>",
                "a|b",
                "a\"b",
                "name.",
                "name ",
                " name",
                "\u202egnp.c",
                "\u200bmain.c",
                "\ufeffmain.c",
                "\u2028",
                "main",
                "MAIN",
                "Main"
            })
    void aFileNameThatMayLeadElsewhereIsRefused(String name) throws Exception {
        Answer answer = api.post("/api/v1/runs", ApiClient.program("c", name, SOURCE));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/field").asString()).isEqualTo("files[0].name");
        assertThat(answer.text()).doesNotContain(SOURCE);
    }

    @Attacks(156)
    @Test
    void aFileNameIsAtMost255BytesLong() throws Exception {
        String name = "ü".repeat(126) + ".c";
        assertThat(postNames("c", name).status()).isEqualTo(200);
        assertThat(postNames("c", "ü" + name).status()).isEqualTo(400);
        assertThat(postNames("c", "x".repeat(100_000)).text()).hasSizeLessThan(2_000);
    }

    @Attacks(156)
    @ParameterizedTest
    @ValueSource(
            strings = {"a.c|a.c", "a.c|A.C", "a|a/b", "a/b|a", "a/b/c|A/B", "a/b|a/B", "ä.c|Ä.C"})
    void namesThatClashAreRefused(String names) throws Exception {
        Answer answer = postNames("c", names.split("\\|"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/field").asString()).isEqualTo("files[1].name");
    }

    /// What a compiler makes under the same name wins, whatever came with the sources.
    @Attacks(156)
    @Test
    void aProgramThatCameWithTheSourcesIsNotTheOneThatRuns() throws Exception {
        ObjectNode body =
                ApiClient.program(
                        "java",
                        "Main.java",
                        "class Main { public static void main(String[] a) { System.out.println(42); } }");
        for (String name : new String[] {"Main.class", ".main", "run", "compile"}) {
            body.withArray("files").addObject().put("name", name).put("content", "-version");
        }

        assertThat(api.post("/api/v1/runs", body).json().at("/run/stdout").asString())
                .isEqualTo("42\n");
    }

    /// A link in it, a name that leads out, more in it than fits anywhere: nobody looks inside.
    @Attacks(157)
    @Test
    void anArchiveIsAFileLikeAnyOther() throws Exception {
        byte[] archive = archive();
        ObjectNode body =
                ApiClient.python(
                        """
                        import hashlib, os
                        print(sorted(os.listdir()), hashlib.sha256(open("x.zip", "rb").read()).hexdigest())
                        """);
        body.withArray("files")
                .addObject()
                .put("name", "x.zip")
                .put("content", Base64.getEncoder().encodeToString(archive))
                .put("encoding", "base64");

        assertThat(api.post("/api/v1/runs", body).json().at("/run/stdout").asString())
                .isEqualTo("['main.py', 'x.zip'] " + sha256(archive) + "\n");
    }

    @Attacks(157)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/zip",
                "application/x-tar",
                "application/gzip",
                "application/octet-stream",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "text/plain",
                "application/xml"
            })
    void anArchiveIsNoRequest(String type) throws Exception {
        Answer answer = api.postAs(type, "/api/v1/runs", BodyPublishers.ofByteArray(archive()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Attacks({157, 158})
    @Test
    void aCompressedRequestIsNotUnpacked() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write("{\"language\":\"".getBytes(StandardCharsets.UTF_8));
            gzip.write(new byte[64 * 1024 * 1024]);
        }

        Answer answer =
                api.post(
                        "/api/v1/runs",
                        BodyPublishers.ofByteArray(bomb.toByteArray()),
                        "Content-Encoding",
                        "gzip");

        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    }

    @Attacks(158)
    @Test
    void tooManyFilesAreRefused() throws Exception {
        ObjectNode body = ApiClient.c(SOURCE);
        for (int i = 0; i < 100_000; i++) {
            body.withArray("files").addObject().put("name", "f" + i).put("content", "");
        }

        Answer answer = api.post("/api/v1/runs", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/field").asString()).isEqualTo("files");
        assertThat(answer.text()).hasSizeLessThan(1_000);
    }

    @Attacks(158)
    @ParameterizedTest
    @ValueSource(strings = {"content", "stdin", "args", "env"})
    void aHundredMebibytesAreRefusedUnread(String where) throws Exception {
        Endless body = new Endless("{\"language\":\"c\",\"" + where + "\":\"", 100 * 1024 * 1024);

        Answer answer = api.post("/api/v1/runs", BodyPublishers.ofInputStream(() -> body));

        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.text()).hasSizeLessThan(1_000);
    }

    @Attacks(158)
    @Test
    void inputOverItsLimitIsRefusedWithSizeAndLimit() throws Exception {
        ObjectNode body = ApiClient.python("print(1)").put("stdin", "x".repeat(1024 * 1024 + 1));

        Answer answer = api.post("/api/v1/runs", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/field").asString()).isEqualTo("stdin");
        assertThat(answer.json().at("/limit").asString()).isEqualTo("1048576 bytes");
    }

    @Attacks({56, 158})
    @Test
    void argumentsAndVariablesAreBounded() throws Exception {
        ObjectNode many = ApiClient.python("print(1)");
        ObjectNode large = ApiClient.python("print(1)");
        ObjectNode variables = ApiClient.python("print(1)");
        ObjectNode nul = ApiClient.python("print(1)");
        for (int i = 0; i < 200; i++) {
            many.withArray("args").add("x");
            variables.withObject("env").put("V" + i, "x");
        }
        large.withArray("args").add("x".repeat(100_000));
        nul.withObject("env").put("V", "a\0b");

        assertThat(fieldOf(many)).isEqualTo("args");
        assertThat(fieldOf(large)).isEqualTo("args");
        assertThat(fieldOf(variables)).isEqualTo("env");
        assertThat(fieldOf(nul)).isEqualTo("env.V");
    }

    private String fieldOf(ObjectNode body) throws Exception {
        Answer answer = api.post("/api/v1/runs", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().at("/field").asString();
    }

    /// Fifty of them leave no more behind than one.
    @Attacks(158)
    @Test
    void whatIsRefusedIsNotKept() throws Exception {
        long before = usedHeap();
        for (int i = 0; i < 50; i++) {
            Endless body = new Endless("{\"language\":\"", 9 * 1024 * 1024);
            assertThat(api.post("/api/v1/runs", BodyPublishers.ofInputStream(() -> body)).status())
                    .isEqualTo(413);
        }

        assertThat(usedHeap() - before).isLessThan(64L * 1024 * 1024);
    }

    @Attacks(158)
    @Test
    void deepNestingIsRefused() throws Exception {
        Answer answer = post("{\"args\":" + "[".repeat(100_000));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Attacks(158)
    @Test
    void aHugeNumberIsRefused() throws Exception {
        Answer answer = post("{\"limits\":{\"run\":{\"cpuTimeMs\":" + "9".repeat(100_000) + "}}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).hasSizeLessThan(1000);
    }

    @Attacks(158)
    @Test
    void bytesThatAreNotUtf8AreRefused() throws Exception {
        byte[] body =
                withFile("{\"language\":\"c\",\"files\":[F]}").getBytes(StandardCharsets.UTF_8);
        body[body.length - 6] = (byte) 0xff;
        Answer answer = api.post("/api/v1/runs", BodyPublishers.ofByteArray(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    @Attacks(158)
    @Test
    void filesOverTheLimitAreRefusedWithSizeAndLimit() throws Exception {
        Answer answer = api.post("/api/v1/runs", ApiClient.c("/".repeat(1024 * 1024 + 1)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/value").asString()).isEqualTo("1048577 bytes");
        assertThat(answer.json().at("/limit").asString()).isEqualTo("1048576 bytes");
    }

    @Attacks(158)
    @Test
    void anAnnouncedBodyOverTheLimitIsRefusedUnread() throws Exception {
        Answer answer =
                api.post("/api/v1/runs", BodyPublishers.ofByteArray(new byte[8 * 1024 * 1024 + 1]));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().at("/limit").asString()).isEqualTo("8388608 bytes");
    }

    @Attacks(158)
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

    private Answer postNames(String language, String... names) throws Exception {
        ObjectNode body = ApiClient.program(language, names[0], "int main(void) { return 0; }");
        for (int i = 1; i < names.length; i++) {
            body.withArray("files").addObject().put("name", names[i]).put("content", "");
        }
        return api.post("/api/v1/runs", body);
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("../../etc/passwd", "/etc/passwd", "main.py", "a/b/c")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[100_000]);
            }
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
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
