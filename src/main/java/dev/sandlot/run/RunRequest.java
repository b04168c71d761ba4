package dev.sandlot.run;

import dev.sandlot.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One press of Run, already checked.
///
/// @param files at least one; the first is the main file
/// @param stdin what the program reads first
/// @param interactive whether more may be typed afterwards, on a terminal; otherwise the input ends
///   after `stdin`
/// @param options ids out of [Language#options()]
/// @param expectedOutput when present the result says whether the output matches token by token
/// @param compileLimits what the caller asks for; absent fields take the language's defaults,
///   larger ones are clamped
/// @param collect names of files to return after the run, or [#NEW_FILES]
/// @param client who asks, for fair queueing
public record RunRequest(
        Language language,
        List<SourceFile> files,
        byte[] stdin,
        boolean interactive,
        List<String> args,
        Map<String, String> env,
        List<String> options,
        Optional<byte[]> expectedOutput,
        LimitsRequest compileLimits,
        LimitsRequest runLimits,
        List<String> collect,
        String client) {

    /// Asks for every file that the program makes or changes.
    public static final List<String> NEW_FILES = List.of("*");

    public RunRequest {
        files = List.copyOf(files);
        args = List.copyOf(args);
        env = Map.copyOf(env);
        options = List.copyOf(options);
        collect = List.copyOf(collect);
    }

    boolean collectsNewFiles() {
        return collect.equals(NEW_FILES);
    }

    /// A batch run of one text on one input with everything else at its default.
    public static RunRequest of(
            Language language, List<SourceFile> files, byte[] stdin, String client) {
        return new RunRequest(
                language,
                files,
                stdin,
                false,
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                LimitsRequest.DEFAULTS,
                LimitsRequest.DEFAULTS,
                List.of(),
                client);
    }
}
