package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.sandlot.language.Languages;
import dev.sandlot.snippet.Draft;
import dev.sandlot.snippet.Snippet;
import dev.sandlot.snippet.Snippets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Choose how a program is compiled, and by what.
class ToolchainIT extends BrowserStories {

    private static final String WHICH_STANDARD =
            "#include <cstdio>\nint main() { std::printf(\"standard %ld\", __cplusplus); }\n";
    private static final String WHICH_COMPILER =
            """
            #include <stdio.h>
            int main(void) {
            #ifdef __clang__
                puts("clang");
            #else
                puts("another");
            #endif
            }
            """;

    private static final String ONLY_CLANG_ADDS =
            """
            #include <stdio.h>
            int main(void) {
                long long sum = 0, next;
                scanf("%*d");
            #ifdef __clang__
                while (scanf("%lld", &next) == 1) sum += next;
            #endif
                printf("%lld\\n", sum);
            }
            """;

    @Autowired private Languages languages;
    @Autowired private Snippets snippets;

    @Test
    void anOptionIsUsedAndStaysWithTheDraft() {
        open("/?language=cpp");
        write(WHICH_STANDARD);
        button("Options").click();
        choice("Standard").selectOption("C++11");
        button("Close").click();
        run();
        assertThat(console()).hasText("standard 201103");

        page.reload();
        assertThat(button("Options · 1")).isVisible();
        run();
        assertThat(console()).hasText("standard 201103");
        choose("python");
        assertThat(button("Options · 1")).isHidden();
        choose("c++");
        assertThat(button("Options · 1")).isVisible();
    }

    @Test
    void optionsArePinnedInAPermalink() {
        open("/?language=cpp");
        write(WHICH_STANDARD);
        button("Options").click();
        choice("Standard").selectOption("C++17");
        page.getByLabel("Warnings are errors").check();
        button("Close").click();
        button("Share").click();
        Locator link = page.locator(".notice a").first();
        assertThat(link).hasAttribute("href", Pattern.compile("/s/[a-z0-9]+$"));
        String shared = link.getAttribute("href").replaceFirst("^http://[^/]+", "");

        page.navigate(url("/practice"));
        open(shared);
        assertThat(page.locator(".notice"))
                .containsText(Pattern.compile(" · C\\+\\+17 · Warnings are errors"));
        run();
        assertThat(console()).hasText("standard 201703");
        assertThat(page).hasURL(url(shared));

        button("Options · 2").click();
        page.getByLabel("Warnings are errors").uncheck();
        button("Close").click();
        assertThat(page).hasURL(url("/"));
        assertThat(page.locator(".notice")).containsText("your own copy");
    }

    @Test
    void whatIsGoneSinceIsSaid() {
        String id =
                snippets.create(
                                new Draft(
                                        "python3",
                                        "3.1.4",
                                        List.of(new Snippet.File("main.py", "print(1)".getBytes())),
                                        new byte[0],
                                        List.of(),
                                        List.of("turbo"),
                                        "",
                                        Optional.empty()))
                        .id();
        String now = languages.find("python3").orElseThrow().version();
        open("/s/" + id);
        assertThat(page.locator(".notice")).containsText("Python 3 3.1.4 · Edit a copy");
        assertThat(page.locator(".notice"))
                .containsText(
                        "Python 3 3.1.4 is not here any more; %s is used. Not here any more: the option turbo."
                                .formatted(now));
        run();
        assertThat(console()).hasText("1");
    }

    @Test
    void theMenuSaysWhyThereAreNoOptions() {
        open("/?language=python3");
        button("More").click();
        Locator item =
                page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Options"));
        assertThat(item).containsText("none for Python 3");
        assertThat(item).isDisabled();
    }

    @Test
    void anotherVersionIsUsedAndPinned() {
        assumeThat(languages.versions("c")).as("built with Clang").hasSizeGreaterThan(1);
        open("/?language=c");
        write(WHICH_COMPILER);
        run();
        assertThat(console()).hasText("another");
        choice("Version").selectOption(clang());
        run();
        assertThat(console()).hasText("clang");
        button("Share").click();
        Locator link = page.locator(".notice a").first();
        assertThat(link).hasAttribute("href", Pattern.compile("/s/[a-z0-9]+$"));
        String shared = link.getAttribute("href").replaceFirst("^http://[^/]+", "");

        choice("Version").selectOption(languages.find("c").orElseThrow().version());
        open(shared);
        assertThat(page.locator(".notice")).containsText("C " + clang());
        assertThat(choice("Version")).hasValue(clang());
        run();
        assertThat(console()).hasText("clang");
    }

    @Test
    void aProblemIsSolvedInTheVersionThatWasChosen() {
        assumeThat(languages.versions("c")).as("built with Clang").hasSizeGreaterThan(1);
        open("/practice/sum");
        choose("c");
        assertThat(button("Options")).isHidden();
        write(ONLY_CLANG_ADDS);
        choice("Version").selectOption(clang());
        button("Run samples").click();
        assertThat(result()).containsText("Pass");
        page.reload();
        assertThat(choice("Version")).hasValue(clang());
        button("Submit").click();
        assertThat(page.locator("verdict-card")).containsText("Accepted · all");

        choice("Version").selectOption(languages.find("c").orElseThrow().version());
        button("Run samples").click();
        assertThat(result()).containsText("Fail");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Submissions")).click();
        assertThat(page.locator(".submission")).containsText("C " + clang() + " · ");
        page.locator(".submission").getByText("Restore").click();
        assertThat(choice("Version")).hasValue(clang());
    }

    private String clang() {
        return languages.closest("c", "Clang").orElseThrow().version();
    }

    private Locator choice(String name) {
        return page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
