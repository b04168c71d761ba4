package dev.sandlot.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// What a jail comes to, as one JSON object. Until then a space goes out now and then, which JSON
/// allows before a value: so a client that is gone shows.
final class WaitingJson {

    /// A quick one is answered without any.
    private static final Duration QUICK = Duration.ofMillis(100);

    private final JsonMapper mapper;
    private final ApiProperties properties;

    WaitingJson(JsonMapper mapper, ApiProperties properties) {
        this.mapper = mapper;
        this.properties = properties;
    }

    /// @throws IOException when the client is gone
    <T> void write(CompletableFuture<T> result, Function<T, ?> report, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        var out = new DeliveryStream(response.getOutputStream(), properties.deliveryTimeout());
        Duration pause = QUICK;
        while (!hasEnded(result, pause)) {
            out.write(' ');
            out.flush();
            pause = properties.heartbeat();
        }
        out.startClock();
        mapper.writeValue(out, report.apply(result.join()));
        out.flush();
    }

    private static boolean hasEnded(CompletableFuture<?> result, Duration atMost)
            throws IOException {
        try {
            result.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A result is never exceptional", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The service stops", e);
        }
    }
}
