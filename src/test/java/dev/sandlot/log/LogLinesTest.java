package dev.sandlot.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/// The log as the application configures it.
@SpringBootTest(classes = LogLinesTest.Nothing.class, webEnvironment = WebEnvironment.NONE)
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {

    private static final String HOSTILE = "x\n2026-01-01T00:00:00.000Z  INFO all is well \u001b[2J";
    private static final String INERT =
            "    2026-01-01T00:00:00.000Z  INFO all is well \\u{001B}[2J";

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Test
    void noStrangerForgesARecord(CapturedOutput output) {
        Logger log = LoggerFactory.getLogger(LogLinesTest.class);

        log.error("Not found: {}", HOSTILE, new IllegalStateException(HOSTILE));

        assertThat(output.getOut().lines().filter(INERT::equals)).hasSize(2);
        assertThat(output.getOut())
                .contains("    \tat dev.sandlot.log.LogLinesTest.noStrangerForgesARecord")
                .doesNotContain("\u001b[2J");
        assertThat(output.getOut().lines()).noneMatch(line -> line.startsWith("2026-01-01"));
    }
}
