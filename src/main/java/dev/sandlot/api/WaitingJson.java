package dev.sandlot.api;

import dev.sandlot.run.Run;
import dev.sandlot.run.RunReport;
import dev.sandlot.run.RunResult;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// A run's result as one JSON object. Until the run ends a space goes out now and then, which JSON
/// allows before a value: so a client that is gone shows.
final class WaitingJson {

    /// A quick run is answered without any.
    private static final Duration QUICK = Duration.ofMillis(100);

    private final JsonMapper mapper;
    private final ApiProperties properties;

    WaitingJson(JsonMapper mapper, ApiProperties properties) {
        this.mapper = mapper;
        this.properties = properties;
    }

    /// @throws IOException when the client is gone
    void write(Run run, Function<RunResult, RunReport> report, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        var out = new DeliveryStream(response.getOutputStream(), properties.deliveryTimeout());
        Duration pause = QUICK;
        while (!hasEnded(run, pause)) {
            out.write(' ');
            out.flush();
            pause = properties.heartbeat();
        }
        out.startClock();
        mapper.writeValue(out, report.apply(run.result().join()));
        out.flush();
    }

    private static boolean hasEnded(Run run, Duration atMost) throws IOException {
        try {
            run.result().get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A run's result is never exceptional", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The service stops", e);
        }
    }
}
