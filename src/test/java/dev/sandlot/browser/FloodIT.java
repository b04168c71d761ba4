package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A program that prints as much as it may of what is dear to show: one can type and stop it all
/// the while, and the document stays bounded.
class FloodIT extends BrowserStories {

    /// Lines, and pieces of them that look different, with the block that goes over the limit.
    private static final int MOST_ELEMENTS = 20_000 + 40_000 + 5_000;

    private static final int MOST_CHARACTERS = 1024 * 1024 + 64 * 1024;

    enum Flood {
        ONE_LINE("b'x' * 1_000_000"),
        MANY_LINES("b'\\n' * 200_000"),
        COLOURS("b'\\x1b[31mX\\x1b[32mY' * 80_000"),
        COLOURS_WITHOUT_TEXT("b'\\x1b[1;31m' * 120_000"),
        UNFINISHED_SEQUENCES("b'\\x1b]0;' * 200_000"),
        BELLS("b'\\x07' * 1_000_000"),
        NULS("b'\\0' * 1_000_000"),
        MARKS("b'a\\1' * 500_000"),
        OVERRIDES("'a\\u202e'.encode() * 200_000"),
        ONE_TOWER("('e' + '\\u0301' * 400_000).encode()"),
        ONE_EMOJI("'\\U0001f468\\u200d'.encode() * 120_000"),
        RIGHT_TO_LEFT(
                "'\\u05e9\\u05dc\\u05d5\\u05dd \\u0645\\u0631\\u062d\\u0628\\u0627 '.encode() * 40_000"),
        LOOKALIKES("'p\\u0430'.encode() * 300_000"),
        RETURNS("b'\\rx' * 400_000"),
        BACKSPACES("b'x\\b' * 400_000"),
        TABS("b'\\t' * 1_000_000"),
        EVERY_BYTE("bytes(range(256)) * 4_000");

        private final String bytes;

        Flood(String bytes) {
            this.bytes = bytes;
        }
    }

    @ParameterizedTest
    @EnumSource(Flood.class)
    void leavesThePageUsable(Flood flood) {
        open("/?language=python3");
        assertThat(button("Run")).isEnabled();
        write(
                """
                import sys, time
                sys.stdout.buffer.write(%s)
                sys.stdout.flush()
                print("printed", file=sys.stderr)
                time.sleep(60)
                """
                        .formatted(flood.bytes));
        run();
        assertThat(button("Stop")).isVisible();
        editor().click();
        page.keyboard().type("# typed");
        assertThat(editor()).containsText("# typed");
        button("Stop").click();
        assertThat(result()).containsText("Stopped by you");

        int characters = (int) page.evaluate("document.querySelector('run-console').text.length");
        int elements = (int) page.evaluate("document.querySelectorAll('.console-log *').length");
        assertThat(characters).isLessThanOrEqualTo(MOST_CHARACTERS);
        assertThat(elements).isLessThanOrEqualTo(MOST_ELEMENTS);
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "document.querySelector('.console-log').scrollWidth <= document.querySelector('.console-log').clientWidth"))
                .isTrue();
    }
}
