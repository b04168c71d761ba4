package dev.sandlot.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aLineOfAStrangerIsIndented(String lineEnd) {
        assertThat(LogText.of("no such file: x" + lineEnd + "2026-01-01 ERROR all is lost"))
                .isEqualTo("no such file: x\n    2026-01-01 ERROR all is lost");
    }

    @Test
    void whatATerminalWouldObeyIsSpelt() {
        assertThat(LogText.of("\u001b[2J\r\b\0\u009b\u202e\u2028\ud800\u0007"))
                .isEqualTo(
                        "\\u{001B}[2J\\u{000D}\\u{0008}\\u{0000}\\u{009B}\\u{202E}\\u{2028}"
                                + "\\u{D800}\\u{0007}");
    }

    @Test
    void ordinaryTextStays() {
        assertThat(LogText.of("Größe\t→ 3 µs, מילים")).isEqualTo("Größe\t→ 3 µs, מילים");
    }

    @Test
    void aFloodIsCut() {
        assertThat(LogText.of("x".repeat(LogText.MAX_CHARACTERS + 7)))
                .endsWith("xxx… and 7 more characters");
    }
}
