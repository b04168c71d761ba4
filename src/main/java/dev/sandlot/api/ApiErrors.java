package dev.sandlot.api;

import dev.sandlot.access.LimitReachedException;
import dev.sandlot.access.UnknownKeyException;
import dev.sandlot.database.StorageFault;
import dev.sandlot.judge.SubmissionRateException;
import dev.sandlot.judge.SubmissionRefusedException;
import dev.sandlot.run.InvalidInputException;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import dev.sandlot.snippet.SnippetTooLargeException;
import dev.sandlot.snippet.Snippets;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What goes wrong in a request, as RFC 9457 problem details that never quote source code.
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);
    private static final Duration SANDBOX_PAUSE = Duration.ofSeconds(10);
    private static final Duration BODY_PAUSE = Duration.ofSeconds(2);
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(10);

    @ExceptionHandler
    ProblemDetail invalid(InvalidInputException e) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-input", e.getMessage());
        problem.setProperty("field", e.field());
        problem.setProperty("value", e.value());
        problem.setProperty("limit", e.limit());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(SubmissionRefusedException e) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-input", e.getMessage());
        problem.setProperty("field", e.field());
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        if (NestedExceptionUtils.getRootCause(e) instanceof BodyRefusedException refused) {
            return refused(refused);
        }
        JsonFault fault = JsonFault.of(e);
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-json", fault.detail());
        fault.field().ifPresent(field -> problem.setProperty("field", field));
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(BodyRefusedException e) {
        ProblemDetail problem = problem(e.status(), e.type(), e.getMessage());
        problem.setProperty("limit", e.limit());
        return e.status() == HttpStatus.TOO_MANY_REQUESTS
                ? later(problem, BODY_PAUSE)
                : ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ProblemDetail tooLarge(SnippetTooLargeException e) {
        ProblemDetail problem = problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", e.getMessage());
        problem.setProperty("value", e.bytes() + " bytes");
        problem.setProperty("limit", Snippets.MAX_BYTES + " bytes");
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException e) {
        return problem(HttpStatus.NOT_FOUND, "not-found", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(SandboxBusyException e) {
        return later(
                problem(HttpStatus.TOO_MANY_REQUESTS, "queue-full", e.getMessage()),
                e.retryAfter());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(SubmissionRateException e) {
        return later(
                problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-submissions", e.getMessage()),
                e.retryAfter());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> limited(LimitReachedException e) {
        ProblemDetail problem =
                problem(HttpStatus.TOO_MANY_REQUESTS, "limit-reached", e.getMessage());
        problem.setProperty("limit", e.limit());
        return later(problem, e.retryAfter());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknownKey(UnknownKeyException e) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .body(problem(HttpStatus.UNAUTHORIZED, "unknown-key", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(SandboxUnavailableException e) {
        return later(
                problem(HttpStatus.SERVICE_UNAVAILABLE, "sandbox-unavailable", e.getMessage()),
                SANDBOX_PAUSE);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> database(RuntimeException e) {
        log.error("The database failed", e);
        StorageFault fault = StorageFault.of(e);
        ProblemDetail problem =
                switch (fault) {
                    case FULL ->
                            problem(HttpStatus.INSUFFICIENT_STORAGE, "disk-full", fault.words());
                    case UNAVAILABLE ->
                            problem(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "database-unavailable",
                                    fault.words());
                };
        return later(problem, DATABASE_PAUSE);
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem, Duration pause) {
        long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .body(problem);
    }

    static ProblemDetail problem(HttpStatus status, String type, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:sandlot:problem:" + type));
        return problem;
    }
}
