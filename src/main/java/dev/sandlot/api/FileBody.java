package dev.sandlot.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.sandlot.run.SourceFile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "File", description = "One file of a program.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FileBody(
        @JsonProperty(required = true)
                @JsonSetter(nulls = Nulls.FAIL)
                @Schema(
                        description =
                                "Relative, with / between folders; no .. part; at most 255 bytes.",
                        example = "main.c",
                        maxLength = 255)
                String name,
        @JsonProperty(required = true)
                @JsonSetter(nulls = Nulls.FAIL)
                @Schema(
                        description = "Text, or base64 where encoding says so.",
                        example =
                                "#include <stdio.h>\nint main(void) { puts(\"Hello, World!\"); }\n")
                String content,
        @Schema(description = "Absent for text.") Text.@Nullable Encoding encoding) {

    static FileBody of(String name, byte[] bytes) {
        Text text = Text.of(bytes);
        return new FileBody(name, text.content(), text.encoding());
    }

    static List<SourceFile> read(List<FileBody> bodies) {
        List<SourceFile> files = new ArrayList<>();
        for (FileBody body : bodies) {
            files.add(body.read("files[" + files.size() + "]"));
        }
        return files;
    }

    /// @param field where it stood, for the message
    SourceFile read(String field) {
        return new SourceFile(name, Text.bytes(field + ".content", content, encoding));
    }
}
