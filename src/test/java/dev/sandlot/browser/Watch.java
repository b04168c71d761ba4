package dev.sandlot.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What must never happen in a browser profile, written down when it does: a script of a stranger
/// runs, the content security policy has to step in, a dialog opens, an error is thrown or logged,
/// a request leaves for another server.
final class Watch {

    /// What hostile texts call; it is there on each page.
    static final String CANARY = "owned";

    /// The one error that Chromium itself logs on pages that are meant not to be there.
    private static final String NOT_FOUND = "Failed to load resource";

    private final String origin;
    private final List<String> findings = new CopyOnWriteArrayList<>();

    private Watch(String origin) {
        this.origin = origin;
    }

    /// @param origin the only server that may be asked
    static Watch over(BrowserContext profile, String origin) {
        Watch watch = new Watch(origin);
        profile.exposeBinding(CANARY, (_, arguments) -> watch.find("a script ran", arguments));
        profile.exposeBinding(
                "reportViolation", (_, arguments) -> watch.find("policy violated", arguments));
        profile.addInitScript(
                """
                document.addEventListener('securitypolicyviolation', (e) =>
                    reportViolation(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.sample} ${e.target.outerHTML?.slice(0, 300)}`));
                """);
        profile.onWebError(error -> watch.find("error", error.error()));
        profile.onDialog(dialog -> {
            watch.find("dialog", dialog.message());
            dialog.dismiss();
        });
        profile.onConsoleMessage(watch::hear);
        profile.onRequest(watch::see);
        return watch;
    }

    List<String> findings() {
        return findings;
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(NOT_FOUND)) {
            find("logged", message.text());
        }
    }

    private void see(Request request) {
        URI url = URI.create(request.url());
        boolean elsewhere = List.of("http", "https", "ws", "wss").contains(url.getScheme());
        if (elsewhere && !request.url().startsWith(origin + "/")) {
            find("request", request.url());
        }
    }

    private Object find(String what, Object... details) {
        findings.add(what + ": " + java.util.Arrays.deepToString(details));
        return "";
    }
}
