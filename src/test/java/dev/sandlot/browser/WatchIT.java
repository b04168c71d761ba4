package dev.sandlot.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/// All stories lean on the [Watch]; here it meets what it is there for.
class WatchIT extends BrowserStories {

    private static final List<String> EVILS =
            List.of("a script ran", "policy violated", "dialog", "error", "logged", "request");

    @Test
    void writesDownEachEvil() {
        try (BrowserContext watched = profile().browser().newContext()) {
            Watch watch = Watch.over(watched, url(""));
            Page victim = watched.newPage();
            victim.navigate(url("/practice"));
            victim.evaluate(
                    """
                    () => {
                      owned('canary');
                      const style = document.createElement('style');
                      style.textContent = '* { display: none }';
                      document.head.append(style);
                      console.error('logged');
                      setTimeout(() => { throw new Error('thrown'); });
                      setTimeout(() => alert('dialog'));
                      setTimeout(() => { location.href = 'http://localhost:1/elsewhere'; }, 50);
                    }
                    """);
            // Its page goes elsewhere while we look.
            await().ignoreExceptions()
                    .until(() -> {
                        victim.evaluate("1");
                        return watch.findings().stream()
                                .anyMatch(found -> found.startsWith("request"));
                    });
            for (String evil : EVILS) {
                assertThat(watch.findings())
                        .as(evil)
                        .anyMatch(found -> found.startsWith(evil + ":"));
            }
        }
    }
}
