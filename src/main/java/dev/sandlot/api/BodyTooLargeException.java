package dev.sandlot.api;

/// A request's body is longer than what is taken; what exceeds it was not read.
class BodyTooLargeException extends RuntimeException {

    private final long limit;

    BodyTooLargeException(long limit) {
        super("The request's body has more than " + limit + " bytes");
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
