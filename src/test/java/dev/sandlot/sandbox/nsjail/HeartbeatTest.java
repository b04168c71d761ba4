package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final Heartbeat heartbeat = new Heartbeat();

    @Test
    void silenceWhileListeningIsNoticedAfterItsPatience() {
        heartbeat.listens();
        heartbeat.hears();
        heartbeat.listens();

        for (int beat = 1; beat <= Heartbeat.PATIENCE; beat++) {
            assertThat(heartbeat.passes()).as("silent at beat " + beat).isFalse();
        }
        assertThat(heartbeat.passes()).isTrue();
    }

    @Test
    void theFirstWordMayTakeLonger() {
        heartbeat.listens();

        for (int beat = 1; beat <= 3 * Heartbeat.PATIENCE; beat++) {
            assertThat(heartbeat.passes()).as("silent at beat " + beat).isFalse();
        }
    }

    @Test
    void anyFrameStartsTheCountAgain() {
        for (int beat = 1; beat <= 10 * Heartbeat.PATIENCE; beat++) {
            heartbeat.listens();
            assertThat(heartbeat.passes()).isFalse();
            heartbeat.hears();
        }
    }

    @Test
    void timeInWhichNobodyListensDoesNotCount() {
        heartbeat.listens();
        heartbeat.hears();

        for (int beat = 1; beat <= 10 * Heartbeat.PATIENCE; beat++) {
            assertThat(heartbeat.passes()).isFalse();
        }
    }

    @Test
    void oneQuestionAtATimeIsOpen() throws ProtocolException {
        assertThat(heartbeat.asks()).isTrue();
        assertThat(heartbeat.asks()).isFalse();
        heartbeat.answered();
        assertThat(heartbeat.asks()).isTrue();
    }

    @Test
    void anAnswerWithoutAQuestionBreaksTheProtocol() {
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(heartbeat::answered);
    }
}
