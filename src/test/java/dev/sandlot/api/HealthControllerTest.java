package dev.sandlot.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.sandlot.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class HealthControllerTest {

    @TempDir private Path folder;

    @Test
    void isDownWithTheReasonWhenNoRunIsAccepted() {
        var answer =
                health(
                        new Sandbox.Health(false, "The self-test failed", 0, 0, 0, Map.of()),
                        "",
                        "");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(body(answer).status()).isEqualTo("DOWN");
        assertThat(body(answer).reason()).isEqualTo("The self-test failed");
    }

    @Test
    void isUpWithoutStorageAndSaysWhy() {
        var answer =
                health(new Sandbox.Health(true, "", 1, 0, 0, Map.of()), "The disk is full", "");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(body(answer).status()).isEqualTo("UP");
        assertThat(body(answer).storage().status()).isEqualTo("DOWN");
        assertThat(body(answer).storage().reason()).isEqualTo("The disk is full");
        assertThat(body(answer).doctor()).isNull();
    }

    @Test
    void tellsHowManyFindingsTheDoctorHadAndWhen() {
        String report = "{\"mend\": 2, \"advice\": 7, \"checked\": \"2026-11-28T08:00:00Z\"}";
        var answer = health(new Sandbox.Health(true, "", 1, 0, 0, Map.of()), "", report);

        assertThat(body(answer).storage().status()).isEqualTo("UP");
        assertThat(body(answer).doctor())
                .isEqualTo(new DoctorReport.Summary(2, 7, Instant.parse("2026-11-28T08:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "{}", "[1]", "{\"mend\": \"many\"}"})
    void aReportThatIsNoneIsLeftOut(String report) {
        var answer = health(new Sandbox.Health(true, "", 1, 0, 0, Map.of()), "", report);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(body(answer).doctor()).isNull();
    }

    private ResponseEntity<HealthController.Health> health(
            Sandbox.Health health, String trouble, String report) {
        Sandbox sandbox = mock(Sandbox.class);
        when(sandbox.health()).thenReturn(health);
        Path file = folder.resolve("doctor.json");
        try {
            Files.writeString(file, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HealthController(
                        sandbox,
                        () -> Optional.of(trouble).filter(text -> !text.isEmpty()),
                        new DoctorReport(file, JsonMapper.shared()))
                .health();
    }

    private static HealthController.Health body(ResponseEntity<HealthController.Health> answer) {
        return requireNonNull(answer.getBody());
    }
}
