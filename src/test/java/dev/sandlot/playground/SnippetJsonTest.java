package dev.sandlot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.snippet.Snippet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnippetJsonTest {

    @Test
    void bytesThatAreNoTextTravelAsBase64() {
        var files =
                List.of(
                        new Snippet.File("main.c", "ä".getBytes()),
                        new Snippet.File("a/nul", new byte[] {'x', 0}),
                        new Snippet.File("latin1", new byte[] {(byte) 0xe4}));
        var snippet =
                new Snippet(
                        "id",
                        "c",
                        "14",
                        files,
                        new byte[0],
                        List.of(),
                        List.of(),
                        "",
                        Optional.empty(),
                        Instant.EPOCH);

        assertThat(SnippetJson.of(snippet).get("files").toString())
                .isEqualTo(
                        """
                        [{"name":"main.c","content":"ä"},\
                        {"name":"a/nul","content":"eAA=","encoding":"base64"},\
                        {"name":"latin1","content":"5A==","encoding":"base64"}]\
                        """);
    }
}
