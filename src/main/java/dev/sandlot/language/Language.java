package dev.sandlot.language;

import dev.sandlot.sandbox.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A language as its folder describes it, with the version that its toolchain reported.
///
/// @param id `[a-z][a-z0-9]*`, such as `cpp`
/// @param name for people, such as `C++`
/// @param version as the toolchain itself says, such as `14.2.0`
/// @param aliases other words that people search by, such as `js`
/// @param fileName the main file's name, such as `main.cpp`; its ending names the language on
///   upload and download
/// @param editorMode which highlighter the editor loads
/// @param lineComment what starts a comment to the end of the line; may be empty
/// @param hello the starter program
/// @param compile absent when the source runs as it is
/// @param options what a user may pick, by id
/// @param timeFactor by how much the judge multiplies a problem's time limit
/// @param startupAllowance what the judge adds to a problem's time limit for the language's own
///   start
public record Language(
        String id,
        String name,
        String version,
        List<String> versions,
        List<String> aliases,
        String fileName,
        String editorMode,
        String lineComment,
        String hello,
        Optional<CompileStep> compile,
        RunStep run,
        List<Option> options,
        double timeFactor,
        Duration startupAllowance) {

    /// @param command argv; `{main}` stands for the main file, `{files}` for all source files of
    ///   the language
    /// @param diagnostics reads the compiler's messages
    /// @param collect names of what the step leaves for the run step; `*` for everything in `/work`
    public record CompileStep(
            List<String> command,
            Map<String, String> env,
            Limits limits,
            DiagnosticPattern diagnostics,
            List<String> collect) {}

    /// @param command argv; the program's own arguments are appended
    /// @param limits the defaults for a run
    /// @param sources whether the sources are needed at run time (always so without a compile step)
    public record RunStep(
            List<String> command, Map<String, String> env, Limits limits, boolean sources) {}

    /// A choice for the compile step: an id that users see, the flags that they never see.
    public record Option(String id, String label, List<String> flags) {}

    /// Everything that decides what a compile step makes of the same files: part of the cache key.
    public String toolchain() {
        return id + " " + version + " " + compile.map(CompileStep::command).orElse(List.of());
    }
}
