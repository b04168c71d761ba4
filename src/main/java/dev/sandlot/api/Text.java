package dev.sandlot.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import dev.sandlot.run.InvalidInputException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/// Bytes in JSON: a string for UTF-8 text, or an object with base64 for anything.
///
/// @param content text, or base64
/// @param encoding absent for text
@JsonDeserialize(using = Text.Reader.class)
record Text(String content, @Nullable Encoding encoding) {

    static final Text EMPTY = new Text("", null);

    @Schema(name = "Encoding")
    enum Encoding {
        @JsonProperty("utf-8")
        UTF_8,
        @JsonProperty("base64")
        BASE64
    }

    /// The long form.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Encoded(
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String content,
            @Nullable Encoding encoding) {}

    static Text of(byte[] bytes) {
        return text(bytes)
                .map(text -> new Text(text, null))
                .orElseGet(
                        () -> new Text(Base64.getEncoder().encodeToString(bytes), Encoding.BASE64));
    }

    @JsonValue
    Object json() {
        return encoding == null ? content : new Encoded(content, encoding);
    }

    /// @param field where it stood, for the message
    /// @throws InvalidInputException when it says base64 and isn't
    byte[] bytes(String field) {
        return bytes(field, content, encoding);
    }

    /// @throws InvalidInputException when it says base64 and isn't
    static byte[] bytes(String field, String content, @Nullable Encoding encoding) {
        if (encoding != Encoding.BASE64) {
            return content.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    field, "not base64", "base64 as in RFC 4648, section 4", "This is not base64");
        }
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static final class Reader extends ValueDeserializer<Text> {

        @Override
        public @Nullable Text deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                return new Text(context.readValue(json, String.class), null);
            }
            if (json.currentToken() == JsonToken.START_OBJECT) {
                Encoded encoded = context.readValue(json, Encoded.class);
                return new Text(encoded.content(), encoded.encoding());
            }
            return (Text) context.handleUnexpectedToken(String.class, json);
        }
    }
}
