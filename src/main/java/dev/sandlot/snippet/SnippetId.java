package dev.sandlot.snippet;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/// The ids of snippets: 12 characters out of 30 that nobody mistakes for one another, 58 random
/// bits.
final class SnippetId {

    static final String ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";
    static final int LENGTH = 12;

    private static final Pattern VALID = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SnippetId() {}

    static String random() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .collect(
                        () -> new StringBuilder(LENGTH),
                        (id, i) -> id.append(ALPHABET.charAt(i)),
                        StringBuilder::append)
                .toString();
    }

    static boolean isValid(String id) {
        return VALID.matcher(id).matches();
    }
}
