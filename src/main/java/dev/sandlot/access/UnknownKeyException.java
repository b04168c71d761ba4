package dev.sandlot.access;

/// An API key that was never issued or is revoked (401). The key itself is never told.
public class UnknownKeyException extends RuntimeException {

    UnknownKeyException() {
        super("This API key isn't known here, or it was revoked");
    }
}
