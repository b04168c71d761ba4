package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.sandlot.language.Languages;
import dev.sandlot.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// One application and one Chromium for all stories; each story has a fresh browser profile.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "sandlot.data-dir=target/it/browser")
abstract class BrowserStories {

    private static final Duration START = Duration.ofMinutes(2);
    private static final double PATIENCE_MS = 30_000;
    private static final Browser BROWSER = launch();

    @LocalServerPort private int port;
    @Autowired private Sandbox sandbox;
    @Autowired private Languages languages;

    private final List<Watch> watches = new ArrayList<>();
    private BrowserContext profile;

    /// The first tab.
    protected Page page;

    private static Browser launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium")));
    }

    @BeforeEach
    void openBrowser() {
        await().atMost(START)
                .until(() ->
                        sandbox.health().accepting()
                                && languages.find("python3").isPresent()
                                && languages.find("cpp").isPresent());
        useProfile(new Browser.NewContextOptions().setViewportSize(1280, 760));
    }

    @AfterEach
    void closeBrowser() {
        profile.close();
        assertNothingHappened();
    }

    /// Starts over with another kind of browser.
    protected void useProfile(Browser.NewContextOptions options) {
        if (profile != null) {
            profile.close();
        }
        profile = BROWSER.newContext(options);
        profile.setDefaultTimeout(PATIENCE_MS);
        watches.add(Watch.over(profile, url("")));
        page = profile.newPage();
    }

    /// No script of a stranger ran, no policy was violated, nothing failed, nobody else was asked.
    protected void assertNothingHappened() {
        org.assertj.core.api.Assertions.assertThat(watches)
                .flatExtracting(Watch::findings)
                .isEmpty();
    }

    protected BrowserContext profile() {
        return profile;
    }

    protected String url(String path) {
        return "http://localhost:" + port + path;
    }

    protected void open(String path) {
        page.navigate(url(path));
        assertThat(editor()).isVisible();
    }

    protected Locator editor() {
        return page.getByRole(AriaRole.TEXTBOX, named("Code"));
    }

    protected Locator console() {
        return page.getByRole(
                AriaRole.LOG, new Page.GetByRoleOptions().setName("Console").setExact(true));
    }

    /// The result line.
    protected Locator result() {
        return page.locator("result-line");
    }

    protected Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    protected Locator textbox(String name) {
        return page.getByRole(AriaRole.TEXTBOX, named(name));
    }

    protected Locator link(String name) {
        return page.getByRole(AriaRole.LINK, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /// Replaces the code by this, as by pasting.
    protected void write(String code) {
        editor().click();
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        page.keyboard().insertText(code);
    }

    protected void run() {
        button("Run").click();
    }

    protected void choose(String language) {
        Locator combobox =
                page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName("Language").setExact(true));
        combobox.fill(language);
        combobox.press("Enter");
    }
}
