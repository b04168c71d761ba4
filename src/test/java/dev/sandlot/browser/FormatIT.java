package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// Tidy up without losing one's place.
class FormatIT extends BrowserStories {

    private static final String UNTIDY =
            """
            package main

            import "fmt"

            func main() {
            for i := 0; i<3; i++ {
              fmt.Println( "here", i )
            }
            }
            """;

    @Test
    void theCursorStaysInItsWordAndUndoBringsTheOldFormBack() {
        open("/?language=go");
        write(UNTIDY);
        page.getByText("\"here\"").dblclick();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Shift+Alt+f");
        assertThat(editor()).containsText("i < 3");
        page.keyboard().insertText("still ");
        assertThat(editor()).containsText("fmt.Println(\"still here\", i)");

        page.keyboard().press("Control+z");
        assertThat(editor()).containsText("fmt.Println(\"here\", i)");
        page.keyboard().press("Control+z");
        assertThat(editor()).containsText("fmt.Println( \"here\", i )");
    }

    @Test
    void theViewStays() {
        open("/?language=go");
        write("package main\n\n" + "func main() {\nprintln( 1 )\n}\n".repeat(100) + "// the end\n");
        page.keyboard().press("Control+End");
        assertThat(page.getByText("// the end")).isInViewport();
        chooseFormat();
        assertThat(editor()).containsText("println(1)");
        assertThat(page.getByText("// the end")).isInViewport();
    }

    @Test
    void whatTheFormatterDoesNotTakeStaysAndIsMarked() {
        open("/?language=go");
        write("package main\n\nfunc main() {\n\tx := }\n");
        chooseFormat();
        assertThat(page.locator(".notice")).containsText("Not formatted. Line 4: expected operand");
        assertThat(editor()).containsText("x := }");
        assertThat(page.locator(".cm-lintRange-error")).isVisible();

        page.keyboard().press("Control+End");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("End");
        page.keyboard().press("ArrowLeft");
        page.keyboard().insertText("1; _ = x ");
        chooseFormat();
        assertThat(page.locator(".cm-lintRange-error")).hasCount(0);
        assertThat(editor()).containsText("_ = x");
    }

    @Test
    void saysThatItIsFormattedAlready() {
        open("/?language=go");
        write("package main\n\nfunc main() {}\n");
        chooseFormat();
        assertThat(page.locator(".notice")).hasText("This is formatted already.");
    }

    @Test
    void aServerThatIsAwayIsToldAndNothingIsLost() {
        open("/?language=go");
        write(UNTIDY);
        page.route("**/api/v1/format", route -> route.abort());
        chooseFormat();
        assertThat(page.locator(".notice"))
                .hasText("Not formatted: the server does not answer just now.");
        assertThat(editor()).containsText("fmt.Println( \"here\", i )");
    }

    @Test
    void formatsASolutionToo() {
        page.navigate(url("/practice/fizzbuzz"));
        assertThat(editor()).isVisible();
        choose("go");
        write(UNTIDY);
        chooseFormat();
        assertThat(editor()).containsText("fmt.Println(\"here\", i)");
        Assertions.assertThat(page.url()).contains("/practice/fizzbuzz");
    }

    private void chooseFormat() {
        button("More").click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName("Format").setExact(true))
                .click();
    }
}
