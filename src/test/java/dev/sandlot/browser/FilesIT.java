package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// Programs of several files.
class FilesIT extends BrowserStories {

    @Test
    void aProgramOfTwoFilesIsWrittenRunSharedAndComesBack() {
        open("/?language=python3");
        write("from lib.util import double\nprint(double(21))");
        addFile("lib/util.py");
        write("def double(n):\n    return 2 * n");
        run();
        assertThat(console()).hasText("42");
        page.screenshot(shot("files-desktop"));

        page.reload();
        assertThat(tab("lib/util.py")).isVisible();
        button("Share").click();
        Locator link = page.locator(".notice a").first();
        assertThat(link).hasAttribute("href", Pattern.compile("/s/[a-zA-Z0-9]+$"));
        String shared = link.getAttribute("href").replaceFirst("^http://[^/]+", "");

        open(shared);
        assertThat(editor()).containsText("print(double(21))");
        tab("lib/util.py").click();
        assertThat(editor()).containsText("return 2 * n");
        page.navigate(url(shared + "/raw"));
        assertThat(page.locator("body")).containsText("print(double(21))");
    }

    @Test
    void eachFileHasItsOwnUndoAndADeletedOneComesBack() {
        open("/?language=python3");
        write("one = 1");
        addFile("b.py");
        editor().click();
        page.keyboard().insertText("two = 2");
        tab("main.py").click();
        editor().click();
        page.keyboard().press("Control+z");
        assertThat(editor()).not().containsText("one");
        page.keyboard().press("Control+y");
        assertThat(editor()).containsText("one = 1");

        tab("b.py").click();
        page.keyboard().press("Delete");
        assertThat(tab("b.py")).hasCount(0);
        button("Undo").click();
        assertThat(editor()).containsText("two = 2");
    }

    @Test
    void anotherFileBecomesTheMainOne() {
        open("/?language=python3");
        write("print('first')");
        addFile("other.py");
        write("print('other')");
        tab("other.py").press("F2");
        button("Make it the main file").click();
        run();
        assertThat(console()).hasText("other");
    }

    @Test
    void aNameThatIsNoneIsRefusedInWords() {
        open("/?language=python3");
        button("Add a file").click();
        for (String name :
                new String[] {
                    "../x.py", "/x.py", "a//b", "MAIN.py", "main.py/x", "-c", "a\u202eb"
                }) {
            textbox("File name").fill(name);
            textbox("File name").press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("The file name ");
            assertThat(page.getByRole(AriaRole.TAB)).hasCount(1);
        }
        textbox("File name").press("Escape");
        assertThat(textbox("File name")).isHidden();
    }

    @Test
    void whatACompilerSaysOfAFileIsInItsTab() {
        open("/?language=c");
        write("int twice(int);\nint main(void) { return twice(1); }");
        addFile("twice.c");
        write("int twice(int n)\n{\n    return m;\n}");
        tab("main.c").click();
        run();
        assertThat(result()).containsText("Did not compile");
        page.getByRole(
                        AriaRole.TAB,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("^twice.c \\d messages?$")))
                .click();
        assertThat(page.locator(".cm-activeLine")).hasText("return m;");
        assertThat(page.locator(".cm-lintRange-error")).hasText("m");
    }

    @Test
    void anArchiveIsUnpackedAndPackedAgain() throws IOException {
        open("/?language=python3");
        upload(
                "program.zip",
                zip(
                        Map.of(
                                "lib/util.py",
                                bytes(
                                        "def read():\n    return len(open('data/in.bin', 'rb').read())"),
                                "main.py",
                                bytes("from lib.util import read\nprint(read())"),
                                "data/in.bin",
                                new byte[1234])));
        assertThat(tab("main.py")).hasAttribute("aria-selected", "true");
        assertThat(button("Remove")).isHidden();
        tab("data/in.bin binary, 1.2 KB").click();
        assertThat(page.locator(".file-binary")).containsText("data/in.bin: binary");
        assertThat(editor()).isHidden();
        assertThat(button("Remove")).isVisible();
        page.screenshot(shot("files-binary"));
        run();
        assertThat(console()).hasText("1234");

        button("More").click();
        Download download = page.waitForDownload(() -> page.getByText("Download").click());
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("main.zip");
        try (ZipFile packed = new ZipFile(download.path().toFile())) {
            Assertions.assertThat(packed.stream().map(ZipEntry::getName))
                    .containsExactlyInAnyOrder("main.py", "lib/util.py", "data/in.bin");
            Assertions.assertThat(packed.getEntry("data/in.bin").getSize()).isEqualTo(1234);
        }
    }

    @Test
    void anArchiveNeitherLeavesItsFolderNorLinksNorBursts() throws IOException {
        open("/?language=python3");
        write("print('mine')");
        byte[] slip =
                zip(
                        Map.of(
                                "../../evil.py",
                                bytes("1"),
                                "/etc/x",
                                bytes("2"),
                                "good.py",
                                bytes("3")));
        upload("slip.zip", slip);
        assertThat(tab("good.py")).isVisible();
        assertThat(page.getByRole(AriaRole.TAB)).hasCount(2);
        assertThat(page.locator(".notice")).containsText("../../evil.py: The file name must not");

        upload("link.zip", asLink(zip(Map.of("link", bytes("/etc/passwd")))));
        upload("bomb.zip", zip(Map.of("big", new byte[50_000_000])));
        assertThat(page.locator(".notice")).containsText("bomb.zip is too big when unpacked");
        upload("broken.zip", java.util.Arrays.copyOf(slip, 60));
        assertThat(page.locator(".notice")).containsText("broken.zip is damaged");
        assertThat(page.getByRole(AriaRole.TAB)).hasCount(2);
        tab("main.py").click();
        assertThat(editor()).containsText("print('mine')");
    }

    @Test
    void aDroppedFileBecomesATab() {
        open("/?language=python3");
        write("print(open('test.txt').read())");
        page.locator("code-editor .cm-content")
                .dispatchEvent(
                        "drop",
                        Map.of(
                                "dataTransfer",
                                page.evaluateHandle(
                                        "() => { const t = new DataTransfer(); t.items.add(new File(['dropped'], 'test.txt')); return t; }")));
        assertThat(tab("test.txt")).isVisible();
        run();
        assertThat(console()).hasText("dropped");
    }

    @Test
    void tabsScrollOnAPhone() {
        useProfile(
                new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        open("/?language=python3");
        for (int i = 0; i < 6; i++) {
            addFile("folder/file" + i + ".py");
        }
        page.screenshot(shot("files-phone-dark"));
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        for (Locator target : page.locator("file-tabs button:visible").all()) {
            BoundingBox box = target.boundingBox();
            Assertions.assertThat(box.height).isGreaterThanOrEqualTo(44);
            Assertions.assertThat(box.width).isGreaterThanOrEqualTo(44);
        }
        tab("main.py").click();
        assertThat(tab("main.py")).hasAttribute("aria-selected", "true");
    }

    private void upload(String name, byte[] content) {
        button("More").click();
        FileChooser chooser =
                page.waitForFileChooser(() -> page.getByText("Upload a file").click());
        chooser.setFiles(new FilePayload(name, "application/octet-stream", content));
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /// Says of the only entry that it is a symbolic link.
    private static byte[] asLink(byte[] zip) {
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = buffer.getInt(zip.length - 22 + 16);
        buffer.putInt(directory + 38, 0xa1ff0000);
        return zip;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void addFile(String name) {
        button("Add a file").click();
        textbox("File name").fill(name);
        textbox("File name").press("Enter");
        assertThat(tab(name)).hasAttribute("aria-selected", "true");
    }

    private Locator tab(String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setPath(Path.of("target/shots", name + ".png"));
    }
}
