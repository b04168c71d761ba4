package dev.sandlot.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.sandlot.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class HealthControllerTest {

    @Test
    void isDownWithTheReasonWhenNoRunIsAccepted() {
        Sandbox sandbox = mock(Sandbox.class);
        when(sandbox.health())
                .thenReturn(new Sandbox.Health(false, "The self-test failed", 0, 0, 0));

        var answer = new HealthController(sandbox).health();

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(requireNonNull(answer.getBody()).status()).isEqualTo("DOWN");
        assertThat(requireNonNull(answer.getBody()).reason()).isEqualTo("The self-test failed");
    }
}
