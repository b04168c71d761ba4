package dev.sandlot.run;

import dev.sandlot.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A run's result in the shape of the public API: REST answers, snippets and the page all use it.
public final class RunResultJson {

    /// How the streams are written.
    public enum Streams {
        /// As text; bytes that aren't UTF-8 become U+FFFD.
        TEXT,
        /// Byte for byte.
        BASE64,
        /// Not at all: they went out while the program ran.
        NONE;

        @Nullable String encode(byte[] bytes) {
            return switch (this) {
                case TEXT -> new String(bytes, StandardCharsets.UTF_8);
                case BASE64 -> Base64.getEncoder().encodeToString(bytes);
                case NONE -> null;
            };
        }
    }

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private RunResultJson() {}

    public static ObjectNode of(Language language, RunResult result, Streams streams) {
        return JSON.valueToTree(RunReport.of(language, result, streams));
    }

    /// One step by itself.
    public static ObjectNode of(Step step, StepResult result, Streams streams) {
        return switch (step) {
            case COMPILE -> JSON.valueToTree(RunReport.CompileStep.of(result, streams));
            case RUN -> JSON.valueToTree(RunReport.RunStep.of(result, streams));
        };
    }
}
