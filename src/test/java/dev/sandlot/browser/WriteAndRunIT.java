package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import dev.sandlot.attack.Attacks;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The main job.
class WriteAndRunIT extends BrowserStories {

    @Test
    void writesRunsAndSeesTheOutput() {
        open("/?language=python3");
        write("print(6 * 7)");
        run();
        assertThat(console()).hasText("42");
        assertThat(result()).containsText(Pattern.compile("Finished · exit 0 · \\d+ ms CPU"));
    }

    @Test
    void runsTheHelloProgramOfALanguageFoundByAnAlias() {
        open("/");
        choose("c++");
        assertThat(editor()).containsText("#include");
        run();
        assertThat(console()).containsText("Hello, World!");
    }

    @Test
    void typesToARunningProgramAfterItsPrompt() {
        open("/?language=python3");
        write("name = input('Name? ')\nprint('Hello,', name)\n");
        run();
        assertThat(console()).hasText("Name? ");
        textbox("Type to the program").fill("Ada");
        textbox("Type to the program").press("Enter");
        assertThat(console()).containsText("Name? Ada");
        assertThat(console()).containsText("Hello, Ada");
        assertThat(result()).containsText("Finished");
        assertThat(textbox("Type to the program")).isHidden();
    }

    @Test
    void endsTheInputWithControlD() {
        open("/?language=python3");
        write("import sys\nprint(len(sys.stdin.read()), 'characters')\n");
        run();
        textbox("Type to the program").fill("one");
        textbox("Type to the program").press("Enter");
        textbox("Type to the program").press("Control+d");
        assertThat(console()).containsText("4 characters");
        assertThat(result()).containsText("Finished");
    }

    @Test
    void stopsAnEndlessLoop() {
        open("/?language=python3");
        write("print('before', flush=True)\nwhile True: pass\n");
        run();
        assertThat(console()).hasText("before");
        button("Stop").click();
        assertThat(result()).containsText("Stopped by you after");
        assertThat(console()).hasText("before");
        assertThat(button("Run")).isEnabled();
    }

    @Test
    void runTurnsIntoStopBeforeTheServerAnswers() {
        open("/?language=python3");
        List<Route> held = new ArrayList<>();
        page.route("**/*v-r=uidl*", held::add);
        run();
        assertThat(button("Stop")).isVisible();
        page.unroute("**/*v-r=uidl*");
        held.forEach(Route::resume);
    }

    @Test
    void givesInputAndArgumentsAndComparesWithTheExpectedOutput() {
        open("/?language=python3");
        write("import sys\nprint(sum(map(int, input().split())))\nprint(sys.argv[1:])\n");
        page.keyboard().press("Control+i");
        textbox("Standard input").fill("3 4\n");
        textbox("Arguments").fill("foo \"bar baz\"");
        textbox("Expected output").fill("7\n['foo', 'bar baz']\n");
        run();
        assertThat(result()).containsText("Pass");
        textbox("Expected output").fill("7\n['foo', 'bar']\n");
        run();
        assertThat(result()).containsText("Fail, first difference in line 2");
    }

    @Test
    void tellsStandardErrorApart() {
        open("/?language=python3");
        write("import sys\nprint('fine')\nprint('trouble', file=sys.stderr)\n");
        run();
        assertThat(console().locator(".stdout", new Locator.LocatorOptions().setHasText("fine")))
                .isVisible();
        assertThat(console().locator(".stderr", new Locator.LocatorOptions().setHasText("trouble")))
                .isVisible();
    }

    @Test
    void marksWhatTheCompilerFoundInTheEditor() {
        open("/?language=cpp");
        write("int main() {\n    return missing;\n}\n");
        run();
        assertThat(result()).containsText("Did not compile · 1 error");
        assertThat(console()).containsText("missing");
        assertThat(page.locator(".cm-lintRange-error")).hasText("missing");
    }

    @Test
    void saysWhatEndedAProgramThatCrashed() {
        open("/?language=python3");
        write("import os\nos.kill(os.getpid(), 11)\n");
        run();
        assertThat(result()).containsText("Crashed: segmentation fault (SIGSEGV)");
    }

    @Attacks(69)
    @Test
    void outputThatLooksLikeMarkupStaysText() {
        open("/?language=python3");
        write(
                """
                print('<script>document.title = "owned"</script><img src=x onerror="document.title=1">')
                print('\\x1b[31mred\\x1b[0m \\x1b]0;title\\x07 \\u202edesrever')
                """);
        run();
        assertThat(console()).containsText("<script>document.title = \"owned\"</script><img src=x");
        assertThat(console().locator("script, img")).hasCount(0);
        assertThat(console().locator(".sgr-fg1")).hasText("red");
        assertThat(console().locator(".mark")).hasText("U+202E");
        assertThat(page).hasTitle("Sandlot");
    }

    @Test
    void keepsTheEndOfVeryMuchOutputAndSaysWhatWasCut() {
        open("/?language=python3");
        write("for i in range(30000): print(i)\n");
        run();
        assertThat(result()).containsText("Finished");
        assertThat(console()).containsText("29999");
        assertThat(page.getByText(Pattern.compile("The first [\\d,]+ lines are no longer shown")))
                .isVisible();
    }
}
