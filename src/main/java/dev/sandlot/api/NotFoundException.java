package dev.sandlot.api;

/// There is no such thing, or it isn't the asker's.
class NotFoundException extends RuntimeException {

    NotFoundException(String message) {
        super(message);
    }
}
