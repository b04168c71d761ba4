package dev.sandlot.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.sandlot.sandbox.Execution;
import dev.sandlot.sandbox.JobResult;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Sandbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelloCheckTest {

    private static final Baseline COST =
            new Baseline(Duration.ofMillis(12), new MemorySize(3_000_000));
    private static final Path PYTHON = Path.of("languages/python3");

    private final LanguageCatalogue languages = mock(LanguageCatalogue.class);
    private final Sandbox sandbox = mock(Sandbox.class);
    private final Language python =
            LanguageFolder.read(PYTHON, TestRoots.with(PYTHON, "3.13")).getFirst();

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @TempDir private Path directory;

    @BeforeEach
    void limits() {
        when(sandbox.maximum(any())).thenReturn(LanguageFolder.RUN_LIMITS);
    }

    @Test
    void aLanguageThatWorkedIsNotTriedAgain() {
        helloEnds(new Outcome.Exited(0));

        check();
        check();

        verify(sandbox, times(1)).start(any(), any());
        verify(languages, never()).hide(any(), any());
    }

    @Test
    void oneThatFailedIsHiddenAndTriedAgain() {
        helloEnds(new Outcome.Exited(1));

        check();
        check();

        verify(sandbox, times(2)).start(any(), any());
        verify(languages, times(2)).hide(eq(python), any());
    }

    @ParameterizedTest
    @MethodSource("untried")
    void oneThatCouldNotBeTriedIsNeitherHiddenNorKnownToWork(Outcome outcome) {
        helloEnds(outcome);

        check();
        check();

        verify(sandbox, times(2)).start(any(), any());
        verify(languages, never()).hide(any(), any());
    }

    private static Stream<Outcome> untried() {
        return Stream.of(
                new Outcome.SandboxFailure("x"),
                new Outcome.Cancelled(),
                new Outcome.LimitExceeded(Limit.WALL_TIME));
    }

    @Test
    void anotherToolchainIsTried() {
        CheckedLanguages checked = new CheckedLanguages(directory.resolve("checked"));
        checked.add(python, COST);

        Language other = LanguageFolder.read(PYTHON, TestRoots.with(PYTHON, "3.14")).getFirst();
        assertThat(checked.worked(python)).isPresent();
        assertThat(checked.worked(other)).isEmpty();
    }

    @Test
    void whatItTookIsShownAlsoAfterARestart() {
        helloEnds(new Outcome.Exited(0));

        check();
        assertThat(baseline()).containsExactly(0.012, 3_000_000.0);

        registry.clear();
        check();
        assertThat(baseline()).containsExactly(0.012, 3_000_000.0);
    }

    /// As an earlier version noted it, or a disk that was full.
    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s 12000", "%s 12000 ", "%s x 3", ""})
    void aLineWithoutFiguresHasTheLanguageTriedAgain(String line) throws IOException {
        Path file = directory.resolve("checked");
        new CheckedLanguages(file).add(python, COST);
        String key = Files.readString(file).split(" ")[0];
        Files.writeString(file, line.formatted(key) + "\n");

        assertThat(new CheckedLanguages(file).worked(python)).isEmpty();
    }

    private List<Double> baseline() {
        return Stream.of("cpu.seconds", "memory.bytes")
                .map(it ->
                        registry.get("sandlot.language.baseline." + it).tag("language", "python3"))
                .map(it -> it.gauge().value())
                .toList();
    }

    /// As after a restart.
    private void check() {
        var properties =
                new LanguageProperties(
                        Path.of("languages"), directory, directory.resolve("checked"));
        new HelloCheck(languages, sandbox, properties, registry)
                .checkAll(python.root(), List.of(python));
    }

    private void helloEnds(Outcome outcome) {
        Execution execution = mock(Execution.class);
        when(sandbox.start(any(), any())).thenReturn(execution);
        when(execution.result())
                .thenReturn(
                        CompletableFuture.completedFuture(
                                new JobResult(
                                        outcome,
                                        COST.cpuTime(),
                                        Duration.ofMillis(20),
                                        COST.peakMemory(),
                                        false,
                                        false,
                                        false,
                                        false,
                                        List.of(),
                                        false,
                                        LanguageFolder.RUN_LIMITS)));
    }
}
