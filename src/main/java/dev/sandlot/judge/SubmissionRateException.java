package dev.sandlot.judge;

import java.time.Duration;

/// Too many submissions; the message is for the user and names the wait (429).
public class SubmissionRateException extends RuntimeException {

    private final Duration retryAfter;

    public SubmissionRateException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
