package dev.sandlot.api;

import java.io.IOException;
import org.springframework.http.HttpStatus;

/// A request's body that is not read to its end: it is too long, comes too slowly, or there is no
/// memory for it just now.
final class BodyRefusedException extends IOException {

    private final HttpStatus status;
    private final String type;
    private final String limit;

    private BodyRefusedException(HttpStatus status, String type, String message, String limit) {
        super(message);
        this.status = status;
        this.type = type;
        this.limit = limit;
    }

    static BodyRefusedException tooLarge(long limit) {
        return new BodyRefusedException(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The request's body has more than %d bytes".formatted(limit),
                limit + " bytes");
    }

    static BodyRefusedException tooSlow(long seconds) {
        return new BodyRefusedException(
                HttpStatus.REQUEST_TIMEOUT,
                "too-slow",
                "The request's body did not come in time",
                seconds + " s");
    }

    static BodyRefusedException noRoom(long stock) {
        return new BodyRefusedException(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-much-at-once",
                "Your requests together are too long just now",
                "half of what is left of %d bytes for all clients".formatted(stock));
    }

    HttpStatus status() {
        return status;
    }

    /// The last part of the problem's type.
    String type() {
        return type;
    }

    String limit() {
        return limit;
    }
}
