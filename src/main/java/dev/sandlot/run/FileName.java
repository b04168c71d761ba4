package dev.sandlot.run;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the name of a file in a jail may be: relative, with `/` between folders, and nothing that a
/// shell, a compiler or another system could take for something else.
final class FileName {

    static final int MAX_BYTES = 255;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final Pattern RESERVED = Pattern.compile("[\\\\:*?\"<>|]");

    private FileName() {}

    /// What is wrong with the name, if anything.
    static Optional<String> fault(String name) {
        if (name.isBlank()) {
            return Optional.of("must not be empty");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("must have at most " + MAX_BYTES + " bytes");
        }
        if (UNPRINTABLE.matcher(name).find()) {
            return Optional.of("must not hold control or invisible characters");
        }
        if (RESERVED.matcher(name).find()) {
            return Optional.of("must not hold any of \\ : * ? \" < > |");
        }
        return faultOfParts(name);
    }

    private static Optional<String> faultOfParts(String name) {
        for (String part : name.split("/", -1)) {
            if (part.isBlank()) {
                return Optional.of("must be relative, without empty parts");
            }
            if (part.equals(".") || part.equals("..")) {
                return Optional.of("must not have the parts . or ..");
            }
            if (part.startsWith("-") || part.startsWith("@")) {
                return Optional.of("must not have a part that starts with - or @");
            }
            if (part.startsWith(" ") || part.endsWith(" ") || part.endsWith(".")) {
                return Optional.of("must not have a part that ends with a dot or a space");
            }
        }
        return Optional.empty();
    }
}
