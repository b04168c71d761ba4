package dev.sandlot.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageCatalogueTest {

    private static final String FOO =
            """
            name: Foo
            aliases: [foolang]
            set: core
            packages:
              debian: [foo]
            version:
              command: [/usr/bin/foo, --version]
              pattern: '(.+)'
            file: main.foo
            endings: [foo, fo]
            editor_mode: foo
            line_comment: "#"
            compile:
              command: [/usr/bin/fooc, "-Xmx{heap_mib}m", "{options}", "{files}"]
              env: {FOO_MAIN: "{stem}"}
              limits: {memory_mib: 100, wall_time_s: 3}
              diagnostics: '^(?P<line>\\d+): (?P<message>.*)$'
              collect: [main]
            run:
              command: [./main, "{main}"]
            options:
              - {id: std=1, label: First, flags: [-std=1], default: true}
              - {id: std=2, label: Second, flags: [-std=2]}
              - {id: fast, label: Fast, flags: [-O, -fast]}
              - {id: O2, label: Optimised, flags: [-O2]}
              - {id: best, group: O, label: Optimised most, flags: [-best]}
            judge:
              time_factor: 2.5
              startup_ms: 40
            """;

    private final Sandbox sandbox = mock(Sandbox.class);

    @TempDir private Path directory;
    private Path languages;

    @BeforeEach
    void folders() throws IOException {
        when(sandbox.serves(any())).thenReturn(true);
        languages = Files.createDirectory(directory.resolve("languages"));
        manifest(
                "trixie",
                "\"foo\": \"1.2.3\", \"bar\": \"4.5\","
                        + " \"foo/2\": \"2.0.1\", \"foo/1.2\": \"1.2.9\"");
        add("foo", FOO);
    }

    private void manifest(String root, String versions) throws IOException {
        Files.writeString(
                directory.resolve(root + ".manifest.json"),
                "{\"build\": \"b1\", \"key\": \"k\", \"languages\": {%s}, \"packages\": {}}"
                        .formatted(versions));
    }

    @Test
    void aFolderBecomesALanguage() {
        Language foo = catalogue().find("foo").orElseThrow();

        assertThat(foo.name()).isEqualTo("Foo");
        assertThat(foo.version()).isEqualTo("1.2.3");
        assertThat(foo.versions()).containsExactly("1.2.3");
        assertThat(foo.aliases()).containsExactly("foolang");
        assertThat(foo.hello()).isEqualTo("print Hello\n");
        assertThat(foo.timeFactor()).isEqualTo(2.5);
        assertThat(foo.startupAllowance()).isEqualTo(Duration.ofMillis(40));
        assertThat(foo.run().limits()).isEqualTo(LanguageFolder.RUN_LIMITS);
        assertThat(foo.run().sources()).isFalse();
    }

    @Test
    void limitsThatAreNotNamedKeepTheirDefaults() {
        Limits limits = foo().compile().orElseThrow().limits();

        assertThat(limits.memory()).isEqualTo(MemorySize.ofMib(100));
        assertThat(limits.wallTime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(limits.cpuTime()).isEqualTo(LanguageFolder.COMPILE_LIMITS.cpuTime());
        assertThat(limits.processes()).isEqualTo(LanguageFolder.COMPILE_LIMITS.processes());
    }

    @Test
    void commandsAreFilledIn() {
        Language foo = foo();
        Limits limits = foo.compile().orElseThrow().limits();
        List<String> files = List.of("main.foo", "data.txt", "util.fo", "-o.foo", "@list.foo");

        assertThat(foo.compileCommand("main.foo", files, List.of("fast"), limits))
                .containsExactly(
                        "/usr/bin/fooc",
                        "-Xmx70m",
                        "-std=1",
                        "-O",
                        "-fast",
                        "main.foo",
                        "util.fo",
                        "./-o.foo",
                        "./@list.foo");
        assertThat(foo.compileEnv(limits)).containsExactly(Map.entry("FOO_MAIN", "main"));
        assertThat(foo.runCommand("src/other.foo", limits))
                .containsExactly("./main", "src/other.foo");
    }

    @Test
    void aChosenOptionReplacesTheDefaultOfItsGroup() {
        Limits limits = foo().compile().orElseThrow().limits();

        assertThat(foo().compileCommand("main.foo", List.of(), List.of("std=2"), limits))
                .contains("-std=2")
                .doesNotContain("-std=1");
    }

    @Test
    void ofAGroupOneOptionCounts() {
        assertThat(foo().options())
                .extracting(Language.Option::id, Language.Option::group)
                .containsExactly(
                        tuple("std=1", "std"),
                        tuple("std=2", "std"),
                        tuple("fast", "fast"),
                        tuple("O2", "O"),
                        tuple("best", "O"));
    }

    @Test
    void aVersionSaysWhatIsDifferent() throws IOException {
        version("2", "options: []");
        version("3", "");
        LanguageCatalogue catalogue = catalogue();

        assertThat(catalogue.versions("foo"))
                .extracting(Language::version)
                .as("3 was not built")
                .containsExactly("1.2.3", "Foo 2.0.1");
        assertThat(foo().versions()).containsExactly("1.2.3", "Foo 2.0.1");
        assertThat(catalogue.find("foo", "Foo 2.0.1").orElseThrow().options()).isEmpty();
        assertThat(catalogue.find("foo", "3")).isEmpty();
        assertThat(catalogue.versions("bar")).isEmpty();
    }

    @Test
    void forAVersionThatIsGoneThereIsTheClosest() throws IOException {
        version("2", "");
        version("1.2", "");
        LanguageCatalogue catalogue = catalogue();

        assertThat(catalogue.closest("foo", "Foo 2.0.0").orElseThrow().version())
                .isEqualTo("Foo 2.0.1");
        assertThat(catalogue.closest("foo", "1.2.3").orElseThrow().version()).isEqualTo("1.2.3");
        assertThat(catalogue.closest("foo", "9").orElseThrow().version()).isEqualTo("1.2.3");
        assertThat(catalogue.closest("baz", "9")).isEmpty();
    }

    private void version(String name, String yaml) throws IOException {
        Path versions = Files.createDirectories(languages.resolve("foo/versions"));
        Files.writeString(
                versions.resolve(name + ".yaml"),
                "version: {command: [/usr/bin/foo], pattern: '(.+)', label: 'Foo {}'}\n" + yaml);
    }

    @Test
    void theToolchainNamesTheRootAndTheVersion() {
        assertThat(foo().toolchain()).contains("b1", "foo", "1.2.3", "/usr/bin/fooc");
    }

    @Test
    void aBrokenFolderIsHiddenAndTheOthersServe() throws IOException {
        add("bar", FOO.replace("set: core", "colour: red"));

        assertThat(catalogue().all()).extracting(Language::id).containsExactly("foo");
    }

    @Test
    void aLanguageThatTheRootLacksIsHidden() throws IOException {
        add("baz", FOO);

        assertThat(catalogue().find("baz")).isEmpty();
    }

    @Test
    void withoutAManifestNothingIsOffered() throws IOException {
        Files.delete(directory.resolve("trixie.manifest.json"));

        assertThat(catalogue().all()).isEmpty();
    }

    @Test
    void aRootThatIsNotServedHidesItsLanguagesUntilItIs() throws IOException {
        manifest("bookworm", "\"bar\": \"4.5\"");
        add("bar", FOO.replace("name: Foo", "name: Bar\nroot: bookworm"));
        LanguageCatalogue catalogue = catalogue();

        when(sandbox.serves("bookworm")).thenReturn(false);
        assertThat(catalogue.all()).extracting(Language::id).containsExactly("foo");
        assertThat(catalogue.find("bar")).isEmpty();

        when(sandbox.serves("bookworm")).thenReturn(true);
        assertThat(catalogue.all()).extracting(Language::id).containsExactly("bar", "foo");
    }

    @Test
    void aRootThatIsNotServedHidesOneVersionOfALanguage() throws IOException {
        manifest("bookworm", "\"foo/1.0\": \"1.0\"");
        Files.createDirectory(languages.resolve("foo/versions"));
        Files.writeString(languages.resolve("foo/versions/1.0.yaml"), "root: bookworm\n");
        LanguageCatalogue catalogue = catalogue();

        assertThat(foo(catalogue).versions()).containsExactly("1.2.3", "1.0");
        when(sandbox.serves("bookworm")).thenReturn(false);
        assertThat(foo(catalogue).versions()).containsExactly("1.2.3");
    }

    @Test
    void aHiddenLanguageIsOfferedNoLonger() throws IOException {
        add("bar", FOO.replace("name: Foo", "name: Bar"));
        LanguageCatalogue catalogue = catalogue();

        catalogue.hide(catalogue.find("foo").orElseThrow(), "it does not work");

        assertThat(catalogue.all()).extracting(Language::id).containsExactly("bar");
        assertThat(catalogue.find("foo")).isEmpty();
    }

    @Test
    void languagesComeByName() throws IOException {
        add("bar", FOO.replace("name: Foo", "name: alpha"));

        assertThat(catalogue().all()).extracting(Language::name).containsExactly("alpha", "Foo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set: core              | colour: red            | colour: unknown key",
                "name: Foo              | name: [Foo]            | name: '[Foo]' isn't text",
                "name: Foo              | name: 3                | name: '3' isn't text",
                "file: main.foo         | file: ../main.foo      | file: '../main.foo'",
                "endings: [foo, fo]     | endings: [bar]         | endings: [bar]",
                "memory_mib: 100        | memory_mib: -1         | compile.limits.memory_mib: '-1'",
                "memory_mib: 100        | memory: 100            | compile.limits.memory: unknown",
                "command: [./main       | command: [main         | run.command[0]: 'main'",
                "{heap_mib}             | {heap}                 | compile.command: '-Xmx{heap}m'",
                "(?P<line>              | (?P<row>               | compile.diagnostics",
                "default: true          | default: maybe         | options[0].default: 'maybe'",
                "id: fast               | id: so fast            | options[2].id: 'so fast'",
                "time_factor: 2.5       | time_factor: fast      | judge.time_factor: 'fast'",
                "aliases: [foolang]     | aliases: [foolang      | not YAML",
                "set: core              | quick_starts: [/opt/foo/../x] | quick_starts: '/opt/foo/../x'",
                "set: core              | quick_starts: [/opt/bar/x] | quick_starts: '/opt/bar/x' isn't",
                "set: core              | remake_in_copies: often | remake_in_copies: 'often'",
                "set: core              | name: Bar              | not YAML",
            })
    void aMistakeNamesFileKeyAndValue(String right, String wrong, String message)
            throws IOException {
        String text = FOO.replace(right, wrong);
        assertThat(text).isNotEqualTo(FOO);
        add("foo", text);

        assertThatExceptionOfType(InvalidLanguageException.class)
                .isThrownBy(() ->
                        LanguageFolder.read(
                                languages.resolve("foo"),
                                TestRoots.with(languages.resolve("foo"), "1")))
                .withMessageContaining("language.yaml: " + message);
    }

    private Language foo() {
        return foo(catalogue());
    }

    private static Language foo(LanguageCatalogue catalogue) {
        return catalogue.find("foo").orElseThrow();
    }

    private LanguageCatalogue catalogue() {
        return new LanguageCatalogue(
                new LanguageProperties(languages, directory, directory.resolve("checked")),
                sandbox);
    }

    private void add(String id, String yaml) throws IOException {
        Path folder = Files.createDirectories(languages.resolve(id));
        Files.writeString(folder.resolve("language.yaml"), yaml);
        Files.writeString(folder.resolve("hello.foo"), "print Hello\n");
    }
}
