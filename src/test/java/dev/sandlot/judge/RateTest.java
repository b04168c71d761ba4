package dev.sandlot.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Rate RATE = Rate.valueOf("3/10m");

    @Test
    void aFullWindowMakesTheNextWaitUntilItsOldestLeaves() {
        List<Instant> earlier = minutesAgo(1, 2, 4, 30);
        assertThat(RATE.waitingTime(earlier, NOW)).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void fewerThanTheRateNeverWait() {
        assertThat(RATE.waitingTime(minutesAgo(0, 0), NOW)).isZero();
    }

    @Test
    void whatIsOlderThanTheWindowDoesNotCount() {
        assertThat(RATE.waitingTime(minutesAgo(1, 2, 10), NOW)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "0/10m", "10/0m", "10/m", "10/10", "-1/10m", "1/10 m"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> Rate.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 second",
        "1000, 1 second",
        "1001, 2 seconds",
        "59000, 59 seconds",
        "60000, 1 minute",
        "61000, 2 minutes",
        "600000, 10 minutes",
        "3600000, 1 hour",
        "86400000, 24 hours"
    })
    void waitsAreSaidInWords(long millis, String words) {
        assertThat(Words.of(Duration.ofMillis(millis))).isEqualTo(words);
    }

    private static List<Instant> minutesAgo(long... minutes) {
        return java.util.Arrays.stream(minutes)
                .mapToObj(it -> NOW.minus(Duration.ofMinutes(it)))
                .toList();
    }
}
