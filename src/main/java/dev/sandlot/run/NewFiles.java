package dev.sandlot.run;

import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.MemorySize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything that a program made or changed in its working directory. The jail sends all that is
/// there; what the program was given is taken away again.
final class NewFiles {

    /// So many come back at most.
    static final int MAX_FILES = 100;

    private final Map<String, byte[]> given = new HashMap<>();
    private final MemorySize most;

    /// @param most bytes of all new files together
    NewFiles(List<JailFile> given, MemorySize most) {
        given.forEach(file -> this.given.put(file.name(), file.content()));
        this.most = most;
    }

    /// What the jail is asked for: room for what it was given, beside what may be new.
    Collect wanted() {
        long bytes = given.values().stream().mapToLong(content -> content.length).sum();
        return Collect.everything(MemorySize.ofBytes(most.bytes() + bytes));
    }

    /// The step with the new files alone, by name, as many as may come back.
    StepResult of(StepResult step) {
        List<JailFile> found =
                step.files().stream()
                        .filter(this::isNew)
                        .sorted(Comparator.comparing(JailFile::name))
                        .toList();
        List<JailFile> taken = new ArrayList<>();
        long left = most.bytes();
        for (JailFile file : found) {
            if (taken.size() < MAX_FILES && file.content().length <= left) {
                left -= file.content().length;
                taken.add(file);
            }
        }
        return step.withFiles(taken, step.filesTruncated() || taken.size() < found.size());
    }

    private boolean isNew(JailFile file) {
        return !Arrays.equals(given.get(file.name()), file.content());
    }
}
