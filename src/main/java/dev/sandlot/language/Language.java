package dev.sandlot.language;

import dev.sandlot.sandbox.Limits;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A language as its folder describes it, in one of its versions: with the version that this
/// toolchain reported.
///
/// @param id `[a-z][a-z0-9]*`, such as `cpp`
/// @param name for people, such as `C++`
/// @param version as the toolchain itself says, such as `14.2.0`
/// @param versions all that are offered, the one first that people get who choose none
/// @param aliases other words that people search by, such as `js`
/// @param fileName the main file's name, such as `main.cpp`
/// @param endings of source files, such as `cpp` and `cc`: they name the language on upload and
///   pick the files that the compiler is given; the first is that of `fileName`
/// @param editorMode which highlighter the editor loads
/// @param lineComment what starts a comment to the end of the line; may be empty
/// @param blockComment what starts and ends a comment within a line; for languages that have no
///   other, or have both
/// @param hello the starter program
/// @param compile absent when the source runs as it is
/// @param options what a user may pick, by id
/// @param formatter absent where Debian or the language's own packages have none
/// @param timeFactor by how much the judge multiplies a problem's time limit
/// @param startupAllowance what the judge adds to a problem's time limit for the language's own
///   start
/// @param root the name of the root file system that holds the toolchain
/// @param rootBuild names the build of that root file system
public record Language(
        String id,
        String name,
        String version,
        List<String> versions,
        List<String> aliases,
        String fileName,
        List<String> endings,
        String editorMode,
        String lineComment,
        Optional<BlockComment> blockComment,
        String hello,
        Optional<CompileStep> compile,
        RunStep run,
        List<Option> options,
        Optional<Formatter> formatter,
        double timeFactor,
        Duration startupAllowance,
        String root,
        String rootBuild) {

    public Language {
        versions = List.copyOf(versions);
        aliases = List.copyOf(aliases);
        endings = List.copyOf(endings);
        options = List.copyOf(options);
    }

    /// @param command as the folder has it, with placeholders: see [Language#compileCommand]
    /// @param waiting starts the same compiler without a program, which it then reads from its
    ///   standard input; empty where that can't be done: see [Language#waitingCommand]
    /// @param diagnostics reads the compiler's messages
    /// @param collect names of what the step leaves for the run step; `*` for everything in `/work`
    public record CompileStep(
            List<String> command,
            List<String> waiting,
            Map<String, String> env,
            Limits limits,
            DiagnosticPattern diagnostics,
            List<String> collect) {

        public CompileStep {
            command = List.copyOf(command);
            waiting = List.copyOf(waiting);
            env = Map.copyOf(env);
            collect = List.copyOf(collect);
        }
    }

    /// @param command as the folder has it, with placeholders: see [Language#runCommand]
    /// @param limits the defaults for a run
    /// @param sources whether the sources are needed at run time (always so without a compile step)
    /// @param diagnostics reads the messages of a program that fails while it runs, where these
    ///   name a line
    public record RunStep(
            List<String> command,
            Map<String, String> env,
            Limits limits,
            boolean sources,
            Optional<DiagnosticPattern> diagnostics) {

        public RunStep {
            command = List.copyOf(command);
            env = Map.copyOf(env);
        }
    }

    public record BlockComment(String start, String end) {}

    /// Reads source code on its standard input and prints it formatted.
    ///
    /// @param command as the folder has it, with placeholders: see [Language#formatCommand]
    public record Formatter(List<String> command, Map<String, String> env) {

        public Formatter {
            command = List.copyOf(command);
            env = Map.copyOf(env);
        }
    }

    /// A choice for the compile step: an id that users see, the flags that they never see.
    ///
    /// @param group of a group at most one makes sense
    /// @param byDefault whether it is taken when nothing of its group is chosen
    public record Option(
            String id, String label, List<String> flags, String group, boolean byDefault) {

        public Option {
            flags = List.copyOf(flags);
        }
    }

    public Optional<Option> option(String optionId) {
        return options.stream().filter(option -> option.id().equals(optionId)).findFirst();
    }

    /// argv of the compile step.
    ///
    /// @param fileNames of all files of the program; those that end in one of [#endings] are given
    ///   to the compiler
    /// @param optionIds out of [#options]; an unknown one is an error of the caller
    /// @param limits those of the compile step: compilers with a heap of their own get a part of
    ///   its memory
    public List<String> compileCommand(
            String mainFile,
            Collection<String> fileNames,
            Collection<String> optionIds,
            Limits limits) {
        return placeholders(mainFile, fileNames, optionIds, limits)
                .fill(compile.orElseThrow().command());
    }

    /// argv of a compiler that waits for its program.
    public List<String> waitingCommand(Limits limits) {
        return placeholders(fileName, List.of(), List.of(), limits)
                .fill(compile.orElseThrow().waiting());
    }

    /// The environment of the compile step, beside the jail's own.
    public Map<String, String> compileEnv(Limits limits) {
        return placeholders(fileName, List.of(), List.of(), limits)
                .fill(compile.orElseThrow().env());
    }

    /// argv of the run step; the program's own arguments follow it.
    ///
    /// @param limits those of the run step: runtimes with a heap of their own get a part of its
    ///   memory
    public List<String> runCommand(String mainFile, Limits limits) {
        return placeholders(mainFile, List.of(), List.of(), limits).fill(run.command());
    }

    /// The environment of the run step, beside the jail's own.
    public Map<String, String> runEnv(Limits limits) {
        return placeholders(fileName, List.of(), List.of(), limits).fill(run.env());
    }

    /// argv of the formatter.
    public List<String> formatCommand(String mainFile, Limits limits) {
        return placeholders(mainFile, List.of(), List.of(), limits)
                .fill(formatter.orElseThrow().command());
    }

    /// The environment of the formatter, beside the jail's own.
    public Map<String, String> formatEnv(Limits limits) {
        return placeholders(fileName, List.of(), List.of(), limits)
                .fill(formatter.orElseThrow().env());
    }

    /// The same, knowing which other versions there are.
    Language among(List<String> offered) {
        return new Language(
                id,
                name,
                version,
                offered,
                aliases,
                fileName,
                endings,
                editorMode,
                lineComment,
                blockComment,
                hello,
                compile,
                run,
                options,
                formatter,
                timeFactor,
                startupAllowance,
                root,
                rootBuild);
    }

    /// Everything beside files, options and limits that decides what a compile step makes: part of
    /// the cache key.
    public String toolchain() {
        return String.join(
                " ",
                rootBuild,
                id,
                version,
                compile.map(step -> step.command() + " " + new TreeMap<>(step.env())).orElse(""));
    }

    private Placeholders placeholders(
            String mainFile,
            Collection<String> fileNames,
            Collection<String> optionIds,
            Limits limits) {
        List<String> sources =
                fileNames.stream()
                        .filter(name -> endings.stream().anyMatch(e -> name.endsWith("." + e)))
                        .toList();
        List<String> flags =
                chosen(optionIds).stream().flatMap(option -> option.flags().stream()).toList();
        return new Placeholders(mainFile, sources, flags, limits.memory());
    }

    private List<Option> chosen(Collection<String> optionIds) {
        List<Option> asked =
                optionIds.stream()
                        .map(id -> option(id).orElseThrow(() -> unknownOption(id)))
                        .toList();
        Set<String> groups = asked.stream().map(Option::group).collect(Collectors.toSet());
        Stream<Option> defaults =
                options.stream().filter(o -> o.byDefault() && !groups.contains(o.group()));
        return Stream.concat(defaults, asked.stream()).toList();
    }

    private IllegalArgumentException unknownOption(String optionId) {
        return new IllegalArgumentException(id + " has no option " + optionId);
    }
}
