package dev.sandlot.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanaryTest {

    private static final String WORD = "k0123456789abcdef0123456789abcdef";
    private static final Canary CANARY = new Canary(WORD);

    static Stream<String> disguises() {
        byte[] bytes = ("before " + WORD + " after").getBytes(StandardCharsets.UTF_8);
        byte[] wide = WORD.getBytes(StandardCharsets.UTF_16LE);
        return Stream.of(
                "it is " + WORD + ".",
                WORD.toUpperCase(Locale.ROOT),
                "cut: " + WORD.substring(5, 20),
                new StringBuilder(WORD).reverse().toString(),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().encodeToString(("x" + WORD).getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString(("xy" + WORD).getBytes(StandardCharsets.UTF_8)),
                new String(wide, StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(wide),
                Base64.getEncoder().encodeToString(wide));
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void isFoundInEveryDisguise(String text) {
        assertThat(CANARY.isIn(text)).isTrue();
    }

    @Test
    void isNotFoundElsewhere() {
        assertThat(CANARY.isIn("k0123456 789abcdef and " + Canary.random().word())).isFalse();
    }
}
