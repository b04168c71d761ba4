package dev.sandlot.api;

import java.util.UUID;
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

    /// Nothing for a client that is gone or does not read: the server ends the connection.
    @ExceptionHandler
    ProblemDetail unexpected(Exception e) throws Exception {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            throw e;
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        log.error("Incident {}", incident, e);
        return ApiErrors.problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something failed here that is our fault; its incident is " + incident);
    }
}
