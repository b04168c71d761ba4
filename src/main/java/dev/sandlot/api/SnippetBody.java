package dev.sandlot.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.sandlot.run.InvalidInputException;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "SnippetRequest",
        description = "What is to be kept, 1 MiB all together. Unknown fields are refused.")
record SnippetBody(
        @JsonProperty(required = true)
                @JsonSetter(nulls = Nulls.FAIL)
                @Schema(description = "Id out of /api/v1/languages.", example = "c")
                String language,
        @Schema(description = "One of the language's versions.") @Nullable String version,
        @JsonProperty(required = true)
                @JsonSetter(nulls = Nulls.FAIL)
                @ArraySchema(
                        minItems = 1,
                        maxItems = 100,
                        arraySchema = @Schema(description = "The first is the main file."))
                List<FileBody> files,
        @Schema(
                        description = "Standard input.",
                        oneOf = {String.class, Text.Encoded.class})
                @Nullable Text stdin,
        @ArraySchema(
                        maxItems = 100,
                        arraySchema = @Schema(description = "The program's arguments."))
                @Nullable List<String> args,
        @ArraySchema(arraySchema = @Schema(description = "Ids out of the language's options."))
                @Nullable List<String> options,
        @Schema(maxLength = MAX_TITLE, example = "Hello in C") @Nullable String title,
        @Schema(description = "`run`: run it first and keep the result.")
                @Nullable ResultWish result) {

    static final int MAX_TITLE = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    @Schema(name = "ResultWish")
    enum ResultWish {
        @JsonProperty("run")
        RUN
    }

    String checkedTitle() {
        String given = title == null ? "" : title.strip();
        if (given.length() > MAX_TITLE || UNPRINTABLE.matcher(given).find()) {
            throw new InvalidInputException(
                    "title",
                    given.length() + " characters",
                    MAX_TITLE + " printable characters",
                    "The title is too long or holds control characters");
        }
        return given;
    }
}
