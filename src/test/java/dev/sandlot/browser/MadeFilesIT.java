package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// Files that a program writes come back, are shown as what they are, and do nothing.
class MadeFilesIT extends BrowserStories {

    private static final String PICTURES =
            """
            import os, struct, zlib
            def chunk(kind, data):
                return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
            def png(width, height):
                head = struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)
                rows = zlib.compress((b'\\0' + b'\\x26\\x8b\\xd2' * 120) * 60)
                return b'\\x89PNG\\r\\n\\x1a\\n' + chunk(b'IHDR', head) + chunk(b'IDAT', rows) + chunk(b'IEND', b'')
            os.mkdir('out')
            open('out/plot.txt', 'wb').write(png(120, 60))
            open('huge.png', 'wb').write(png(60000, 60000))
            open('drawing.svg', 'w').write('''<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" onload="owned('svg')">
            <script>owned('svg')</script><circle cx="60" cy="30" r="25" fill="#d33682"/></svg>''')
            open('fake.png', 'w').write('<script>owned("name")</script>')
            open('\\u202egnp.txt', 'w').write('x')
            print('drawn')
            """;

    private static final String PAGE =
            """
            open('report.html', 'w').write('''<!doctype html><style>p { color: rgb(1, 2, 3) }</style><p id=o>…</p><script>
            const tries = { parent: () => parent.document, top: () => top.location.href, storage: () => localStorage };
            const kept = Object.entries(tries).filter(([, read]) => { try { read(); return false } catch { return true } });
            o.textContent = [self.origin, ...kept.map(([name]) => name)].join(' ');
            </script>''')
            """;

    @Test
    void picturesAreShownByWhatTheyAre() throws IOException {
        open("/?language=python3");
        write(PICTURES);
        run();
        assertThat(console()).hasText("drawn");
        assertThat(made().locator("li")).hasCount(5);
        assertThat(made().locator("img")).hasCount(2);
        assertThat(picture("out/plot.txt")).hasJSProperty("naturalWidth", 120);
        assertThat(picture("drawing.svg")).hasJSProperty("naturalWidth", 120);
        assertThat(made().locator(".mark")).hasText("U+202E");
        page.screenshot(shot("made-light"));
        Download download = page.waitForDownload(() -> button("Download fake.png").click());
        Assertions.assertThat(Files.readString(download.path())).startsWith("<script>");

        write("print('nothing')");
        run();
        assertThat(console()).hasText("nothing");
        assertThat(made()).isHidden();
    }

    @Test
    void onAPhoneTheyAreInTheSheet() {
        useProfile(
                new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setColorScheme(ColorScheme.DARK));
        open("/?language=python3");
        write(PICTURES);
        run();
        assertThat(picture("drawing.svg")).isVisible();
        page.screenshot(shot("made-phone-dark"));
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    @Test
    void aPageRunsInAFrameThatReachesNothing() {
        open("/?language=python3");
        write(PAGE);
        run();
        button("Show report.html").click();
        Locator inside = page.frameLocator("made-files iframe").locator("#o");
        assertThat(inside).hasText("null parent top storage");
        assertThat(inside).hasCSS("color", "rgb(1, 2, 3)");
        assertThat(page.locator("made-files iframe")).hasAttribute("sandbox", "allow-scripts");
        page.screenshot(shot("made-page"));
        button("Hide report.html").click();
        assertThat(page.locator("made-files iframe")).hasCount(0);
    }

    @Test
    void aPageAsksNobody() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer elsewhere =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", _ -> asked.incrementAndGet());
        elsewhere.start();
        String address = "http://localhost:" + elsewhere.getAddress().getPort();
        try (BrowserContext unwatched = profile().browser().newContext()) {
            page = unwatched.newPage();
            open("/?language=python3");
            page.evaluate(
                    """
                    () => { window.refused = []; addEventListener('securitypolicyviolation', (e) => refused.push(e.effectiveDirective)); }
                    """);
            write(
                    """
                    open('evil.html', 'w').write('''<!doctype html><p id=o></p><script>
                    addEventListener('securitypolicyviolation', (e) => { o.textContent += e.effectiveDirective + ' ' });
                    </script><img src="ELSEWHERE/i"><script src="ELSEWHERE/s"></script><link rel=stylesheet href="ELSEWHERE/c">
                    <iframe src="ELSEWHERE/f"></iframe><script>fetch('ELSEWHERE/x').catch(() => 0)</script>''')
                    open('away.html', 'w').write("<!doctype html><script>location = 'ELSEWHERE/away'</script>")
                    """
                            .replace("ELSEWHERE", address));
            run();
            button("Show evil.html").click();
            Locator inside = page.frameLocator("made-files iframe").locator("#o");
            for (String what :
                    new String[] {
                        "img-src", "script-src-elem", "style-src-elem", "frame-src", "connect-src"
                    }) {
                assertThat(inside).containsText(what);
            }
            button("Hide evil.html").click();
            button("Show away.html").click();
            page.waitForFunction("() => refused.includes('frame-src')");
            Assertions.assertThat(asked).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    private Locator made() {
        return page.locator("made-files");
    }

    private Locator picture(String name) {
        return page.getByAltText(name, new Page.GetByAltTextOptions().setExact(true));
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setPath(Path.of("target/shots", name + ".png"));
    }
}
