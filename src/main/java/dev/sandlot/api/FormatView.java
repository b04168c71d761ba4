package dev.sandlot.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sandlot.language.Language;
import dev.sandlot.run.Formatted;
import dev.sandlot.run.RunReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "FormatReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FormatView(
        String language,
        String version,
        @Schema(description = "Whether `content` is the formatter's text.") boolean formatted,
        @Schema(
                        description =
                                "The formatted text; the text as it was sent when it wasn't formatted.")
                String content,
        @Schema(
                        description = "Why it wasn't formatted, in words; absent when it was.",
                        example = "Line 3: expected operand, found '}'")
                @Nullable String refusal,
        @Schema(description = "How the formatter ended.") RunReport.End outcome,
        @Schema(description = "What the formatter said.") String stderr,
        List<RunReport.Message> diagnostics) {

    static FormatView of(Language language, Formatted formatted) {
        return new FormatView(
                language.id(),
                language.version(),
                formatted.refusal().isEmpty(),
                formatted.content(),
                formatted.refusal().orElse(null),
                RunReport.End.of(formatted.outcome()),
                formatted.messages(),
                formatted.diagnostics().stream().map(RunReport.Message::of).toList());
    }
}
