package dev.sandlot.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnippetIdTest {

    @Test
    void isShortAndNeverTheSame() {
        Set<String> ids =
                Stream.generate(SnippetId::random).limit(10_000).collect(Collectors.toSet());
        assertThat(ids)
                .hasSize(10_000)
                .allMatch(SnippetId::isValid)
                .allMatch(id -> id.length() == 12);
    }

    @Test
    void hasNoCharactersThatLookAlike() {
        assertThat(SnippetId.ALPHABET).doesNotContain("0", "o", "1", "l", "i", "u");
        assertThat(SnippetId.ALPHABET.chars().distinct().count())
                .isEqualTo(SnippetId.ALPHABET.length());
    }

    @Test
    void isUnguessable() {
        double bits = SnippetId.LENGTH * Math.log(SnippetId.ALPHABET.length()) / Math.log(2);
        assertThat(bits).isGreaterThan(58);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "7kq2mz94hdxP", "7kq2mz94hdxo", "7kq2mz94hdxpp", "' OR 1=1 --"})
    void isNotJustAnyText(String text) {
        assertThat(SnippetId.isValid(text)).isFalse();
    }
}
