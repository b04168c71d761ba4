package dev.sandlot.api;

import dev.sandlot.run.InvalidInputException;
import dev.sandlot.run.LimitsRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Limits",
        description =
                "All optional: the language's own otherwise. Above the server's maximum a value is"
                        + " lowered to it, and the answer says what was in force.")
record LimitsBody(
        @Schema(minimum = "1", example = "5000", description = "User and system time, ms.")
                @Nullable Long cpuTimeMs,
        @Schema(minimum = "1", example = "10000", description = "Clock time, ms.")
                @Nullable Long wallTimeMs,
        @Schema(minimum = "1", example = "268435456", description = "Memory of the whole jail.")
                @Nullable Long memoryBytes,
        @Schema(
                        minimum = "0",
                        example = "1048576",
                        description = "Of each of standard output and standard error.")
                @Nullable Long outputBytes,
        @Schema(minimum = "1", example = "64", description = "Processes and threads at one time.")
                @Nullable Integer processes,
        @Schema(minimum = "0", example = "16777216", description = "Any one file written.")
                @Nullable Long fileSizeBytes) {

    /// @param field where it stood, for the message
    LimitsRequest read(String field) {
        check(field + ".cpuTimeMs", cpuTimeMs, 1);
        check(field + ".wallTimeMs", wallTimeMs, 1);
        check(field + ".memoryBytes", memoryBytes, 1);
        check(field + ".outputBytes", outputBytes, 0);
        check(field + ".processes", processes == null ? null : processes.longValue(), 1);
        check(field + ".fileSizeBytes", fileSizeBytes, 0);
        return new LimitsRequest(
                cpuTimeMs, wallTimeMs, memoryBytes, outputBytes, processes, fileSizeBytes);
    }

    private static void check(String field, @Nullable Long value, long minimum) {
        if (value != null && value < minimum) {
            throw new InvalidInputException(
                    field,
                    String.valueOf(value),
                    "at least " + minimum,
                    field + " must be at least " + minimum);
        }
    }
}
