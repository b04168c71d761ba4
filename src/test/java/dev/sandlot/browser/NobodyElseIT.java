package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A visitor's browser talks to this server alone. [Watch] holds each story to it; here are the
/// pages that no story opens, and what the bundle could ask for.
class NobodyElseIT extends BrowserStories {

    private static final Path BUNDLE = Path.of("target/classes/META-INF/VAADIN/webapp");
    private static final Pattern ADDRESS = Pattern.compile("\\b(?:https?|wss?)://[\\w.-]+");

    /// A namespace, a base to parse addresses with, and where two error messages send developers.
    private static final Set<String> HARMLESS =
            Set.of("http://www.w3.org", "http://a", "https://github.com", "http://code.google.com");

    @Test
    void theDocsPageAsksNobodyElse() {
        page.navigate(url("/docs"));
        page.locator("#operations-Runs-run").locator(".opblock-summary-control").click();
        page.locator("#operations-Runs-run").getByText("Try it out").click();
        page.locator("#operations-Runs-run").getByText("Execute").click();
        assertThat(page.locator("#operations-Runs-run .response-col_status").first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    @Test
    void theDocsPageTakesNoOtherDocumentFromItsAddress() {
        page.navigate(
                url(
                        "/swagger-ui/index.html?url=https://elsewhere.example/openapi.json"
                                + "&configUrl=https://elsewhere.example/config.json"));
        assertThat(page.locator("#operations-Runs-run")).isVisible();
    }

    @Test
    void everyPageAsksNobodyElse() {
        for (String path : List.of("/", "/practice", "/practice/fizzbuzz", "/s/none", "/health")) {
            page.navigate(url(path));
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
    }

    @Test
    void theBundleNamesNobodyElse() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(BUNDLE)) {
            for (Path file : files.filter(NobodyElseIT::isText).toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                assertThat(text).as("%s", file).doesNotContain("sourceMappingURL");
                ADDRESS.matcher(text).results().map(MatchResult::group).forEach(named::add);
            }
        }
        assertThat(named).contains("http://www.w3.org").isSubsetOf(HARMLESS);
    }

    private static boolean isText(Path file) {
        return Pattern.matches(".*\\.(js|css|html|svg)", file.toString());
    }
}
