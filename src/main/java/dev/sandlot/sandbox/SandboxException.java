package dev.sandlot.sandbox;

/// Our machinery failed: an operator must look.
public class SandboxException extends RuntimeException {

    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
