package dev.sandlot.ui;

/// What was asked for can't be shown just now; the message says why in words for people.
public final class UnavailableException extends RuntimeException {

    public UnavailableException(String words, Throwable cause) {
        super(words, cause);
    }
}
