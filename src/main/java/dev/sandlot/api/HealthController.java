package dev.sandlot.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sandlot.database.Database;
import dev.sandlot.sandbox.Sandbox;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Health")
class HealthController {

    private final Sandbox sandbox;
    private final Database database;
    private final DoctorReport doctor;

    HealthController(Sandbox sandbox, Database database, DoctorReport doctor) {
        this.sandbox = sandbox;
        this.database = database;
        this.doctor = doctor;
    }

    /// @param reason why no run is accepted
    @Schema(name = "Health")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Health(
            @Schema(allowableValues = {"UP", "DOWN"}) String status,
            @Schema(description = "Why no run is accepted.") @Nullable String reason,
            @Schema(description = "Places for concurrent jobs.") int slots,
            @Schema(description = "Jobs in a jail now.") int running,
            @Schema(description = "Jobs that wait for a place.") int queued,
            @Schema(
                            description =
                                    "Further root file systems whose languages are not offered now,"
                                            + " each with the reason; absent when there are none.")
                    @Nullable Map<String, String> troubledRoots,
            @Schema(description = "Whether snippets and submissions can be stored and found.")
                    Storage storage,
            @Schema(description = "What deploy/doctor last found on this host.")
                    DoctorReport.@Nullable Summary doctor) {

        static Health of(
                Sandbox.Health health, Storage storage, DoctorReport.@Nullable Summary doctor) {
            return new Health(
                    word(health.accepting()),
                    health.accepting() ? null : health.reason(),
                    health.slots(),
                    health.running(),
                    health.queued(),
                    health.troubledRoots().isEmpty() ? null : health.troubledRoots(),
                    storage,
                    doctor);
        }
    }

    /// @param reason why nothing can be stored or found
    @Schema(name = "Storage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Storage(
            @Schema(allowableValues = {"UP", "DOWN"}) String status,
            @Schema(description = "Why not.") @Nullable String reason) {

        static Storage of(Database database) {
            String trouble = database.trouble().orElse(null);
            return new Storage(word(trouble == null), trouble);
        }
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }

    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "health",
            summary = "Whether runs are accepted",
            description = "Runs don't need the storage: the status is theirs alone.")
    @ApiResponse(responseCode = "200", description = "Runs are accepted")
    @ApiResponse(
            responseCode = "503",
            description = "No run is accepted, and why",
            content = @Content(schema = @Schema(implementation = Health.class)))
    ResponseEntity<Health> health() {
        Sandbox.Health health = sandbox.health();
        HttpStatus status = health.accepting() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(Health.of(health, Storage.of(database), doctor.latest().orElse(null)));
    }
}
