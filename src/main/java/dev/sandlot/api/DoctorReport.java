package dev.sandlot.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What `deploy/doctor` last found on this host: a file of root's that the service only reads.
@Component
class DoctorReport {

    private static final Logger log = LoggerFactory.getLogger(DoctorReport.class);
    private static final int MAX_BYTES = 1_024;

    private final Path file;
    private final JsonMapper json;

    DoctorReport(
            @Value("${sandlot.doctor-report:/run/sandlot/doctor.json}") Path file,
            JsonMapper json) {
        this.file = file;
        this.json = json;
    }

    /// Numbers only: what was found is for the operator alone.
    ///
    /// @param mend findings that must be mended
    /// @param advice findings that could be safer
    @Schema(name = "Doctor")
    record Summary(int mend, int advice, Instant checked) {

        Summary {
            Objects.requireNonNull(checked, "checked");
        }
    }

    /// Empty when the host was never checked.
    Optional<Summary> latest() {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(json.readValue(in.readNBytes(MAX_BYTES), Summary.class));
        } catch (IOException | JacksonException e) {
            log.debug("No report of deploy/doctor in {}", file, e);
            return Optional.empty();
        }
    }
}
