package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import dev.sandlot.snippet.Draft;
import dev.sandlot.snippet.Snippet;
import dev.sandlot.snippet.Snippets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What strangers wrote is shown and does nothing, whichever way it comes: no script runs, the page
/// around it neither moves nor is covered, title and clipboard stay. [Watch] sees the rest.
class InertOutputIT extends BrowserStories {

    private static final String HTML = "<html><body><script>owned('raw')</script><h1>x</h1>";

    /// Where the parts of the page are, and whether they are on top there.
    private static final String CHROME =
            """
            () => ['header.top-bar', 'header .brand', 'language-picker', 'button.run', '.file-tab', '.fold', 'result-line'].map((name) => {
              const element = document.querySelector(name);
              const { x, y, width, height } = element.getBoundingClientRect();
              const onTop = element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
              return `${name} ${x} ${y} ${width} ${height} ${onTop}`;
            })
            """;

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired private Snippets snippets;

    @ParameterizedTest
    @EnumSource(HostileText.class)
    void printed(HostileText hostile) {
        openReady();
        keepInClipboard("mine");
        Object before = page.evaluate(CHROME);
        write(HostileText.printing(hostile.text()));
        run();
        assertThat(console()).containsText("the end");
        assertThat(result()).containsText("Finished");
        assertInert(before);
        for (String mark : hostile.marks()) {
            assertThat(console().locator(".stdout.mark").getByText(mark, exactly()).first())
                    .isVisible();
            assertThat(console().locator(".stderr.mark").getByText(mark, exactly()).first())
                    .isVisible();
        }
        assertThat(fromClipboard()).isEqualTo("mine");
    }

    @Test
    void printedThroughPipes() {
        openReady();
        page.keyboard().press("Control+i");
        textbox("Standard input").fill(HostileText.printable());
        textbox("Arguments").fill(HostileText.printable().replaceAll("['\"\\\\]", ""));
        Object before = page.evaluate(CHROME);
        write(
                "import sys\nprint(sys.stdin.read(), sys.argv)\n"
                        + HostileText.printing(HostileText.lines()));
        run();
        assertThat(console()).containsText("the end");
        assertInert(before);
    }

    @Test
    void comparedWithWhatWasExpected() {
        // Wide enough for the result line to be one.
        useProfile(new Browser.NewContextOptions().setViewportSize(1800, 760));
        openReady();
        page.keyboard().press("Control+i");
        textbox("Expected output").fill(HostileText.printable());
        write("print('something else')");
        run();
        assertThat(result()).containsText("Fail, first difference in line 1");
        Object before = page.evaluate(CHROME);
        write(HostileText.printing(HostileText.lines()));
        run();
        assertThat(console()).containsText("the end");
        assertThat(result()).containsText("Fail, first difference in line 1");
        assertInert(before);
    }

    @Test
    void saidByTheCompiler() {
        open("/?language=c");
        Object before = page.evaluate(CHROME);
        write(
                """
                #error "%s"
                #line 3 "<img src=x onerror=owned('file')>\u202e.c"
                int main(void) { return <script>owned('line')</script>; }
                """
                        .formatted(HostileText.printable().replace("\"", "'")));
        run();
        assertThat(result()).containsText("Did not compile");
        Locator marked = page.locator(".cm-lintRange-error");
        marked.first().hover();
        assertThat(page.locator(".cm-diagnosticText"))
                .containsText("<script>owned('script')</script>");
        assertThat(page.locator(".cm-diagnosticText").locator(".mark").first()).isVisible();
        assertInert(before);
        page.mouse().move(0, 0);
        assertThat(page.locator(".cm-diagnosticText")).hasCount(0);
        assertInert(before);
    }

    @Test
    void writtenInTheEditor() {
        openReady();
        Object before = page.evaluate(CHROME);
        write(
                "access = 'user\u202e\u2066# admin\u2069\u2066'\np\u0430y = 'Z"
                        + "\u0301".repeat(40)
                        + "'\nx = '\0'\n");
        for (String mark : List.of("U+202E U+2066", "U+2069 U+2066", "+32", "NUL")) {
            assertThat(editor().locator(".mark").getByText(mark, exactly())).isVisible();
        }
        assertThat(editor().locator(".lookalike")).hasAttribute("title", "U+0430, not the Latin a");
        assertInert(before);
        button("Share").click();
        Locator link = page.locator(".notice a").first();
        assertThat(link).isVisible();
        page.navigate(link.getAttribute("href") + "/raw");
        assertThat(page.locator("pre").textContent())
                .contains("user\u202e\u2066# admin\u2069\u2066");
    }

    @Test
    void copiedTextIsTheOriginal() {
        openReady();
        String text = "a\u202eb\u200b\nsecond \ud83d\ude00 e" + "\u0301".repeat(20);
        write("print(%s)".formatted(JsonNodeFactory.instance.stringNode(text)));
        run();
        assertThat(result()).containsText("Finished");
        button("Copy").click();
        assertThat(button("Copied")).isVisible();
        assertThat(pastedIntoEditor()).isEqualTo(text + "\n");
        page.evaluate(
                "getSelection().selectAllChildren(document.querySelector('.console-log .block'))");
        page.keyboard().press("Control+c");
        assertThat(pastedIntoEditor()).isEqualTo(text + "\n");
    }

    @Test
    void outputIsTheSameHoweverItIsCut() {
        openReady();
        List<?> shown =
                (List<?>)
                        page.evaluate(
                                """
                                (text) => [[text], Array.from(text)].map((chunks) => {
                                  const console = document.querySelector('run-console');
                                  console.clear();
                                  for (const chunk of chunks) console.append('stdout', chunk);
                                  return console.text;
                                })
                                """,
                                HostileText.lines() + "\nthe end");
        assertThat(shown.getFirst()).asString().endsWith("the end").isEqualTo(shown.getLast());
    }

    @Test
    void broughtByALink() {
        String text = HostileText.printable();
        String code = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        openReady();
        Object before = page.evaluate(CHROME);
        open("/?language=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertInert(before);
        open("/?language=python3&code=" + code);
        assertThat(editor()).containsText("<script>owned('script')</script>");
        assertInert(before);
        open("/?copy=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertInert(before);
    }

    @Test
    void namedSoByAFile() {
        openReady();
        button("More").click();
        FileChooser chooser =
                page.waitForFileChooser(() -> page.getByText("Upload a file").click());
        chooser.setFiles(
                new FilePayload(
                        "<img src=x onerror=owned('name')>\u202etxt.py",
                        "text/plain",
                        new byte[1]));
        assertThat(page.locator(".notice")).containsText("<img src=x onerror=owned('name')>");
        assertThat(page.locator(".notice .mark")).hasText("U+202E");
        assertThat(page.locator(".notice img")).hasCount(0);
    }

    @Test
    void sharedOverTheApi() {
        open("/s/" + share("harmless", "harmless", "main.py"));
        assertThat(console()).containsText("the end");
        Object before = page.evaluate(CHROME);
        open("/s/" + share(HostileText.lines(), HostileText.printable(), "';owned('name');'.py"));
        assertThat(console()).containsText("the end");
        assertThat(textbox("Arguments")).hasValue(Pattern.compile(".*<img src=x.*"));
        assertInert(before, "Shared program · Sandlot");
        link("Edit a copy").click();
        run();
        assertThat(result()).containsText("Finished");
        assertThat(console()).containsText("the end");
    }

    @Test
    void keptAsAResult() {
        openReady();
        Object before = page.evaluate(CHROME);
        String text = HostileText.lines();
        for (String type : List.of("couldNotStart", "signalled", "sandboxFailure")) {
            open("/s/" + snippet(text, result(type, text)));
            assertThat(result()).containsText("<script>owned('script')</script>");
            assertThat(result().locator(".mark").first()).isVisible();
            assertThat(result().locator("script, img, a, style")).hasCount(0);
            assertNothingHappened();
        }
        openReady();
        assertInert(before);
    }

    @Test
    void rawIsTextEvenWhenItIsAPage() {
        String id = snippet(HTML, JSON.createObjectNode());
        Response raw = page.navigate(url("/s/" + id + "/raw"));
        assertThat(raw.headerValue("content-type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(page.evaluate("document.contentType")).isEqualTo("text/plain");
        assertThat(page.locator("body")).hasText(HTML);
        assertThat(page.locator("h1")).hasCount(0);
        page.navigate(url("/api/v1/snippets/" + id));
        assertThat(page.evaluate("document.contentType")).isEqualTo("application/json");
        page.navigate(url("/%3Cscript%3Eowned('path')%3Cscript%3E"));
        assertThat(page.getByText("There is nothing here")).isVisible();
    }

    @Test
    void refusedByTheServer() {
        openReady();
        Object before = page.evaluate(CHROME);
        page.evaluate(
                "text => document.querySelector('play-ground').refused(document.querySelector('play-ground').run, text)",
                HostileText.lines());
        assertThat(result()).containsText("<script>owned('script')</script>");
        assertThat(result().locator(".mark").first()).isVisible();
        page.evaluate(
                "text => document.querySelector('play-ground').notShared(text)",
                HostileText.lines());
        assertThat(page.locator(".notice .mark").first()).isVisible();
        assertThat(page.locator("result-line, .notice").locator("script, img, a, style"))
                .hasCount(0);
        assertNothingHappened();
        openReady();
        assertInert(before);
    }

    private void openReady() {
        open("/?language=python3");
        assertThat(button("Run")).isEnabled();
    }

    private void assertInert(Object chromeBefore) {
        assertInert(chromeBefore, "Sandlot");
    }

    private void assertInert(Object chromeBefore, String title) {
        assertThat(page).hasTitle(title);
        assertThat(page.evaluate(CHROME))
                .isEqualTo(chromeBefore)
                .asString()
                .doesNotContain("false");
        assertThat(console().locator(":not(div):not(span):not(p)")).hasCount(0);
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => { const log = document.querySelector('.console-log'); return log.scrollWidth <= log.clientWidth && document.documentElement.scrollWidth <= innerWidth; }"))
                .as("nothing sticks out")
                .isTrue();
        assertNothingHappened();
    }

    private void keepInClipboard(String text) {
        page.locator(".fold").click();
        textbox("Arguments").fill(text);
        textbox("Arguments").press("Control+a");
        textbox("Arguments").press("Control+x");
        page.locator(".fold").click();
    }

    private String fromClipboard() {
        page.locator(".fold").click();
        textbox("Arguments").press("Control+v");
        return textbox("Arguments").inputValue();
    }

    private String pastedIntoEditor() {
        editor().click();
        page.keyboard().press("Control+a");
        page.keyboard().press("Control+v");
        return (String) page.evaluate("document.querySelector('code-editor').value");
    }

    /// Stores a program over REST, run first, with these in all its fields.
    private String share(String lines, String line, String fileName) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("language", "python3").put("stdin", lines).put("result", "run");
        body.put("title", "<script>owned('title')</script>");
        body.putArray("args").add(line).add("<img src=x onerror=owned('args')>");
        body.putArray("files")
                .addObject()
                .put("name", fileName)
                .put("content", HostileText.printing(lines) + "# " + line);
        RequestOptions request =
                RequestOptions.create()
                        .setHeader("Content-Type", "application/json")
                        .setData(body.toString());
        APIResponse answer = page.request().post(url("/api/v1/snippets"), request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return JSON.readTree(answer.text()).at("/id").asString();
    }

    /// Stores one as someone could who can write to the database.
    private String snippet(String text, ObjectNode result) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return snippets.create(
                        new Draft(
                                "python3",
                                text.replace("\0", ""),
                                List.of(new Snippet.File("main.py", bytes)),
                                bytes,
                                List.of(HostileText.printable()),
                                List.of(HostileText.printable()),
                                "",
                                Optional.of(result.toString()).filter(json -> json.length() > 2)))
                .id();
    }

    private static ObjectNode result(String outcome, String text) {
        ObjectNode result = JSON.createObjectNode();
        ObjectNode run = result.putObject("run").put("stdout", text).put("stderr", text);
        run.put("cpuTimeMs", 1).put("wallTimeMs", 1).put("peakMemoryBytes", 1);
        run.putObject("limits").put("cpuTimeMs", 1).put("wallTimeMs", 1).put("memoryBytes", 1);
        run.putObject("outcome")
                .put("type", outcome)
                .put("reason", text)
                .put("signal", text)
                .put("incident", text);
        return result;
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
