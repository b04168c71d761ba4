package dev.sandlot.playground;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/made`: the empty page in the frame in which a page that a program made is shown. It writes
/// what it is sent over itself; that keeps this policy: an origin of its own, scripts, and no
/// network at all. A `srcdoc` would have the policy of the page around it, under which nothing runs
/// and each attempt is reported.
@RestController
final class MadePage {

    static final String POLICY =
            "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline';"
                    + " style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static final String PAGE =
            """
            <!doctype html><meta charset="utf-8"><title>Made by a program</title><script>
            addEventListener('message', (e) => {
              if (e.source !== parent) return;
              document.open();
              document.write(e.data);
              document.close();
            }, { once: true });
            </script>
            """;

    @GetMapping(path = "/made", produces = "text/html;charset=UTF-8")
    String page(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-DNS-Prefetch-Control", "off");
        return PAGE;
    }
}
