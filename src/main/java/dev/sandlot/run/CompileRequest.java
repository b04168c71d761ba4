package dev.sandlot.run;

import dev.sandlot.language.Language;
import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Profile;
import java.util.List;

/// What a compile step is made of.
///
/// @param limits those in force
record CompileRequest(
        Language language,
        List<SourceFile> files,
        List<String> options,
        Limits limits,
        String client) {

    /// @param maxArtifact the largest compiled program, all its files together
    Job job(MemorySize maxArtifact) {
        return new Job(
                Profile.COMPILE,
                language.root(),
                command(),
                language.compileEnv(limits),
                files.stream().map(file -> JailFile.of(file.name(), file.content())).toList(),
                new byte[0],
                false,
                false,
                limits,
                new Collect(step().collect(), maxArtifact),
                client);
    }

    Language.CompileStep step() {
        return language.compile().orElseThrow();
    }

    List<String> command() {
        List<String> names = files.stream().map(SourceFile::name).toList();
        return language.compileCommand(names.getFirst(), names, options, limits);
    }
}
