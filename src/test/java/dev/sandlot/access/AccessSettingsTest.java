package dev.sandlot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AccessSettingsTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner()
                    .withUserConfiguration(Wiring.class)
                    .withPropertyValues("sandlot.access.keys-file=/nonexistent");

    @EnableConfigurationProperties({AccessSettings.class, ConnectionSettings.class})
    static class Wiring {}

    @Test
    void byDefaultNoProxyIsTrusted() {
        application.run(context -> {
            AccessSettings settings = context.getBean(AccessSettings.class);
            assertThat(settings.trustedProxies()).isEmpty();
            assertThat(settings.concurrentRuns()).isEqualTo(32);
            assertThat(settings.runsPerMinute()).isEqualTo(240);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "access.concurrent-runs, 0",
        "access.runs-per-minute, -1",
        "access.snippets-per-hour, 0",
        "access.trusted-proxies, 10.0.0.0/33",
        "access.trusted-proxies, proxy.example",
        "connections.max-connections, 0",
        "connections.head-timeout, 0s"
    })
    void aValueThatCannotBeFailsTheStart(String name, String value) {
        application
                .withPropertyValues("sandlot." + name + "=" + value)
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .hasStackTraceContaining(name.substring(name.indexOf('.') + 1)));
    }

    @Test
    void proxiesAreFoundInTheirRanges() {
        TrustedProxies proxies =
                new TrustedProxies(
                        new AccessSettings(
                                1,
                                1,
                                1,
                                List.of("10.1.0.0/16", "192.0.2.7", "2001:db8::/32"),
                                Path.of("/nonexistent")));

        assertThat(proxies.contain("10.1.2.3")).isTrue();
        assertThat(proxies.contain("192.0.2.7")).isTrue();
        assertThat(proxies.contain("2001:db8::1")).isTrue();
        assertThat(proxies.contain("10.2.0.1")).isFalse();
        assertThat(proxies.contain("::1")).isFalse();
    }
}
