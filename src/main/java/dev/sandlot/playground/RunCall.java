package dev.sandlot.playground;

import dev.sandlot.run.SourceFile;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page sends with Run and Share.
///
/// @param run the page's number of the run: answers to earlier ones are ignored there
/// @param files the main file first
/// @param args one line, quoted as in a shell
/// @param expected empty when no output is expected
/// @param version empty for the one that people get who choose none
/// @param options ids out of the language's options
record RunCall(
        int run,
        String language,
        List<ProgramFile> files,
        String stdin,
        String args,
        String expected,
        String version,
        List<String> options) {

    /// @param encoding `base64` for what isn't text
    record ProgramFile(String name, String content, @Nullable String encoding) {

        SourceFile source() {
            return encoding == null
                    ? SourceFile.of(name, content)
                    : new SourceFile(name, Base64.getDecoder().decode(content));
        }
    }

    List<SourceFile> sources() {
        return files.stream().map(ProgramFile::source).toList();
    }

    /// Whether the same program gets the same input: then a result of one is a result of the other.
    boolean sameProgram(RunCall other) {
        return language.equals(other.language)
                && version.equals(other.version)
                && options.equals(other.options)
                && files.equals(other.files)
                && stdin.equals(other.stdin)
                && args.equals(other.args);
    }

    boolean interactive() {
        return stdin.isEmpty();
    }
}
