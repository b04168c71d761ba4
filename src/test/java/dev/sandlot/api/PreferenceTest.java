package dev.sandlot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    wait=30                    | 30
                    respond-async, wait=10     | 10
                    respond-async; wait = "5"  | 5
                    wait=9999                  | 60
                    wait=0                     | 0
                    """)
    void reads(String header, int seconds) {
        assertThat(Preference.of(header, LONGEST))
                .contains(new Preference(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "return=minimal", "await=3", "wait=-1", "wait=99999999999999"})
    void ignores(String header) {
        assertThat(Preference.of(header, LONGEST)).isEmpty();
    }

    @Test
    void noHeaderIsNoPreference() {
        assertThat(Preference.of(null, LONGEST)).isEmpty();
    }
}
