package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Job;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a job must be before a byte of it is sent.
final class JobRules {

    private static final int MAX_STRING = FrameReader.MAX_PAYLOAD - 2;
    private static final int MAX_STRINGS = 512 * 1024;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private JobRules() {}

    /// @throws IllegalArgumentException for a job that the caller should never have made
    static void check(Job job) {
        for (JailFile file : job.files()) {
            require(FileNames.valid(file.name()), "A file's name is not allowed: ", file.name());
        }
        for (String name : job.collect().names()) {
            require(
                    name.equals("*") || FileNames.valid(name),
                    "A file's name is not allowed: ",
                    name);
        }
        for (String name : job.env().keySet()) {
            require(VARIABLE.matcher(name).matches(), "A variable's name is not allowed: ", name);
        }
        job.argv().forEach(JobRules::requireNoNul);
        job.env().values().forEach(JobRules::requireNoNul);
    }

    /// Why the kernel would refuse to start this, found before it is asked.
    static Optional<String> tooLong(Job job) {
        long total = 0;
        for (String argument : job.argv()) {
            total += length(argument);
            if (length(argument) > MAX_STRING) {
                return Optional.of(sentence("An argument", length(argument), MAX_STRING));
            }
        }
        for (var variable : job.env().entrySet()) {
            int length = length(variable.getKey()) + 1 + length(variable.getValue());
            total += length;
            if (length > MAX_STRING) {
                return Optional.of(sentence("An environment variable", length, MAX_STRING));
            }
        }
        return total > MAX_STRINGS
                ? Optional.of(sentence("Arguments and environment", total, MAX_STRINGS))
                : Optional.empty();
    }

    private static String sentence(String what, long length, long allowed) {
        return "%s of %,d bytes: at most %,d are allowed.".formatted(what, length, allowed);
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void requireNoNul(String text) {
        require(text.indexOf('\0') < 0, "A NUL in an argument or variable", "");
    }

    private static void require(boolean holds, String message, String value) {
        if (!holds) {
            throw new IllegalArgumentException(message + value);
        }
    }
}
