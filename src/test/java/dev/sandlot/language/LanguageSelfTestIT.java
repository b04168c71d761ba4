package dev.sandlot.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sandlot.language.Trial.Ended;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// Every language in `languages/` does what people need of one, in the real jail, by its own
/// commands. A folder's `selftest_skips` names what a language can't do and why.
/// `-Dlanguage=lua,perl` tests those alone.
@SpringBootTest(
        classes = LanguageSelfTestIT.SandboxAndLanguages.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageSelfTestIT {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"dev.sandlot.sandbox", "dev.sandlot.language"})
    @ConfigurationPropertiesScan({"dev.sandlot.sandbox", "dev.sandlot.language"})
    static class SandboxAndLanguages {}

    private static final Path LANGUAGES = Path.of("languages");
    private static final Set<String> ONLY =
            Set.of(System.getProperty("language", "").split(",")).stream()
                    .filter(id -> !id.isEmpty())
                    .collect(Collectors.toSet());
    private static final String UNICODE = "Grüße, 世界 🌍";

    @Autowired private Sandbox sandbox;
    @Autowired private LanguageProperties properties;

    @BeforeAll
    void everyRootServes() throws Exception {
        for (String root : Roots.read(properties.rootDir()).manifests().keySet()) {
            sandbox.accepting(root).get(60, TimeUnit.SECONDS);
        }
    }

    @TestFactory
    Stream<DynamicTest> helloRunsWithoutInput() {
        return test("hello", this::helloRunsWithoutInput);
    }

    @TestFactory
    Stream<DynamicTest> inputIsReadToItsEnd() {
        return test(
                "stdin",
                (trial, part) -> {
                    Ended ended = trial.compileAndRun(part.files(), "3 4\nlast line\n", List.of());
                    assertSucceeded(ended);
                    assertThat(ended.stdout().stripTrailing()).isEqualTo("7\nlast line");
                });
    }

    @TestFactory
    Stream<DynamicTest> argumentsArriveInOrder() {
        return test(
                "arguments",
                (trial, part) -> {
                    List<String> args = List.of("foo", "bar", "baz");
                    Ended ended = trial.compileAndRun(part.files(), "", args);
                    assertSucceeded(ended);
                    assertThat(ended.stdout()).isEqualTo("foo\nbar\nbaz\n");
                });
    }

    @TestFactory
    Stream<DynamicTest> secondFileIsUsed() {
        return test(
                "second-file",
                (trial, part) -> {
                    assertThat(part.files()).hasSizeGreaterThan(1);
                    Ended ended = trial.compileAndRun(part.files(), "", List.of());
                    assertSucceeded(ended);
                    assertThat(ended.stdout()).isEqualTo("from the second file\n");
                });
    }

    @TestFactory
    Stream<DynamicTest> textFileIsRead() {
        return test(
                "read-file",
                (trial, part) -> {
                    JailFile text = JailFile.of("test.txt", "one\ntwo\n".getBytes());
                    List<JailFile> files =
                            Stream.concat(part.files().stream(), Stream.of(text)).toList();
                    Ended ended = trial.compileAndRun(files, "", List.of());
                    assertSucceeded(ended);
                    assertThat(ended.stdout()).isEqualTo("one\ntwo\n");
                });
    }

    @TestFactory
    Stream<DynamicTest> exitCodeIsReported() {
        return test(
                "exit-code",
                (trial, part) -> {
                    Ended ended = trial.compileAndRun(part.files(), "", List.of());
                    assertThat(ended.result().outcome())
                            .as(ended.stderr())
                            .isEqualTo(new Outcome.Exited(7));
                });
    }

    @TestFactory
    Stream<DynamicTest> errorsAreKeptApartFromOutput() {
        return test(
                "stderr",
                (trial, part) -> {
                    Ended ended = trial.compileAndRun(part.files(), "", List.of());
                    assertSucceeded(ended);
                    assertThat(ended.stdout()).isEqualTo("out\n");
                    assertThat(ended.stderr()).isEqualTo("err\n");
                });
    }

    @TestFactory
    Stream<DynamicTest> unicodeSurvivesInAndOut() {
        return test(
                "unicode",
                (trial, part) -> {
                    Ended ended = trial.compileAndRun(part.files(), UNICODE + "\n", List.of());
                    assertSucceeded(ended);
                    assertThat(ended.stdout()).isEqualTo("äöü ∀ 日本 🎉\n" + UNICODE + "\n");
                });
    }

    @TestFactory
    Stream<DynamicTest> wrongLineIsNamed() {
        return test("compile-error", this::wrongLineIsNamed);
    }

    @TestFactory
    Stream<DynamicTest> crashKeepsTheOutputSoFar() {
        return test(
                "runtime-error",
                (trial, part) -> {
                    Ended ended = trial.compileAndRun(part.files(), "", List.of());
                    assertThat(ended.succeeded()).as(ended.stdout()).isFalse();
                    assertThat(ended.stdout()).isEqualTo("before\n");
                    assertThat(ended.result().outcome())
                            .isInstanceOfAny(Outcome.Exited.class, Outcome.Signalled.class);
                });
    }

    @TestFactory
    Stream<DynamicTest> promptIsSeenBeforeSomebodyTypes() {
        return test(
                "interactive",
                (trial, part) -> {
                    List<JailFile> files = part.files();
                    if (part.language().compile().isPresent()) {
                        Ended compiled = trial.compile(files);
                        assertSucceeded(compiled);
                        files = trial.program(files, compiled.result().files());
                    }
                    Conversation conversation =
                            Conversation.begin(
                                    sandbox, trial.runJob(part.mainFile(), files, "", List.of()));
                    conversation.await("Name? ");
                    conversation.type("Ada\n");
                    conversation.await("Hello, Ada");
                    assertThat(conversation.end()).isEqualTo(new Outcome.Exited(0));
                });
    }

    /// A part of those languages that have a formatter.
    @TestFactory
    Stream<DynamicTest> formatterLeavesAloneWhatItFormatted() {
        return test(
                "hello",
                (trial, part) -> {
                    assumeThat(part.language().formatter()).as("a formatter").isPresent();
                    Ended once = trial.format(part.mainFile(), part.language().hello());
                    assertSucceeded(once);
                    assertThat(once.stdout()).isNotBlank();
                    Ended twice = trial.format(part.mainFile(), once.stdout());
                    assertSucceeded(twice);
                    assertThat(twice.stdout()).isEqualTo(once.stdout());
                });
    }

    private void helloRunsWithoutInput(Trial trial, SelfTestFolder.Part part) {
        long before = System.nanoTime();
        Ended ended = trial.compileAndRun(part.files(), "", List.of());
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertSucceeded(ended);
        assertThat(ended.stdout()).contains("Hello, World!");
        assertThat(ended.stderr()).isEmpty();
        System.out.printf("hello %-12s %4d ms%n", part.language().id(), took.toMillis());
    }

    private void wrongLineIsNamed(Trial trial, SelfTestFolder.Part part) {
        Language language = part.language();
        int line = part.lineOf("WRONG");
        if (language.compile().isEmpty()) {
            Ended ended = trial.run(part.mainFile(), part.files(), "", List.of());
            assertThat(ended.succeeded()).isFalse();
            assertThat(ended.stderr()).containsPattern("\\b" + line + "\\b");
            return;
        }
        Ended ended = trial.compile(part.files());
        assertThat(ended.succeeded()).isFalse();
        String said = ended.stderr() + ended.stdout();
        CompilerMessages messages = (CompilerMessages) language.compile().get().diagnostics();
        List<Diagnostic> found = messages.find(said);
        assertThat(found)
                .as(said)
                .anySatisfy(diagnostic -> {
                    assertThat(diagnostic.file())
                            .isEqualTo(messages.names("file") ? part.mainFile() : "");
                    assertThat(diagnostic.line()).isEqualTo(line);
                    assertThat(diagnostic.severity()).isEqualTo(Diagnostic.Severity.ERROR);
                    assertThat(diagnostic.column() > 0).isEqualTo(messages.names("column"));
                    assertThat(diagnostic.message()).isNotBlank();
                });
    }

    private static void assertSucceeded(Ended ended) {
        assertThat(ended.result().outcome())
                .as("%s%n%s", ended.stdout(), ended.stderr())
                .isEqualTo(new Outcome.Exited(0));
    }

    /// What a part's test does with the program of one language.
    private interface PartTest {
        void check(Trial trial, SelfTestFolder.Part part);
    }

    private Stream<DynamicTest> test(String part, PartTest test) {
        Roots roots = Roots.read(properties.rootDir());
        return SelfTestFolder.all(LANGUAGES, roots).stream()
                .filter(folder -> ONLY.isEmpty() || ONLY.contains(folder.language().id()))
                .map(folder ->
                        DynamicTest.dynamicTest(folder.title(), () -> check(folder, part, test)));
    }

    private void check(SelfTestFolder folder, String part, PartTest test) {
        Optional<String> skipped = folder.skipped(part);
        assumeThat(skipped).as("skipped: %s", skipped.orElse("")).isEmpty();
        test.check(new Trial(sandbox, folder.language()), folder.part(part));
    }
}
