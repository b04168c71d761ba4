package dev.sandlot.sandbox;

/// No job is accepted now; the message says why in words for people.
public class SandboxUnavailableException extends RuntimeException {

    public SandboxUnavailableException(String message) {
        super(message);
    }
}
