package dev.sandlot.sandbox.nsjail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sandlot.sandbox.Execution;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InputTest {

    @Test
    void stdinOfAnySizeLeavesInsideTheWindow() throws ProtocolException {
        byte[] stdin = new byte[1_000_000];
        new Random(1).nextBytes(stdin);
        Input input = new Input(stdin, false);
        ByteArrayOutputStream program = new ByteArrayOutputStream();

        int unread = send(input, program);
        assertThat(unread).isEqualTo(Input.WINDOW);
        while (!input.endIsDue()) {
            input.taken(unread);
            unread = send(input, program);
        }

        assertThat(program.toByteArray()).isEqualTo(stdin);
        assertThat(input.hasMoreToSend()).isFalse();
    }

    @Test
    void whatIsTypedComesAfterTheJobsOwnInput() {
        Input input = new Input(bytes("first "), true);
        assertThat(input.offer(bytes("second "))).isTrue();
        assertThat(input.offer(bytes("third"))).isTrue();
        ByteArrayOutputStream program = new ByteArrayOutputStream();

        send(input, program);

        assertThat(program.toString(StandardCharsets.UTF_8)).isEqualTo("first second third");
        assertThat(input.endIsDue()).isFalse();
        input.close();
        assertThat(input.endIsDue()).isTrue();
        assertThat(input.endIsDue()).isFalse();
    }

    @Test
    void moreThanTheProgramMayLeaveUnreadIsRefused() throws ProtocolException {
        int most = (int) Execution.MAX_PENDING_INPUT.bytes();
        Input input = new Input(bytes("stdin"), true);
        assertThat(input.offer(new byte[most])).isTrue();
        assertThat(input.offer(new byte[1])).isFalse();

        send(input, new ByteArrayOutputStream());
        input.taken(5);
        assertThat(input.offer(new byte[1])).isFalse();
        input.taken(1);
        assertThat(input.offer(new byte[1])).isTrue();
    }

    @Test
    void nothingCanBeTypedAfterTheEnd() {
        Input input = new Input(new byte[0], true);
        input.close();

        assertThat(input.offer(bytes("late"))).isFalse();
        assertThat(new Input(new byte[0], false).offer(bytes("x"))).isFalse();
    }

    @Test
    void takingMoreThanWasSentIsAgainstTheProtocol() {
        Input input = new Input(bytes("abc"), false);
        send(input, new ByteArrayOutputStream());

        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> input.taken(4));
    }

    @Test
    void anotherJailReadsFromTheStart() {
        Input input = new Input(bytes("abc"), true);
        send(input, new ByteArrayOutputStream());
        input.offer(bytes("d"));
        ByteArrayOutputStream program = new ByteArrayOutputStream();

        send(requireNonNull(input.fromTheStart()), program);
        send(input, new ByteArrayOutputStream());

        assertThat(program.toString(StandardCharsets.UTF_8)).isEqualTo("abcd");
        assertThat(input.fromTheStart()).as("after typed bytes have left").isNull();
    }

    private static int send(Input input, ByteArrayOutputStream program) {
        int sent = 0;
        for (Input.Chunk chunk = input.next(); chunk != null; chunk = input.next()) {
            program.write(chunk.bytes(), chunk.offset(), chunk.length());
            sent += chunk.length();
        }
        return sent;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
