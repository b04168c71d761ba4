package dev.sandlot.judge;

import dev.sandlot.run.SourceFile;
import dev.sandlot.sandbox.MemorySize;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What the source files of a submission may be.
final class SubmittedFiles {

    static final int MAX_FILES = 16;

    private static final Pattern NAME =
            Pattern.compile(
                    "[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}(/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}){0,5}");

    private SubmittedFiles() {}

    /// @throws SubmissionRefusedException naming what is wrong, never a content
    static void check(List<SourceFile> files, MemorySize codeLimit) {
        if (files.isEmpty()) {
            throw refused("There is no file; the first one is the main file");
        }
        if (files.size() > MAX_FILES) {
            throw refused("%d files; at most %d are taken".formatted(files.size(), MAX_FILES));
        }
        checkNames(files);
        long bytes = files.stream().mapToLong(file -> file.content().length).sum();
        if (bytes > codeLimit.bytes()) {
            throw refused(
                    "The source has %d bytes; at most %d are taken"
                            .formatted(bytes, codeLimit.bytes()));
        }
        if (files.getFirst().content().length == 0) {
            throw refused("The main file is empty");
        }
    }

    private static void checkNames(List<SourceFile> files) {
        Set<String> names = new HashSet<>();
        for (SourceFile file : files) {
            if (!NAME.matcher(file.name()).matches()) {
                throw refused(
                        "A file's name has letters, digits and _ . - with / between folders, not '"
                                + shortened(file.name())
                                + "'");
            }
            if (!names.add(file.name())) {
                throw refused("Two files have the name " + file.name());
            }
        }
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private static SubmissionRefusedException refused(String message) {
        return new SubmissionRefusedException("files", message);
    }
}
