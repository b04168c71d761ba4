package dev.sandlot.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.language.Language;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// In the real jail, with shell scripts in place of compilers: what waits gets its program to the
/// last byte, and from then on the compile step's limits hold.
@SpringBootTest(
        classes = WaitingCompilerIT.SandboxAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Timeout(120)
class WaitingCompilerIT {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("dev.sandlot.sandbox")
    @ConfigurationPropertiesScan("dev.sandlot.sandbox")
    static class SandboxAlone {}

    private static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    MemorySize.ofMib(64),
                    MemorySize.ofKib(64),
                    16,
                    MemorySize.ofMib(4));

    @Autowired private Sandbox sandbox;

    @BeforeEach
    void sandboxServes() throws Exception {
        sandbox.accepting().get(60, TimeUnit.SECONDS);
    }

    @Test
    void getsItsProgramToTheLastByte() throws Exception {
        CompileRequest request = request("ls; cat > main", "x".repeat(200_000));
        JobResult result = compile(request, new Recording(JobListener.silent()));

        assertThat(result.outcome()).isEqualTo(new Outcome.Exited(0));
        assertThat(result.limits()).isEqualTo(LIMITS);
        assertThat(result.files())
                .singleElement()
                .extracting(JailFile::content)
                .isEqualTo(WaitingProgram.of(request));
    }

    @Test
    void isStoppedAtTheWallTimeOfACompileStep() throws Exception {
        JobResult result = compile("cat > /dev/null; sleep 60");

        assertThat(result.outcome()).isEqualTo(new Outcome.LimitExceeded(Limit.WALL_TIME));
    }

    @Test
    void isHeldToTheOutputOfACompileStep() throws Exception {
        Recording heard = new Recording(JobListener.silent());
        JobResult result = compile(request("cat > /dev/null; yes", "a"), heard);

        assertThat(result.outcome()).isEqualTo(new Outcome.LimitExceeded(Limit.OUTPUT));
        assertThat(heard.result(result).stdout().length)
                .isBetween(60_000, (int) LIMITS.output().bytes());
    }

    @Test
    void isHeldToItsMemory() throws Exception {
        JobResult result =
                compile(
                        "cat > /dev/null; exec perl -e '$x .= q(x) x 1048576 while 1' 2> /dev/null");

        assertThat(result.outcome()).isEqualTo(new Outcome.LimitExceeded(Limit.MEMORY));
    }

    @Test
    void whatItSaysLaterIsTheUsers() throws Exception {
        Recording heard = new Recording(JobListener.silent());
        JobResult result = compile(request("cat > /dev/null; echo ready 7", "a"), heard);

        assertThat(new String(heard.result(result).stdout(), UTF_8)).isEqualTo("ready 7\n");
    }

    private JobResult compile(String script) throws Exception {
        return compile(request(script, "a"), new Recording(JobListener.silent()));
    }

    private JobResult compile(CompileRequest request, JobListener listener) throws Exception {
        WaitingCompiler compiler =
                new WaitingCompiler(sandbox, request.language(), LIMITS, MemorySize.ofMib(1));
        assertThat(compiler.ready().get(30, TimeUnit.SECONDS)).isTrue();
        return compiler.take(request, listener).orElseThrow().result().get(30, TimeUnit.SECONDS);
    }

    /// Of a client of its own: what one of these used up doesn't count for the next.
    ///
    /// @param script what the compiler does once it is ready
    private static CompileRequest request(String script, String content) {
        Language language =
                TestLanguages.waiting(
                        List.of("/bin/bash", "-c", "echo ready 0; " + script), LIMITS);
        return new CompileRequest(
                language,
                List.of(SourceFile.of("main.c", content)),
                List.of(),
                LIMITS,
                "client of " + script);
    }
}
