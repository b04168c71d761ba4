package dev.sandlot.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// What the server itself says to a request that it can't even read: the status, no page, nothing
/// of the request and not which server it is.
final class PlainRefusals extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        byte[] body =
                "{\"status\":%d}%n"
                        .formatted(response.getStatus())
                        .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType("application/problem+json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException unwritable) {
            // The status alone has to do; a client that is gone hears nothing anyway.
            container.getLogger().debug("No body for a refusal", unwritable);
        }
    }
}
