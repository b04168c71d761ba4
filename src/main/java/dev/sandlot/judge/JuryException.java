package dev.sandlot.judge;

import dev.sandlot.problem.secret.JudgingData;

/// A problem can't be judged as it is: its author must look. The message holds no test data.
class JuryException extends RuntimeException {

    JuryException(JudgingData data, String message) {
        super("Problem " + data.problem().id() + ": " + message);
    }
}
