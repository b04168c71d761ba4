package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8StreamTest {

    @Test
    void aCharacterCutAnywhereStaysWhole() {
        byte[] bytes = "aé€😀b".getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            Utf8Stream stream = new Utf8Stream();
            String text =
                    stream.next(Arrays.copyOfRange(bytes, 0, cut))
                            + stream.next(Arrays.copyOfRange(bytes, cut, bytes.length))
                            + stream.end();
            assertThat(text).isEqualTo("aé€😀b");
        }
    }

    @Test
    void byteForByteItIsTheSame() {
        Utf8Stream stream = new Utf8Stream();
        StringBuilder text = new StringBuilder();
        for (byte b : "aé€😀b".getBytes(StandardCharsets.UTF_8)) {
            text.append(stream.next(new byte[] {b}));
        }
        assertThat(text.append(stream.end())).hasToString("aé€😀b");
    }

    @Test
    void whatIsNotUtf8IsReplaced() {
        Utf8Stream stream = new Utf8Stream();
        assertThat(stream.next(new byte[] {'a', (byte) 0xff, 'b'}) + stream.end())
                .isEqualTo("a\ufffdb");
    }

    @Test
    void aStreamThatEndsWithinACharacterSaysSo() {
        Utf8Stream stream = new Utf8Stream();
        assertThat(stream.next(new byte[] {'a', (byte) 0xe2, (byte) 0x82})).isEqualTo("a");
        assertThat(stream.end()).isEqualTo("\ufffd");
    }
}
