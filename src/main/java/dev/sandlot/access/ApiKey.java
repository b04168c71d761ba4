package dev.sandlot.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A key that the operator issued, as one line of the keys' file.
///
/// @param hash hex SHA-256 of the key
record ApiKey(String name, String hash, Allowance allowance) {

    /// What every key starts with, so that no other token can be taken for one.
    static final String PREFIX = "slk_";

    private static final Pattern LINE =
            Pattern.compile(
                    "([a-zA-Z0-9][a-zA-Z0-9._-]{0,63}) ([0-9a-f]{64}) ([1-9][0-9]{0,5}|-)"
                            + " ([1-9][0-9]{0,5}|-)( .*)?");

    /// @param defaults for what the line leaves open with a `-`
    static Optional<ApiKey> of(String line, Allowance defaults) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Allowance allowance =
                new Allowance(
                        number(parts.group(3), defaults.concurrentRuns()),
                        number(parts.group(4), defaults.runsPerMinute()),
                        defaults.snippetsPerHour());
        return Optional.of(new ApiKey(parts.group(1), parts.group(2), allowance));
    }

    private static int number(String text, int otherwise) {
        return text.equals("-") ? otherwise : Integer.parseInt(text);
    }
}
