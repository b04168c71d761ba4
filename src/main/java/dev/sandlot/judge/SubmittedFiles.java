package dev.sandlot.judge;

import dev.sandlot.language.Language;
import dev.sandlot.run.InvalidInputException;
import dev.sandlot.run.SourceFile;
import dev.sandlot.run.SourceFiles;
import dev.sandlot.sandbox.MemorySize;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the source files of a submission may be.
final class SubmittedFiles {

    private SubmittedFiles() {}

    /// @throws SubmissionRefusedException naming what is wrong, never a content
    static void check(Language language, List<SourceFile> files, MemorySize codeLimit) {
        try {
            SourceFiles.check(language, files);
        } catch (InvalidInputException e) {
            throw new SubmissionRefusedException(e.field(), String.valueOf(e.getMessage()));
        }
        long bytes = files.stream().mapToLong(file -> file.content().length).sum();
        if (bytes > codeLimit.bytes()) {
            throw new SubmissionRefusedException(
                    "files",
                    "The source has %d bytes; this problem takes at most %d"
                            .formatted(bytes, codeLimit.bytes()));
        }
        if (new String(files.getFirst().content(), StandardCharsets.UTF_8).isBlank()) {
            throw new SubmissionRefusedException("files", "The main file is empty");
        }
    }
}
