package dev.sandlot.sandbox;

import java.time.Duration;

/// The queue is full: come back later.
public class SandboxBusyException extends RuntimeException {

    private final Duration retryAfter;

    public SandboxBusyException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
