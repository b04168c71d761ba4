package dev.sandlot.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "RunRequest", description = "One press of Run. Unknown fields are refused.")
record RunBody(
        @JsonProperty(required = true)
                @JsonSetter(nulls = Nulls.FAIL)
                @Schema(description = "Id out of /api/v1/languages.", example = "c")
                String language,
        @Schema(description = "One of the language's versions.", nullable = true)
                @Nullable String version,
        @JsonProperty(required = true)
                @JsonSetter(nulls = Nulls.FAIL)
                @ArraySchema(
                        minItems = 1,
                        maxItems = 100,
                        arraySchema =
                                @Schema(
                                        description =
                                                "The first is the main file; 1 MiB all together."))
                List<FileBody> files,
        @Schema(
                        description = "Standard input, at most 1 MiB.",
                        example = "3 4\n",
                        oneOf = {String.class, Text.Encoded.class})
                @Nullable Text stdin,
        @ArraySchema(
                        maxItems = 100,
                        arraySchema =
                                @Schema(
                                        description =
                                                "The program's arguments; 64 KiB all together."))
                @Nullable List<String> args,
        @Schema(
                        description =
                                "Environment variables of the program; at most 50 and 16 KiB."
                                        + " Loader variables such as LD_PRELOAD are refused.",
                        example = "{\"MODE\": \"fast\"}")
                @Nullable Map<String, String> env,
        @ArraySchema(arraySchema = @Schema(description = "Ids out of the language's options."))
                @Nullable List<String> options,
        @Schema(
                        description =
                                "Adds `passed`: the program succeeded and its standard output has"
                                        + " the same tokens. Bytes are compared, with regard to"
                                        + " case; tokens stand between spaces, tabs, line ends and"
                                        + " form feeds (20 09 0a 0b 0c 0d).",
                        example = "7\n",
                        oneOf = {String.class, Text.Encoded.class})
                @Nullable Text expectedOutput,
        @Nullable StepLimits limits,
        @ArraySchema(
                        maxItems = 20,
                        arraySchema =
                                @Schema(
                                        description =
                                                "Names of files to return after the run, in base64;"
                                                        + " 4 MiB all together."))
                @Nullable List<String> collect) {

    @Schema(name = "StepLimits")
    record StepLimits(@Nullable LimitsBody compile, @Nullable LimitsBody run) {}
}
