package dev.sandlot.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main.c",
                "Main.java",
                "data/in.bin",
                "a/b/c/d.txt",
                ".hidden",
                "größe.txt",
                "名前.py",
                "with space.txt",
                "C++.txt"
            })
    void takes(String name) {
        assertThat(FileName.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../x",
                "a/../../b",
                "a/..",
                "./a",
                "/abs",
                "a//b",
                "a/",
                "..\\x",
                "C:\\x",
                "C:x",
                "nul\0inside",
                "line\nbreak",
                "tab\t",
                "-o",
                "a/-rf",
                "@list",
                "end.",
                "end ",
                "a\u202egnp.exe",
                "half\ud800",
                "a*",
                "a?b",
                "a|b"
            })
    void refuses(String name) {
        assertThat(FileName.fault(name)).isPresent();
    }

    @Test
    void countsBytesNotCharacters() {
        assertThat(FileName.fault("é".repeat(127) + "a")).isEmpty();
        assertThat(FileName.fault("é".repeat(128))).isPresent();
        assertThat(FileName.fault("a".repeat(300))).isPresent();
    }
}
