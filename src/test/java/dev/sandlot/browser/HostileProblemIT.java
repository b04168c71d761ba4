package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A problem whose author means harm: its statement is formatted text and nothing else.
class HostileProblemIT extends BrowserStories {

    private static final Path PROBLEMS = Path.of("target/it/hostile/problems").toAbsolutePath();

    private static final String STATEMENT =
            """
            # Heading <script>owned('heading')</script>

            <script>owned('script')</script>
            <img src=x onerror="owned('image')"> <svg onload="owned('svg')"></svg>
            <iframe src="https://elsewhere.example/"></iframe>
            <style>.top-bar { display: none }</style>

            [a link](javascript:owned('link')) <javascript:owned('autolink')>
            [data](data:text/html,<script>owned('data')</script>) [good](https://elsewhere.example/ "x\\" onclick=owned('title')")
            ![image](https://elsewhere.example/image.png) ![other](x "onerror=owned()")
            &lt;script&gt;owned('entity')&lt;/script&gt; $\\href{javascript:owned('math')}{x}$ $<img src=x onerror=owned('math')>$

            ```<script>owned('fence')</script>
            </code></pre><script>owned('code')</script>
            ```

            | <img src=x onerror=owned('cell')> |
            |---|
            | <a href="javascript:owned('cell')">x</a> |

            user\u202egnp.exe {{owned('template')}} ${owned('template')}
            """;

    @DynamicPropertySource
    static void hostileProblem(DynamicPropertyRegistry registry) throws IOException {
        Files.createDirectories(PROBLEMS);
        String sample = quoted(HostileText.printable() + "\n");
        Files.writeString(
                PROBLEMS.resolve("hostile.md"),
                """
                problem_format_version: 2025-09
                x_single_file: 1
                name: %s
                uuid: 3f6d3c36-5a8e-4a52-9a5d-3c1d2c4b7a66
                license: cc0
                keywords: [easy, "<script>owned('tag')</script>"]
                limits: {time_limit: 1.0, memory: 128, output: 1}
                data:
                  sample:
                    "1": {in: %s, ans: %s}
                  secret:
                    "1": {in: "1\\n", ans: "2\\n"}
                submissions:
                  accepted:
                    ok.py: |
                      line = input()
                      print(2 if line == "1" else line)
                ---
                %s\
                """
                        .formatted(
                                quoted("<img src=x onerror=owned('name')>"),
                                sample,
                                sample,
                                STATEMENT));
        registry.add("sandlot.problems-dir", PROBLEMS::toString);
        registry.add("sandlot.data-dir", () -> "target/it/hostile/data");
    }

    @Test
    void isListed() {
        page.navigate(url("/practice"));
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText("<img src=x onerror=owned('name')>");
        assertThat(page.locator("tbody")).containsText("<script>owned('tag')</script>");
        assertThat(page.locator("tbody").locator("img, script")).hasCount(0);
    }

    @Test
    void isStatedAsText() {
        openProblem();
        Locator statement = page.locator(".statement");
        assertThat(statement).containsText("<script>owned('script')</script>");
        assertThat(statement.locator("script, img, svg, iframe, style, object, form, input"))
                .hasCount(0);
        assertThat(statement.locator("a[href='https://elsewhere.example/']"))
                .hasAttribute("rel", "nofollow");
        assertThat(statement.locator("a:not([href^='https:']):not([href=''])")).hasCount(0);
        assertThat(page).hasTitle("<img src=x onerror=owned('name')> · Sandlot");
    }

    @Test
    void itsSamplesAndWhatIsPrintedForThemAreText() {
        openProblem();
        write(HostileText.printing(HostileText.lines()));
        button("Run samples").click();
        assertThat(result()).containsText("Fail, first difference in line 1");
        Locator panel = page.locator("sample-panel");
        assertThat(panel.locator(".mark").first()).isVisible();
        assertThat(panel.locator("pre").locator("script, img, svg, a")).hasCount(0);

        button("Submit").click();
        Locator verdict = page.locator("verdict-card");
        assertThat(verdict).containsText("Wrong Answer on test 1 of 2");
        assertThat(verdict.locator("pre .mark").first()).isVisible();
        assertThat(verdict.locator("pre").locator("script, img, svg, a")).hasCount(0);
        page.getByRole(AriaRole.TAB).getByText("Submissions").click();
        assertThat(page.locator(".submission")).hasCount(1);
    }

    private void openProblem() {
        open("/practice/hostile");
        choose("py");
    }

    /// As a string of YAML, which takes no invisible characters as they are.
    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c ->
                        c < ' ' || c > '~' || c == '"' || c == '\\'
                                ? "\\u%04x".formatted(c)
                                : String.valueOf((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
