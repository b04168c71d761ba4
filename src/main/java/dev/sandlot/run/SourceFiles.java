package dev.sandlot.run;

import dev.sandlot.language.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Checks the files of a program before anything is done with them.
public final class SourceFiles {

    /// Files of one program.
    public static final int MAX_FILES = 100;

    /// All files of one program together.
    public static final int MAX_BYTES = 1024 * 1024;

    private SourceFiles() {}

    /// @throws InvalidInputException when the program can't be taken, and why
    public static void check(Language language, List<SourceFile> files) {
        checkNumber(files);
        checkSize("files", files);
        Names names = new Names(reserved(language));
        for (int i = 0; i < files.size(); i++) {
            names.add("files[" + i + "].name", files.get(i).name());
        }
    }

    /// The same for a file by itself.
    ///
    /// @param field where it stood, for the message
    public static void check(Language language, SourceFile file, String field) {
        checkSize(field, List.of(file));
        new Names(reserved(language)).add(field + ".name", file.name());
    }

    private static void checkNumber(List<SourceFile> files) {
        if (files.isEmpty()) {
            throw new InvalidInputException(
                    "files", "0", "1 to " + MAX_FILES + " files", "At least one file is needed");
        }
        if (files.size() > MAX_FILES) {
            throw new InvalidInputException(
                    "files",
                    String.valueOf(files.size()),
                    MAX_FILES + " files",
                    "There are " + files.size() + " files; at most " + MAX_FILES + " are taken");
        }
    }

    private static void checkSize(String field, List<SourceFile> files) {
        long bytes = files.stream().mapToLong(file -> file.content().length).sum();
        if (bytes > MAX_BYTES) {
            throw new InvalidInputException(
                    field,
                    bytes + " bytes",
                    MAX_BYTES + " bytes",
                    "There are "
                            + bytes
                            + " bytes in "
                            + field
                            + "; at most "
                            + MAX_BYTES
                            + " are taken");
        }
    }

    /// Names that the compile step writes itself.
    private static Set<String> reserved(Language language) {
        Set<String> reserved = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        language.compile().ifPresent(step -> reserved.addAll(step.collect()));
        reserved.remove("*");
        return reserved;
    }

    /// The names so far, compared without regard to case: no other system may see two as one.
    private static final class Names {

        private enum Kind {
            FILE,
            FOLDER
        }

        private final Set<String> reserved;
        private final Map<String, Kind> taken = new HashMap<>();

        Names(Set<String> reserved) {
            this.reserved = reserved;
        }

        void add(String field, String name) {
            FileName.fault(name)
                    .or(() -> reservedFault(name))
                    .or(() -> clash(name.toLowerCase(Locale.ROOT)))
                    .ifPresent(fault -> refuse(field, name, fault));
        }

        private Optional<String> reservedFault(String name) {
            return reserved.contains(name)
                    ? Optional.of("is the name of what the compiler makes")
                    : Optional.empty();
        }

        private Optional<String> clash(String name) {
            for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
                if (taken.put(name.substring(0, end), Kind.FOLDER) == Kind.FILE) {
                    return Optional.of("has a folder that is also a file");
                }
            }
            return taken.put(name, Kind.FILE) == null
                    ? Optional.empty()
                    : Optional.of("is there twice");
        }

        private static void refuse(String field, String name, String fault) {
            throw new InvalidInputException(
                    field,
                    name,
                    "a relative name of at most " + FileName.MAX_BYTES + " bytes",
                    "The file name " + fault);
        }
    }
}
