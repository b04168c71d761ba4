package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SandboxSettingsTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Wiring.class);

    @EnableConfigurationProperties({SandboxSettings.class, GuestSettings.class})
    static class Wiring extends NsjailConfiguration {}

    @Test
    void nothingNeedsToBeSet() {
        application.run(context -> {
            SandboxSettings settings = context.getBean(SandboxSettings.class);
            assertThat(settings.launcher())
                    .isEqualTo(Path.of("/usr/local/lib/sandlot/sandlot-jail"));
            for (Profile profile : Profile.values()) {
                assertThat(settings.slots(profile, true)).isPositive();
                assertThat(settings.slots(profile, false)).isPositive();
            }
        });
    }

    @Test
    void theApplicationStartsWithoutTheLauncherAndAcceptsNoJob() {
        application
                .withPropertyValues("sandlot.sandbox.launcher=/nonexistent/sandlot-jail")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    Sandbox.Health health = context.getBean(Sandbox.class).health();
                    assertThat(health.accepting()).isFalse();
                    assertThat(health.reason()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"run-slots=0", "compile-slots=257", "queue-capacity=0"})
    void aValueThatCannotBeFailsTheStart(String property) {
        application
                .withPropertyValues("sandlot.sandbox." + property)
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining(property.split("=")[0]));
    }

    @Test
    void everyFailureDoublesTheDelay() {
        SandboxSettings settings =
                new SandboxSettings(
                        Path.of("/nonexistent"),
                        1,
                        1,
                        1,
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(1));

        assertThat(settings.restartDelay(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.restartDelay(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.restartDelay(5)).isEqualTo(Duration.ofSeconds(32));
        assertThat(settings.restartDelay(6)).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.restartDelay(1_000)).isEqualTo(Duration.ofSeconds(60));
    }
}
