package dev.sandlot.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ApiErrorsTest {

    private final ApiErrors errors = new ApiErrors();

    @Test
    void aFullQueueSaysWhenToComeBackInWholeSeconds() {
        var answer = errors.busy(new SandboxBusyException("full", Duration.ofMillis(1200)));
        assertThat(answer.getStatusCode().value()).isEqualTo(429);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("2");
        assertThat(requireNonNull(answer.getBody()).getDetail()).isEqualTo("full");
    }

    @Test
    void aSandboxThatIsNotServingSaysWhy() {
        var answer = errors.unavailable(new SandboxUnavailableException("The self-test failed"));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("10");
        assertThat(requireNonNull(answer.getBody()).getDetail()).isEqualTo("The self-test failed");
    }

    @Test
    void aDatabaseThatIsDownTellsNothingOfItself() {
        var answer =
                errors.database(
                        new DataAccessResourceFailureException("jdbc:postgresql://secret:5432"));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("10");
        assertThat(requireNonNull(answer.getBody()).toString()).doesNotContain("secret");
    }

    @Test
    void aFullDiskIsNamed() {
        SQLException full = new SQLException("could not extend file \"base/1/2\"", "53100");
        var answer = errors.database(new DataAccessResourceFailureException("", full));
        assertThat(answer.getStatusCode().value()).isEqualTo(507);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("10");
        assertThat(requireNonNull(answer.getBody()).getDetail())
                .startsWith("The disk is full")
                .doesNotContain("base/1/2");
    }
}
