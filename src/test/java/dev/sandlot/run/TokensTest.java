package dev.sandlot.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # expected        | actual          | same
                    '7\\n'            | '7'             | true
                    '1 2 3'           | '1\\n2\\t3\\r\\n' | true
                    '  a\\x0b\\x0cb ' | 'a b'           | true
                    ''                | ' \\n'          | true
                    'a b'             | 'ab'            | false
                    'a'               | 'a b'           | false
                    'a b'             | 'a'             | false
                    'a'               | ''              | false
                    'Yes'             | 'yes'           | false
                    'Hello'           | 'Hello\\x00x'   | false
                    'a b'             | 'a\\xa0b'       | false
                    '1.0'             | '1'             | false
                    """)
    void compares(String expected, String actual, boolean same) {
        assertThat(Tokens.same(bytes(expected), bytes(actual))).isEqualTo(same);
        assertThat(Tokens.same(bytes(actual), bytes(expected))).isEqualTo(same);
    }

    /// Undoes `\n`, `\r`, `\t` and `\xHH`.
    private static byte[] bytes(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) != '\\') {
                text.append(escaped.charAt(i));
                continue;
            }
            i++;
            switch (escaped.charAt(i)) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'x' -> {
                    text.append((char) Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
                    i += 2;
                }
                default -> throw new IllegalArgumentException(escaped);
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
