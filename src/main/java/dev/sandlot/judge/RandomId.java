package dev.sandlot.judge;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/// Unguessable ids without characters that look alike.
final class RandomId {

    private static final String ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";
    private static final int SUBMISSION_LENGTH = 16;
    private static final int INCIDENT_LENGTH = 10;
    private static final Pattern SUBMISSION =
            Pattern.compile("[" + ALPHABET + "]{" + SUBMISSION_LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    /// 78 random bits.
    static String submission() {
        return random(SUBMISSION_LENGTH);
    }

    static String incident() {
        return random(INCIDENT_LENGTH);
    }

    static boolean isSubmission(String id) {
        return SUBMISSION.matcher(id).matches();
    }

    private static String random(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .collect(
                        () -> new StringBuilder(length),
                        (id, i) -> id.append(ALPHABET.charAt(i)),
                        StringBuilder::append)
                .toString();
    }
}
