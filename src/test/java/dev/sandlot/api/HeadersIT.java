package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Every kind of answer that the server gives, down to its refusal of what isn't HTTP.
@ApiTest
class HeadersIT {

    private static final String RUN =
            """
            {"language": "python3", "files": [{"name": "main.py", "content": "print(1)"}]}\
            """;

    @Autowired private ApiClient api;

    /// What an answer may do in a browser.
    private enum Policy {
        /// Nothing at all.
        DATA(
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"),
        PAGE(
                "default-src 'none'; script-src 'nonce-[A-Za-z0-9+/]{24}' 'strict-dynamic';"
                        + " style-src-elem 'self' 'nonce-[A-Za-z0-9+/]{24}'( 'sha256-[^']{44}'){2};"
                        + " style-src-attr 'unsafe-hashes'( 'sha256-[^']{44}'){2};"
                        + " img-src 'self' data:; connect-src 'self'; frame-src 'self';"
                        + " base-uri 'self'; form-action 'none'; frame-ancestors 'none';"
                        + " require-trusted-types-for 'script';"
                        + " trusted-types lit-html sandlot default"),
        DOCS(
                "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[^']{44}';"
                        + " img-src 'self' data:; connect-src 'self'; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors 'none'"),
        /// A page that a program made, in a frame.
        MADE(
                "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline';"
                        + " style-src 'unsafe-inline'; img-src data:; font-src data:;"
                        + " media-src data:; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'self'");

        private final Pattern header;

        Policy(String header) {
            this.header = Pattern.compile(header);
        }
    }

    private enum Kind {
        PLAYGROUND(200, Policy.PAGE, get("/")),
        PROBLEM_LIST(200, Policy.PAGE, get("/practice")),
        PROBLEM(200, Policy.PAGE, get("/practice/fizzbuzz")),
        FRAME_FOR_A_MADE_PAGE(200, Policy.MADE, get("/made")),
        NO_SUCH_SNIPPET(404, Policy.PAGE, get("/s/none")),
        NO_SUCH_PAGE(404, Policy.PAGE, get("/nothing")),
        MESSAGE_OF_NO_SESSION(200, Policy.DATA, post("/?v-r=uidl", "{}")),
        MESSAGE_TOO_LONG(413, Policy.DATA, head("POST", "/?v-r=uidl", "Content-Length: 99999999")),
        MESSAGE_WITHOUT_END(
                411,
                Policy.DATA,
                head("POST", "/?v-r=uidl", "Transfer-Encoding: chunked") + "0\n\n"),
        PUSH_OF_NO_SESSION(200, Policy.DATA, get("/VAADIN/push?v-r=push&v-uiId=0")),
        STYLES(200, Policy.DATA, get("/styles.css")),
        ICON(200, Policy.DATA, get("/favicon.svg")),
        SCRIPT(200, Policy.DATA, get("/VAADIN/static/push/vaadinPush-min.js")),
        NO_SUCH_SCRIPT(404, Policy.DATA, get("/VAADIN/build/nothing.js")),
        HEALTH(200, Policy.DATA, get("/health")),
        LANGUAGES(200, Policy.DATA, get("/api/v1/languages")),
        RUN_RESULT(200, Policy.DATA, post("/api/v1/runs", RUN)),
        LIVE_RUN(200, Policy.DATA, post("/api/v1/runs", RUN, "Accept: text/event-stream")),
        SNIPPET_CREATED(201, Policy.DATA, post("/api/v1/snippets", RUN)),
        NO_SUCH_RAW_SNIPPET(404, Policy.DATA, get("/s/none/raw")),
        INVALID(400, Policy.DATA, post("/api/v1/runs", "{")),
        NO_SUCH_RESOURCE(404, Policy.DATA, get("/api/v1/nothing")),
        WRONG_METHOD(405, Policy.DATA, get("/api/v1/runs")),
        NOT_ACCEPTABLE(406, Policy.DATA, get("/api/v1/languages", "Accept: image/png")),
        NOT_JSON(415, Policy.DATA, head("POST", "/api/v1/runs", "Content-Length: 0")),
        PREFLIGHT(
                200,
                Policy.DATA,
                head(
                        "OPTIONS",
                        "/api/v1/runs",
                        "Origin: https://elsewhere.example",
                        "Access-Control-Request-Method: POST")),
        OPENAPI(200, Policy.DATA, get("/openapi.json")),
        DOCS(302, Policy.DATA, get("/docs")),
        DOCS_PAGE(200, Policy.DOCS, get("/swagger-ui/index.html")),
        DOCS_SCRIPT(200, Policy.DOCS, get("/swagger-ui/swagger-ui-bundle.js")),
        ERROR_PAGE(500, Policy.DATA, get("/error")),
        TRACE(405, Policy.DATA, head("TRACE", "/")),
        BAD_ESCAPE(400, Policy.DATA, get("/%00")),
        BAD_TARGET(400, Policy.DATA, get("/<script>alert(1)</script>")),
        BAD_HOST(400, Policy.DATA, "GET / HTTP/1.1\nHost: <b>\n\n"),
        NO_HOST(400, Policy.DATA, "GET / HTTP/1.1\n\n"),
        HEADER_TOO_LONG(400, Policy.DATA, get("/", "X-Long: " + "x".repeat(20_000))),
        UNKNOWN_ENCODING(501, Policy.DATA, head("POST", "/", "Transfer-Encoding: none")),
        UNKNOWN_VERSION(505, Policy.DATA, "GET / HTTP/9.1\nHost: localhost\n\n"),
        NO_HTTP(400, Policy.DATA, "garbage\n\n");

        private final int status;
        private final Policy policy;
        private final String request;

        Kind(int status, Policy policy, String request) {
            this.status = status;
            this.policy = policy;
            this.request = request;
        }
    }

    private static String get(String path, String... headers) {
        return head("GET", path, headers);
    }

    private static String post(String path, String body, String... headers) {
        String length = "Content-Type: application/json\nContent-Length: " + body.length();
        return head("POST", path, length, String.join("\n", headers)) + body;
    }

    private static String head(String method, String path, String... headers) {
        String lines = String.join("\n", headers).strip();
        return "%s %s HTTP/1.1\nHost: localhost\nConnection: close\n%s\n\n"
                .formatted(method, path, lines)
                .replace("\n\n\n", "\n\n");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void isSafe(Kind kind) throws Exception {
        RawAnswer answer = RawAnswer.to(api.root(), kind.request);

        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(answer.status()).isEqualTo(kind.status);
            softly.assertThat(answer.header("content-security-policy")).matches(kind.policy.header);
            softly.assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
            softly.assertThat(answer.header("x-frame-options"))
                    .isEqualTo(kind.policy == Policy.MADE ? "SAMEORIGIN" : "DENY");
            softly.assertThat(answer.header("referrer-policy"))
                    .isEqualTo(kind.policy == Policy.MADE ? "no-referrer" : "same-origin");
            softly.assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
            softly.assertThat(answer.header("cross-origin-resource-policy"))
                    .isEqualTo("same-origin");
            softly.assertThat(answer.header("permissions-policy")).contains("camera=()");
            softly.assertThat(answer.header("cache-control"))
                    .matches("(.*no-store.*|max-age=3600)");
            softly.assertThat(answer.headers())
                    .doesNotContainKeys("server", "x-powered-by", "via", "x-application-context");
            softly.assertThat(answer.header("set-cookie"))
                    .matches("|JSESSIONID=[0-9A-F]+; Path=/; HttpOnly; SameSite=Lax");
            if (kind.policy == Policy.DATA && kind.status >= 400) {
                softly.assertThat(answer.body())
                        .doesNotContain("<script", "\tat ", "Exception", "Tomcat", "org.", "java.");
            }
        });
    }

    @Test
    void onlyDataThatIsTheSameForAllMayBeKept() throws Exception {
        for (Kind kind : List.of(Kind.PLAYGROUND, Kind.SNIPPET_CREATED, Kind.RUN_RESULT)) {
            assertThat(RawAnswer.to(api.root(), kind.request).header("cache-control"))
                    .as("%s", kind)
                    .isEqualTo("no-store");
        }
    }

    @Test
    void eachPageHasANonceOfItsOwn() throws Exception {
        assertThat(nonce()).isNotEqualTo(nonce());
    }

    private String nonce() throws Exception {
        RawAnswer page = RawAnswer.to(api.root(), Kind.PLAYGROUND.request);
        Matcher nonce =
                Pattern.compile("'nonce-([^']+)'").matcher(page.header("content-security-policy"));
        assertThat(nonce.find()).isTrue();
        assertThat(page.body()).contains("nonce=\"" + nonce.group(1) + "\"");
        return nonce.group(1);
    }
}
