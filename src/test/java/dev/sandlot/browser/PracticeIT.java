package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Solving a problem.
class PracticeIT extends BrowserStories {

    private static final String RIGHT =
            """
            for i in range(1, int(input()) + 1):
                print("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0) or i)
            """;
    private static final String WRONG = "for i in range(1, int(input()) + 1): print(i)\n";

    /// Right on the samples, wrong on a secret test.
    private static final String ALMOST = RIGHT.replace("int(input())", "min(int(input()), 20)");

    @Test
    void findsAProblemInTheList() {
        page.navigate(url("/practice"));
        page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search problems"))
                .fill("fizz");
        assertThat(page.locator("tbody tr:visible")).hasCount(1);
        link("FizzBuzz").click();
        assertThat(
                        page.getByRole(
                                AriaRole.HEADING, new Page.GetByRoleOptions().setName("FizzBuzz")))
                .isVisible();
    }

    @Test
    void runsTheSamplesAndSeesTheFirstDifference() {
        openFizzBuzz();
        write(WRONG);
        button("Run samples").click();
        assertThat(result()).containsText("Fail, first difference in line 3");
        assertThat(page.locator("sample-panel mark")).hasText(new String[] {"Fizz", "3"});
        write(RIGHT);
        button("Run samples").click();
        assertThat(result()).containsText("Pass");
    }

    @Test
    void submitsWrongThenRight() {
        openFizzBuzz();
        write(ALMOST);
        button("Submit").click();
        Locator verdict = page.locator("verdict-card");
        assertThat(verdict).containsText(Pattern.compile("Wrong Answer on test \\d+ of \\d+"));
        assertThat(verdict.locator("pre")).hasCount(0);
        write(RIGHT);
        button("Submit").click();
        assertThat(verdict).containsText(Pattern.compile("Accepted · all \\d+ tests passed"));
        assertThat(verdict.getByRole(AriaRole.LINK)).containsText("Next: ");

        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Submissions")).click();
        assertThat(page.locator(".submission")).hasCount(2);
        page.locator(".submission").last().getByText("Restore").click();
        assertThat(editor()).containsText("min(int(input()), 20)");

        page.navigate(url("/practice"));
        assertThat(
                        page.getByRole(
                                AriaRole.ROW,
                                new Page.GetByRoleOptions().setName(Pattern.compile("FizzBuzz"))))
                .containsText("Solved");
    }

    @Test
    void aSampleThatFailsIsShownWhole() {
        openFizzBuzz();
        write(WRONG);
        button("Submit").click();
        assertThat(page.locator("verdict-card")).containsText("Wrong Answer on test 1 of");
        assertThat(page.locator("verdict-card pre")).hasCount(3);
    }

    @Test
    void theOnlyCookieBeforeASubmissionIsTheSession() {
        openFizzBuzz();
        org.assertj.core.api.Assertions.assertThat(profile().cookies())
                .extracting(cookie -> cookie.name)
                .containsExactly("JSESSIONID");
    }

    private void openFizzBuzz() {
        open("/practice/fizzbuzz");
        choose("py");
    }
}
