package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// On a phone, with the keyboard alone, with a screen reader, over a thin line.
class EveryoneIT extends BrowserStories {

    private static final int PHONE_WIDTH = 390;
    private static final int FIRST_LOAD_BYTES = 400_000;

    @Test
    void runsOnAPhone() {
        usePhone();
        open("/?language=python3");
        write("print('from my pocket')");
        run();
        assertThat(console()).hasText("from my pocket");
        assertThat(result()).containsText("Finished");
        button("Input").click();
        assertThat(textbox("Standard input")).isVisible();
        assertThat(console()).isHidden();
    }

    @ParameterizedTest
    @EnumSource(PageOfSandlot.class)
    void nothingScrollsSidewaysOnAPhoneAndTargetsAreLarge(PageOfSandlot which) {
        usePhone();
        page.navigate(url(which.path));
        assertThat(page.locator("theme-toggle button")).isAttached();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(PHONE_WIDTH);
        assertThat((List<?>) page.evaluate(SMALL_TARGETS)).isEmpty();
    }

    @Test
    void theMenuOfAProblemLeadsBackToTheListOnAPhone() {
        usePhone();
        page.navigate(url("/practice/fizzbuzz"));
        page.locator("more-menu button[aria-haspopup]").focus();
        page.keyboard().press("Enter");
        assertThat(menuItem("Practice")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(menuItem("Format")).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(url("/practice"));
    }

    @Test
    void theMenuIsWorkedByTheKeyboard() {
        open("/?language=c");
        button("More").focus();
        page.keyboard().press("Enter");
        assertThat(menuItem("Format")).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(menuItem("Keyboard shortcuts")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(menuItem("Format")).isFocused();
        page.keyboard().press("Escape");
        assertThat(button("More")).isFocused();
    }

    private Locator menuItem(String name) {
        return page.getByRole(
                AriaRole.MENUITEM,
                new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static final String SMALL_TARGETS =
            """
            [...document.querySelectorAll('button, input, .top-bar a')]
                .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44)
                .map(e => e.outerHTML)
            """;

    @Test
    void theKeyboardAloneIsEnough() {
        open("/?language=python3");
        page.keyboard().press("Control+k");
        page.keyboard().type("py");
        page.keyboard().press("Enter");
        assertThat(editor()).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().insertText("print(input('? ') * 2)");
        page.keyboard().press("Control+Enter");
        assertThat(console()).hasText("? ");
        page.keyboard().press("Escape");
        page.keyboard().press("Tab");
        assertThat(editor()).not().isFocused();
        for (int i = 0; i < 10 && !focused("Type to the program"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().type("ha");
        page.keyboard().press("Enter");
        assertThat(console()).containsText("haha");
        page.keyboard().press("F1");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Ctrl Enter");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    }

    private boolean focused(String label) {
        return label.equals(page.evaluate("document.activeElement.getAttribute('aria-label')"));
    }

    @ParameterizedTest
    @EnumSource(PageOfSandlot.class)
    void axeFindsNothingInLightOrDark(PageOfSandlot which) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            useProfile(new Browser.NewContextOptions().setColorScheme(scheme));
            page.navigate(url(which.path));
            assertThat(page.locator("theme-toggle button")).isAttached();
            if (which == PageOfSandlot.PLAYGROUND) {
                run();
                assertThat(result()).containsText("Finished");
            }
            assertThat(
                            new AxeBuilder(page)
                                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                                    .analyze()
                                    .getViolations())
                    .as("%s, %s", which, scheme)
                    .isEmpty();
        }
    }

    @Test
    void theFirstLoadIsSmall() {
        AtomicLong bytes = new AtomicLong();
        CDPSession network = profile().newCDPSession(page);
        network.send("Network.enable");
        network.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        List<String> hosts = new java.util.ArrayList<>();
        page.onRequest(request -> hosts.add(java.net.URI.create(request.url()).getHost()));
        open("/?language=python3");
        assertThat(page.locator(".tok-keyword").first()).isVisible();
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(bytes.get()).isBetween(50_000L, (long) FIRST_LOAD_BYTES);
        assertThat(hosts).containsOnly("localhost");
    }

    private void usePhone() {
        useProfile(
                new Browser.NewContextOptions()
                        .setViewportSize(PHONE_WIDTH, 844)
                        .setHasTouch(true)
                        .setIsMobile(true));
    }

    enum PageOfSandlot {
        PLAYGROUND("/?language=python3"),
        PRACTICE("/practice"),
        PROBLEM("/practice/fizzbuzz"),
        NOTHING("/s/none");

        private final String path;

        PageOfSandlot(String path) {
            this.path = path;
        }
    }
}
