package dev.sandlot.access;

import java.time.Duration;

/// A client's limit is reached; the message is a sentence for the user that names it (429).
public class LimitReachedException extends RuntimeException {

    private final String limit;
    private final Duration retryAfter;

    LimitReachedException(String message, String limit, Duration retryAfter) {
        super(message);
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    /// Its name and value.
    public String limit() {
        return limit;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
