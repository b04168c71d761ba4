package dev.sandlot.language;

import dev.sandlot.language.Language.BlockComment;
import dev.sandlot.language.Language.CompileStep;
import dev.sandlot.language.Language.Formatter;
import dev.sandlot.language.Language.Option;
import dev.sandlot.language.Language.RunStep;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads one folder of `languages/` into the versions of a [Language].
final class LanguageFolder {

    static final Limits COMPILE_LIMITS =
            new Limits(
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(20),
                    MemorySize.ofMib(1024),
                    MemorySize.ofKib(64),
                    128,
                    MemorySize.ofMib(256));

    static final Limits RUN_LIMITS =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    MemorySize.ofMib(256),
                    MemorySize.ofMib(1),
                    64,
                    MemorySize.ofMib(16));

    private static final String[] KEYS = {
        "name",
        "aliases",
        "set",
        "root",
        "packages",
        "version",
        "file",
        "endings",
        "editor_mode",
        "line_comment",
        "block_comment",
        "compile",
        "run",
        "format",
        "options",
        "quick_starts",
        "remake_in_copies",
        "judge",
        "selftest_skips"
    };

    private static final String[] OF_A_VERSION = {
        "root", "packages", "version", "compile", "run", "format", "options", "judge"
    };

    private static final String ID = "[a-z][a-z0-9]*";
    private static final String FILE_NAME = "[A-Za-z0-9_]+\\.[A-Za-z0-9]+";
    private static final String OPTION_ID = "[A-Za-z0-9][A-Za-z0-9+=.-]*";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z_]+}");

    private static final String VERSION_NAME = "[a-z0-9][a-z0-9.-]*";
    private static final String YAML = ".yaml";

    private final Path folder;
    private final String id;
    private final Roots roots;

    private LanguageFolder(Path folder, Roots roots) {
        this.folder = folder;
        this.id = String.valueOf(folder.getFileName());
        this.roots = roots;
    }

    /// All versions of the language that were built, the one first that people get who choose none.
    ///
    /// @throws InvalidLanguageException naming the file, the key and the value that can't be used
    /// @throws NotInstalledException when nothing is wrong but that it isn't there
    static List<Language> read(Path folder, Roots roots) {
        return new LanguageFolder(folder, roots).versions();
    }

    private List<Language> versions() {
        YamlSection yaml = description();
        List<Language> versions = new ArrayList<>(List.of(language(yaml, id)));
        for (Path overlay : overlays()) {
            String file = String.valueOf(overlay.getFileName());
            String name = file.substring(0, file.length() - YAML.length());
            YamlSection over = YamlSection.read(overlay).allowing(OF_A_VERSION);
            if (!name.matches(VERSION_NAME)) {
                throw over.problem("the file", "'" + name + "' isn't of the form " + VERSION_NAME);
            }
            YamlSection merged = yaml.overlaidBy(over);
            if (built(merged, id + "/" + name)) {
                versions.add(language(merged, id + "/" + name));
            }
        }
        List<String> offered = versions.stream().map(Language::version).toList();
        return versions.stream().map(language -> language.among(offered)).toList();
    }

    /// `versions/<name>.yaml`: what another version of the toolchain does differently.
    private List<Path> overlays() {
        Path directory = folder.resolve("versions");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(YAML))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new InvalidLanguageException(directory, "can't be read", e);
        }
    }

    private boolean built(YamlSection yaml, String toolchain) {
        return roots.find(root(yaml)).flatMap(known -> known.version(toolchain)).isPresent();
    }

    private Language language(YamlSection yaml, String toolchain) {
        String root = root(yaml);
        Manifest manifest =
                roots.find(root)
                        .orElseThrow(() ->
                                new NotInstalledException(
                                        folder, "there is no root file system " + root));
        String version = version(yaml, manifest, toolchain);
        String fileName = yaml.text("file", FILE_NAME);
        Optional<CompileStep> compile = yaml.optionalSection("compile").map(this::compileStep);
        YamlSection judge = yaml.section("judge").allowing("time_factor", "startup_ms");
        checkBuild(yaml);
        return new Language(
                id,
                yaml.text("name"),
                version,
                List.of(version),
                yaml.texts("aliases"),
                fileName,
                endings(yaml, fileName),
                yaml.text("editor_mode"),
                yaml.optionalText("line_comment").orElse(""),
                blockComment(yaml),
                hello(fileName),
                compile,
                runStep(yaml.section("run"), compile.isEmpty()),
                yaml.sections("options").stream().map(this::option).toList(),
                yaml.optionalSection("format").map(LanguageFolder::formatter),
                judge.number("time_factor"),
                Duration.ofMillis((long) judge.number("startup_ms")),
                root,
                manifest.build());
    }

    /// What deploy/ looks for when it builds the root, and hides when it measures.
    private void checkBuild(YamlSection yaml) {
        yaml.flag("remake_in_copies");
        for (String path : yaml.texts("quick_starts")) {
            if (!path.matches("/opt/" + id + "(/[A-Za-z0-9_+-][A-Za-z0-9_.+-]*)+")) {
                throw yaml.problem("quick_starts", "'" + path + "' isn't in /opt/" + id);
            }
        }
    }

    private static String root(YamlSection yaml) {
        return yaml.has("root") ? yaml.text("root", "[a-z]+") : Sandbox.MAIN_ROOT;
    }

    private YamlSection description() {
        YamlSection yaml = YamlSection.read(folder.resolve("language.yaml"));
        if (!id.matches(ID)) {
            throw yaml.problem("the folder", "'" + id + "' isn't of the form " + ID);
        }
        return yaml.allowing(KEYS);
    }

    /// With the words around it that the folder asks for: `Clang 19.1.7`.
    private String version(YamlSection yaml, Manifest manifest, String toolchain) {
        String version =
                manifest.version(toolchain)
                        .orElseThrow(() ->
                                new NotInstalledException(
                                        folder,
                                        "the root file system was built without " + toolchain));
        return yaml.section("version")
                .optionalText("label")
                .map(label -> label.replace("{}", version))
                .orElse(version);
    }

    private static Optional<BlockComment> blockComment(YamlSection yaml) {
        List<String> ends = yaml.texts("block_comment");
        return switch (ends.size()) {
            case 0 -> Optional.empty();
            case 2 -> Optional.of(new BlockComment(ends.getFirst(), ends.getLast()));
            default -> throw yaml.problem("block_comment", ends + " isn't a start and an end");
        };
    }

    private static Formatter formatter(YamlSection yaml) {
        yaml.allowing("command", "env");
        return new Formatter(command(yaml), env(yaml));
    }

    private List<String> endings(YamlSection yaml, String fileName) {
        String own = fileName.substring(fileName.lastIndexOf('.') + 1);
        List<String> endings = yaml.has("endings") ? yaml.texts("endings") : List.of(own);
        if (endings.isEmpty() || !endings.getFirst().equals(own)) {
            throw yaml.problem("endings", endings + " doesn't begin with that of " + fileName);
        }
        return endings;
    }

    private String hello(String fileName) {
        Path file = folder.resolve("hello" + fileName.substring(fileName.lastIndexOf('.')));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidLanguageException(file, "can't be read", e);
        }
    }

    private CompileStep compileStep(YamlSection yaml) {
        yaml.allowing("command", "waiting", "env", "limits", "diagnostics", "collect");
        return new CompileStep(
                command(yaml),
                yaml.has("waiting") ? command(yaml, "waiting", false) : List.of(),
                env(yaml),
                limits(yaml, COMPILE_LIMITS),
                diagnostics(yaml),
                yaml.texts("collect"));
    }

    private RunStep runStep(YamlSection yaml, boolean interpreted) {
        yaml.allowing("command", "env", "limits", "sources", "diagnostics");
        return new RunStep(
                command(yaml),
                env(yaml),
                limits(yaml, RUN_LIMITS),
                interpreted || yaml.flag("sources"),
                yaml.has("diagnostics") ? Optional.of(diagnostics(yaml)) : Optional.empty());
    }

    private static List<String> command(YamlSection yaml) {
        return command(yaml, "command", true);
    }

    /// @param ofProgram whether a program's files and options are known when it is started
    private static List<String> command(YamlSection yaml, String key, boolean ofProgram) {
        List<String> command = yaml.texts(key);
        if (command.isEmpty()) {
            throw yaml.problem(key, "missing");
        }
        if (!command.getFirst().startsWith("/") && !command.getFirst().startsWith("./")) {
            throw yaml.problem(
                    key + "[0]", "'" + command.getFirst() + "' begins with neither / nor ./");
        }
        command.forEach(word -> requireKnownPlaceholders(yaml, key, word, ofProgram));
        return command;
    }

    private static Map<String, String> env(YamlSection yaml) {
        Map<String, String> env =
                yaml.optionalSection("env").map(YamlSection::allTexts).orElse(Map.of());
        env.values().forEach(value -> requireKnownPlaceholders(yaml, "env", value, false));
        return env;
    }

    private static void requireKnownPlaceholders(
            YamlSection yaml, String key, String word, boolean inCommand) {
        boolean wholeWord =
                inCommand && (word.equals(Placeholders.FILES) || word.equals(Placeholders.OPTIONS));
        Matcher matcher = PLACEHOLDER.matcher(word);
        while (!wholeWord && matcher.find()) {
            if (!Placeholders.WITHIN_WORDS.contains(matcher.group())) {
                throw yaml.problem(key, "'" + word + "' has an unknown placeholder");
            }
        }
    }

    private static Limits limits(YamlSection step, Limits defaults) {
        return step.optionalSection("limits")
                .map(yaml -> limitsOf(yaml, defaults))
                .orElse(defaults);
    }

    private static Limits limitsOf(YamlSection yaml, Limits defaults) {
        yaml.allowing(
                "cpu_time_s",
                "wall_time_s",
                "memory_mib",
                "output_kib",
                "processes",
                "file_size_mib");
        return new Limits(
                Duration.ofSeconds(
                        yaml.positive("cpu_time_s", (int) defaults.cpuTime().toSeconds())),
                Duration.ofSeconds(
                        yaml.positive("wall_time_s", (int) defaults.wallTime().toSeconds())),
                MemorySize.ofMib(
                        yaml.positive("memory_mib", (int) (defaults.memory().bytes() >> 20))),
                MemorySize.ofKib(
                        yaml.positive("output_kib", (int) (defaults.output().bytes() >> 10))),
                yaml.positive("processes", defaults.processes()),
                MemorySize.ofMib(
                        yaml.positive("file_size_mib", (int) (defaults.fileSize().bytes() >> 20))));
    }

    private static DiagnosticPattern diagnostics(YamlSection yaml) {
        String regex = yaml.text("diagnostics");
        try {
            return CompilerMessages.parse(regex);
        } catch (IllegalArgumentException e) {
            throw yaml.problem("diagnostics", "'" + regex + "': " + e.getMessage());
        }
    }

    private Option option(YamlSection yaml) {
        yaml.allowing("id", "label", "flags", "group", "default");
        String optionId = yaml.text("id", OPTION_ID);
        return new Option(
                optionId,
                yaml.text("label"),
                yaml.texts("flags"),
                yaml.optionalText("group").orElseGet(() -> groupOf(optionId)),
                yaml.flag("default"));
    }

    /// What the id says before its `=`, and `O` for levels of optimisation such as `O2`.
    private static String groupOf(String optionId) {
        if (optionId.matches("O[0-9a-z]*")) {
            return "O";
        }
        int equals = optionId.indexOf('=');
        return equals < 0 ? optionId : optionId.substring(0, equals);
    }
}
