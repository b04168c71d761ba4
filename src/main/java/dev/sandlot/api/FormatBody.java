package dev.sandlot.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "FormatRequest",
        description = "One file to be formatted. Unknown fields are refused.")
record FormatBody(
        @JsonProperty(required = true)
                @JsonSetter(nulls = Nulls.FAIL)
                @Schema(
                        description = "Id out of /api/v1/languages, of one with a formatter.",
                        example = "go")
                String language,
        @Schema(description = "One of the language's versions.", nullable = true)
                @Nullable String version,
        @JsonProperty(required = true)
                @JsonSetter(nulls = Nulls.FAIL)
                @Schema(description = "Text of at most 1 MiB, as in a run.")
                FileBody file) {}
