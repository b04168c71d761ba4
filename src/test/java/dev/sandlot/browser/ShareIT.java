package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// Share, leave, come back.
class ShareIT extends BrowserStories {

    @Test
    void sharesLeavesAndComesBack() {
        open("/?language=python3");
        write("print(input()[::-1])");
        page.keyboard().press("Control+i");
        textbox("Standard input").fill("stressed");
        run();
        assertThat(console()).hasText("desserts");
        String shared = share();

        page.navigate(url("/practice"));
        open(shared);
        assertThat(editor()).containsText("print(input()[::-1])");
        assertThat(textbox("Standard input")).hasValue("stressed");
        assertThat(console()).hasText("desserts");
        assertThat(result()).containsText("Finished");
        assertThat(page.getByText(Pattern.compile("Shared .*Python 3"))).isVisible();
    }

    @Test
    void typingInASharedProgramMakesACopy() {
        open("/?language=python3");
        write("print('original')");
        String shared = share();
        open(shared);
        editor().click();
        page.keyboard().press("Control+End");
        page.keyboard().insertText("  # changed");
        assertThat(page).hasURL(url("/"));
        assertThat(editor()).containsText("# changed");
        open(shared);
        assertThat(editor()).not().containsText("# changed");
    }

    @Test
    void editsACopy() {
        open("/?language=python3");
        write("print('to copy')");
        String shared = share();
        open(shared);
        link("Edit a copy").click();
        assertThat(page).hasURL(url("/"));
        page.reload();
        assertThat(editor()).containsText("print('to copy')");
    }

    @Test
    void theOwnerDeletesAndOthersFindNothing() {
        open("/?language=python3");
        write("print('gone soon')");
        String shared = share();
        button("Delete").click();
        assertThat(page.getByText("The shared copy is deleted")).isVisible();
        assertThat(editor()).containsText("gone soon");
        Response response = page.navigate(url(shared));
        Assertions.assertThat(response.status()).isEqualTo(404);
        assertThat(page.getByText("There is nothing here")).isVisible();
    }

    @Test
    void saysTheSizeBeforeTheLimitIsHit() {
        open("/?language=python3");
        write("x".repeat(1_100_000));
        button("Share").click();
        assertThat(page.locator(".notice"))
                .containsText("Too big to share: code and input have 1 MB, at most 1 MB");
    }

    private String share() {
        button("Share").click();
        Locator link = page.locator(".notice a").first();
        assertThat(link).hasAttribute("href", Pattern.compile("/s/[a-zA-Z0-9]+$"));
        return link.getAttribute("href").replaceFirst("^http://[^/]+", "");
    }
}
