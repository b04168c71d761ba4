package dev.sandlot.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/// The last resort: a fault of ours that nobody foresaw, as an id that the log entry carries too.
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class UnexpectedErrors {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedErrors.class);

    /// Nothing for a client that is gone: there is nobody to tell.
    @ExceptionHandler
    @Nullable ProblemDetail unexpected(Exception e) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null;
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        log.error("Incident {}", incident, e);
        return ApiErrors.problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something failed here that is our fault; its incident is " + incident);
    }
}
