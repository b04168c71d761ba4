package dev.sandlot.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.sandlot.run.RunReport;
import dev.sandlot.snippet.Snippet;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param result the stored JSON, as it was written
@Schema(name = "Snippet", description = "A stored program; never changes.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SnippetView(
        @Schema(example = "7kq2mz94hdxp") String id,
        String language,
        @Schema(description = "Of the toolchain at the time of sharing.") String version,
        List<FileBody> files,
        @Schema(oneOf = {String.class, Text.Encoded.class}) Text stdin,
        List<String> args,
        @Schema(description = "Ids out of the language's options at that time.")
                List<String> options,
        String title,
        Instant created,
        @JsonRawValue @Schema(implementation = RunReport.class) @Nullable String result) {

    static SnippetView of(Snippet snippet) {
        return new SnippetView(
                snippet.id(),
                snippet.language(),
                snippet.version(),
                snippet.files().stream()
                        .map(file -> FileBody.of(file.name(), file.content()))
                        .toList(),
                Text.of(snippet.stdin()),
                snippet.args(),
                snippet.options(),
                snippet.title(),
                snippet.created(),
                snippet.result().orElse(null));
    }
}
