package dev.sandlot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void spacesPartWords() {
        assertThat(Arguments.parse("  foo\tbar  baz ")).containsExactly("foo", "bar", "baz");
    }

    @Test
    void quotesKeepWordsTogether() {
        assertThat(Arguments.parse("'a b' \"c d\"e ''")).containsExactly("a b", "c de", "");
    }

    @Test
    void aBackslashTakesTheNextCharacterButNotWithinSingleQuotes() {
        assertThat(Arguments.parse("a\\ b \"\\\"\" '\\' end\\"))
                .containsExactly("a b", "\"", "\\", "end\\");
    }

    @Test
    void anOpenQuoteGoesToTheEnd() {
        assertThat(Arguments.parse("\"a b")).containsExactly("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "two words", "it's", "", "$HOME;`x`", "\\", "ä"})
    void whatIsJoinedParsesToTheSame(String argument) {
        List<String> arguments = List.of(argument, "x", argument);
        assertThat(Arguments.parse(Arguments.join(arguments))).isEqualTo(arguments);
    }
}
