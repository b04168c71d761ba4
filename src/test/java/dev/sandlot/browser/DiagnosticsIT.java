package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// From a message to its line.
class DiagnosticsIT extends BrowserStories {

    private static final String TWO_MISTAKES =
            "int main() {\n    int unused;\n\n\n    return missing;\n}\n";

    @Test
    void aCompilersMessagesLeadToTheirLines() {
        open("/?language=cpp");
        write(TWO_MISTAKES);
        run();
        assertThat(page.locator(".cm-lint-marker-error")).isVisible();
        assertThat(page.locator(".cm-lint-marker-warning")).isVisible();
        assertThat(messages()).hasCount(2);

        messages().filter(new Locator.FilterOptions().setHasText("main.cpp:5:12")).click();
        page.keyboard().insertText("not_");
        assertThat(editor()).containsText("return not_missing;");
    }

    @Test
    void theMessageShowsWhereItPoints() {
        open("/?language=cpp");
        write(TWO_MISTAKES);
        run();
        page.locator(".cm-lintRange-error").hover();
        assertThat(page.locator(".cm-tooltip")).containsText("was not declared");
    }

    @Test
    void theKeyboardGoesFromMessageToMessage() {
        open("/?language=cpp");
        write(TWO_MISTAKES);
        run();
        assertThat(messages()).hasCount(2);
        editor().click();
        page.keyboard().press("Control+Home");
        page.keyboard().press("F8");
        assertThat(page.locator(".cm-activeLine")).containsText("unused");
        page.keyboard().press("F8");
        assertThat(page.locator(".cm-activeLine")).containsText("missing");
        page.keyboard().press("Shift+F8");
        assertThat(page.locator(".cm-activeLine")).containsText("unused");
    }

    @Test
    void aTracebackLeadsToTheLineThatFailed() {
        open("/?language=python3");
        write(
                "def f(x):\nreturn 1 // x\n\nprint('before')\nf(0)\n"
                        .replace("return", "    return"));
        run();
        assertThat(result()).containsText("Exit code 1");
        assertThat(messages()).hasText(Pattern.compile("main\\.py:2Error.*ZeroDivisionError.*"));
        assertThat(page.locator(".cm-lint-marker-error")).isVisible();
        messages().click();
        assertThat(page.locator(".cm-activeLine")).containsText("return 1 // x");

        write("print('fine')");
        run();
        assertThat(result()).containsText("Finished");
        assertThat(messages()).hasCount(0);
        assertThat(page.locator(".cm-lint-marker-error")).hasCount(0);
    }

    @Test
    void aMessageThatLooksLikeMarkupStaysTextAndLeadsNowhereElse() {
        open("/?language=python3");
        write(
                """
                import sys
                print('Traceback (most recent call last):', file=sys.stderr)
                print('  File "/etc/passwd", line 1, in <module>', file=sys.stderr)
                print('KeyError: 1', file=sys.stderr)
                raise Exception('<img src=x onerror="owned(1)"> \\u202egnp.exe')
                """);
        run();
        assertThat(messages()).hasCount(1);
        assertThat(messages()).containsText("<img src=x onerror=\"owned(1)\">");
        assertThat(messages().locator(".mark")).hasText("U+202E");
        assertThat(messages().locator("img")).hasCount(0);
        assertThat(messages()).not().containsText("passwd");
    }

    @Test
    void aSharedProgramShowsItsMessages() {
        open("/?language=python3");
        write("x = 1\nx / 0\n");
        run();
        assertThat(messages()).hasCount(1);
        button("Share").click();
        Locator link = page.locator(".notice a").first();
        assertThat(link).hasAttribute("href", Pattern.compile("/s/[a-z0-9]+$"));
        open(link.getAttribute("href").replaceFirst("^http://[^/]+", ""));
        assertThat(messages()).hasText(Pattern.compile("main\\.py:2.*ZeroDivisionError.*"));
    }

    private Locator messages() {
        return page.locator("diagnostic-list button");
    }
}
