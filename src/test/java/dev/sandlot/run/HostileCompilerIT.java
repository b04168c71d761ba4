package dev.sandlot.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.attack.Attacks;
import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// A language whose compiler does whatever its source says, in the real jail, with the real cache:
/// what it leaves as the program, beside it and behind it.
@SpringBootTest(
        classes = HostileCompilerIT.SandboxAndRuns.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "sandlot.data-dir=target/it/hostile-compiler")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class HostileCompilerIT {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"dev.sandlot.sandbox", "dev.sandlot.run"})
    @ConfigurationPropertiesScan({"dev.sandlot.sandbox", "dev.sandlot.run"})
    static class SandboxAndRuns {}

    private static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    MemorySize.ofMib(64),
                    MemorySize.ofKib(64),
                    32,
                    MemorySize.ofMib(16));

    @Autowired private RunService runs;
    @Autowired private Sandbox sandbox;

    @BeforeAll
    void sandboxServes() throws Exception {
        sandbox.accepting().get(60, TimeUnit.SECONDS);
    }

    @Attacks(98)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ln -s /bin/sh main",
                "ln -s /etc/passwd main",
                "mkfifo main",
                "mkdir main",
                "ln -s /dev/zero main",
                "ln -s /proc/self/exe main"
            })
    void whatIsNoFileIsNoProgram(String compiler) throws Exception {
        RunResult result = run(compiler);

        assertThat(result.run().map(StepResult::outcome))
                .isNotEqualTo(Optional.of(new Outcome.Exited(0)));
        assertThat(result.toString()).doesNotContain("SandboxFailure");
    }

    /// Its first line may name any interpreter: of the jail's.
    @Attacks(98)
    @Test
    void aScriptInPlaceOfAProgramRunsInTheJail(@TempDir Path host) throws Exception {
        Path canary = Files.writeString(host.resolve("canary"), "seen");
        String compiler =
                "printf '#!/bin/sh\\nid -u; cat %s /etc/shadow 2> /dev/null; echo end\\n' > main; chmod +x main"
                        .formatted(canary);

        assertThat(stdout(run(compiler))).isEqualTo("1000\nend\n");
    }

    /// It swaps from when the compiler is gone. Should it be in time for the compiler's own
    /// program, then there is none.
    @Attacks({100, 152})
    @Test
    void whatACompilerLeavesRunningReachesNoRun() throws Exception {
        String compiler =
                """
                printf '#!/bin/sh\\necho honest; ls /tmp /work; kill -0 -1 2> /dev/null && echo others\\n' > main
                chmod +x main
                (trap '' TERM HUP; setsid bash -c '
                    while kill -0 $0 2> /dev/null; do :; done
                    while :; do ln -sf /etc/passwd main; echo swapped > /tmp/swapped; done' $$ &)
                """;

        RunResult result = run(compiler);
        for (int i = 0; i < 10 && result.run().isEmpty(); i++) {
            assertThat(result.compile().orElseThrow().outcome())
                    .isEqualTo(new Outcome.LimitExceeded(Limit.FILE_SIZE));
            result = run(compiler);
        }

        assertThat(stdout(result)).isEqualTo("honest\n/tmp:\n\n/work:\nmain\n");
    }

    /// The same source again: what isn't kept is compiled again, and then prints another number.
    @Attacks(101)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 3",
                "kill -9 $$",
                "while :; do :; done",
                "sleep 30",
                "perl -e '$x .= q(x) x 1048576 while 1'",
                "(perl -e '$x .= q(x) x 1048576 while 1'); exit 0",
                "yes",
                "head -c 70000 /dev/zero >&2; exit 0",
                "ln -sf /bin/sh main; exit 0",
                "for i in $(seq 50); do sleep 9 & done 2> /dev/null; exit 0",
                "head -c 17000000 /dev/zero > main"
            })
    void whatFailedOrMetALimitIsNeverKept(String end) throws Exception {
        String compiler =
                "echo $RANDOM$RANDOM$RANDOM; printf '#!/bin/sh\\necho poisoned\\n' > main; chmod +x main; "
                        + end;

        StepResult first = compileStep(compiler);
        StepResult second = compileStep(compiler);

        assertThat(first.cached()).isFalse();
        assertThat(second.cached()).isFalse();
        assertThat(firstLine(second)).isNotEqualTo(firstLine(first));
    }

    @Attacks(101)
    @Test
    void whatWasStoppedIsNeverKept() throws Exception {
        String compiler =
                "sleep 2; printf '#!/bin/sh\\necho whole\\n' > main; chmod +x main # "
                        + System.nanoTime();
        Run stopped = start(compiler);
        stopped.cancel();
        stopped.result().get(30, TimeUnit.SECONDS);

        RunResult again = run(compiler);

        assertThat(again.compile().orElseThrow().cached()).isFalse();
        assertThat(stdout(again)).isEqualTo("whole\n");
    }

    private static String firstLine(StepResult step) {
        return new String(step.stdout(), UTF_8).lines().findFirst().orElseThrow();
    }

    private static String stdout(RunResult result) {
        assertThat(result.run()).as(result.compile().toString()).isPresent();
        return new String(result.run().orElseThrow().stdout(), UTF_8);
    }

    private StepResult compileStep(String compiler) throws Exception {
        StepResult step = run(compiler).compile().orElseThrow();
        assertThat(step.outcome()).isNotInstanceOf(Outcome.SandboxFailure.class);
        return step;
    }

    private RunResult run(String compiler) throws Exception {
        return start(compiler).result().get(50, TimeUnit.SECONDS);
    }

    private Run start(String compiler) {
        return runs.start(
                RunRequest.of(
                        LANGUAGE,
                        List.of(SourceFile.of("main.sh", compiler)),
                        new byte[0],
                        "compilers"),
                RunListener.silent());
    }

    private static final Language LANGUAGE =
            new Language(
                    "hostile",
                    "Hostile",
                    "1",
                    List.of("1"),
                    List.of(),
                    "main.sh",
                    List.of("sh"),
                    "shell",
                    "#",
                    Optional.empty(),
                    "",
                    Optional.of(
                            new Language.CompileStep(
                                    List.of("/bin/bash", "{main}"),
                                    List.of(),
                                    Map.of(),
                                    LIMITS,
                                    _ -> List.of(),
                                    List.of("main"))),
                    new Language.RunStep(
                            List.of("./main"), Map.of(), LIMITS, false, Optional.empty()),
                    List.of(),
                    Optional.empty(),
                    1,
                    Duration.ZERO,
                    "trixie",
                    "test");
}
