package dev.sandlot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.playground.ConsoleFeed.Chunk;
import dev.sandlot.sandbox.Stream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ConsoleFeedTest {

    private final List<List<Chunk>> pushed = new ArrayList<>();
    private final Queue<Runnable> windows = new ArrayDeque<>();
    private final ConsoleFeed feed = new ConsoleFeed(pushed::add, windows::add);

    @Test
    void theFirstOutputGoesOutAtOnce() {
        print("prompt? ");
        assertThat(pushed).containsExactly(List.of(new Chunk(Stream.STDOUT, "prompt? ")));
    }

    @Test
    void whatFollowsWithinTheWindowGoesOutTogether() {
        print("a");
        print("b");
        print("c");
        assertThat(pushed).hasSize(1);
        windows.remove().run();
        assertThat(pushed.getLast())
                .containsExactly(new Chunk(Stream.STDOUT, "b"), new Chunk(Stream.STDOUT, "c"));
    }

    @Test
    void aQuietWindowClosesSoThatTheNextOutputGoesOutAtOnce() {
        print("a");
        windows.remove().run();
        assertThat(windows).isEmpty();
        print("b");
        assertThat(pushed).hasSize(2);
    }

    @Test
    void aCharacterCutBetweenTwoPiecesStaysWhole() {
        byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
        feed.add(Stream.STDOUT, new byte[] {euro[0], euro[1]});
        feed.add(Stream.STDOUT, new byte[] {euro[2]});
        feed.finish();
        assertThat(pushed).containsExactly(List.of(new Chunk(Stream.STDOUT, "€")));
    }

    @Test
    void bytesThatAreNoTextBecomeTheReplacementCharacter() {
        feed.add(Stream.STDERR, new byte[] {(byte) 0xff, 'x', (byte) 0xe2});
        feed.finish();
        assertThat(pushed)
                .containsExactly(
                        List.of(new Chunk(Stream.STDERR, "\ufffdx")),
                        List.of(new Chunk(Stream.STDERR, "\ufffd")));
    }

    private void print(String text) {
        feed.add(Stream.STDOUT, text.getBytes(StandardCharsets.UTF_8));
    }
}
