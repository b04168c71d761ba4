package dev.sandlot.language;

import dev.sandlot.sandbox.MemorySize;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands for the braces in a language's commands and variables.
///
/// `{main}` is the main file and `{stem}` the same without its ending; `{heap_mib}` is the part of
/// the step's memory that a runtime may use as its heap. `{files}` and `{options}` are words of
/// their own and become any number of words.
record Placeholders(String mainFile, List<String> sources, List<String> flags, MemorySize memory) {

    /// The rest is for code, stacks and the runtime's own needs.
    private static final double HEAP_SHARE = 0.7;

    static final String FILES = "{files}";
    static final String OPTIONS = "{options}";
    static final List<String> WITHIN_WORDS = List.of("{main}", "{stem}", "{heap_mib}");

    List<String> fill(List<String> command) {
        return command.stream().flatMap(this::fillWord).toList();
    }

    Map<String, String> fill(Map<String, String> env) {
        return env.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> fillIn(entry.getValue())));
    }

    private Stream<String> fillWord(String word) {
        return switch (word) {
            case FILES -> sources.stream().map(Placeholders::asOperand);
            case OPTIONS -> flags.stream();
            default -> Stream.of(fillIn(word));
        };
    }

    private String fillIn(String word) {
        return word.replace("{heap_mib}", Long.toString(heapMib()))
                .replace("{stem}", asOperand(stem()))
                .replace("{main}", asOperand(mainFile));
    }

    private long heapMib() {
        return Math.max(1, (long) (memory.bytes() * HEAP_SHARE) >> 20);
    }

    private String stem() {
        int dot = mainFile.lastIndexOf('.');
        return dot > mainFile.lastIndexOf('/') + 1 ? mainFile.substring(0, dot) : mainFile;
    }

    /// No file's name may be read as an option (`-o`) or a list of options (`@list`).
    private static String asOperand(String name) {
        return name.startsWith("-") || name.startsWith("@") ? "./" + name : name;
    }
}
