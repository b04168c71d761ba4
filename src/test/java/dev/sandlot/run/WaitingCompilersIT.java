package dev.sandlot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sandlot.language.Diagnostic;
import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.JobListener;
import dev.sandlot.sandbox.Sandbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/// In each language here whose compiler can wait, that compiler does what the one does that is
/// started with its program.
@SpringBootTest(
        classes = WaitingCompilersIT.SandboxAndLanguages.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class WaitingCompilersIT {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"dev.sandlot.sandbox", "dev.sandlot.language"})
    @ConfigurationPropertiesScan({"dev.sandlot.sandbox", "dev.sandlot.language"})
    static class SandboxAndLanguages {}

    @Autowired private Sandbox sandbox;
    @Autowired private Languages languages;

    @BeforeAll
    void sandboxAccepts() throws Exception {
        sandbox.accepting().get(60, TimeUnit.SECONDS);
    }

    @TestFactory
    Stream<DynamicTest> compilesAsTheOneThatIsStartedWithItsProgram(@TempDir Path directory) {
        List<Language> able =
                languages.all().stream()
                        .filter(language ->
                                language.compile()
                                        .filter(step -> !step.waiting().isEmpty())
                                        .isPresent())
                        .toList();
        assumeThat(able).as("languages whose compilers can wait").isNotEmpty();
        return able.stream()
                .map(language ->
                        DynamicTest.dynamicTest(
                                language.id(),
                                () ->
                                        new OneLanguage(language, directory.resolve(language.id()))
                                                .check()));
    }

    private final class OneLanguage {

        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final Language language;
        private final CompileCacheProperties cache;
        private final WaitingCompilers waiting;
        private final CompileCache programs;
        private final Compiler compiler;

        private OneLanguage(Language language, Path directory) throws Exception {
            this.language = language;
            RunMetrics metrics = new RunMetrics(meters);
            cache =
                    new CompileCacheProperties(
                            directory,
                            DataSize.ofMegabytes(64),
                            10,
                            Duration.ofDays(1),
                            DataSize.ofMegabytes(16));
            waiting =
                    new WaitingCompilers(
                            sandbox,
                            new WaitingCompilersProperties(1, Duration.ofMinutes(1)),
                            cache,
                            metrics);
            programs = new CompileCache(cache);
            compiler = new Compiler(sandbox, programs, cache, waiting, metrics);
        }

        private void check() throws Exception {
            try {
                Compiled fresh = compile(language.hello());
                Compiled waited = compile(language.hello() + "\n\n");
                assertThat(taken()).isEqualTo(1);
                assertThat(names(waited)).isEqualTo(names(fresh)).isNotEmpty();
                assertThat(waited.step().stdout()).isEqualTo(fresh.step().stdout());

                Compiled wrong = compile("\n\n) WRONG (\n" + language.hello());
                assertThat(taken()).isEqualTo(2);
                assertThat(wrong.step().succeeded()).isFalse();
                assertThat(wrong.step().diagnostics())
                        .filteredOn(found -> found.severity() == Diagnostic.Severity.ERROR)
                        .extracting(Diagnostic::line)
                        .contains(3);
            } finally {
                waiting.destroy();
                programs.close(); // before its directory is deleted
            }
        }

        /// And waits until the next compiler waits.
        private Compiled compile(String text) throws Exception {
            CompileRequest request =
                    new CompileRequest(
                            language,
                            List.of(
                                    new SourceFile(
                                            language.fileName(),
                                            text.getBytes(StandardCharsets.UTF_8))),
                            List.of(),
                            language.compile().orElseThrow().limits(),
                            "tests");
            Compiled compiled =
                    compiler.start(request, JobListener.silent(), _ -> {})
                            .result()
                            .get(60, TimeUnit.SECONDS);
            waiting.used(language);
            assertThat(waiting.ready(language).get(60, TimeUnit.SECONDS))
                    .as("a compiler of %s waits", language.id())
                    .isTrue();
            return compiled;
        }

        private double taken() {
            return meters.counter("sandlot.compile.waiting", "result", "taken").count();
        }

        private static List<String> names(Compiled compiled) {
            return compiled.artifact().stream().map(JailFile::name).sorted().toList();
        }
    }
}
