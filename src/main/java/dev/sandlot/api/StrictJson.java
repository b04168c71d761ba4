package dev.sandlot.api;

import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Reads the API's own request types, and those alone, without guessing: an unknown or repeated
/// field, another type, a fraction for a whole number or text that isn't Unicode is an error.
final class StrictJson extends JacksonJsonHttpMessageConverter {

    private static final int MAX_NESTING = 16;
    private static final int MAX_NUMBER_LENGTH = 25;
    private static final int MAX_NAME_LENGTH = 256;

    StrictJson(long maxBodyBytes) {
        super(mapper(Math.toIntExact(maxBodyBytes)));
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        Class<?> body = type.resolve();
        return body != null
                && body.getPackageName().equals(StrictJson.class.getPackageName())
                && super.canRead(type, mediaType);
    }

    @Override
    public boolean canWrite(
            ResolvableType type, Class<?> valueClass, @Nullable MediaType mediaType) {
        return false;
    }

    static JsonMapper mapper(int maxStringLength) {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(MAX_NESTING)
                                        .maxNumberLength(MAX_NUMBER_LENGTH)
                                        .maxNameLength(MAX_NAME_LENGTH)
                                        .maxStringLength(maxStringLength)
                                        .build())
                        .build();
        return JsonMapper.builder(factory)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .addModule(
                        new SimpleModule("strict").addDeserializer(String.class, new StrictText()))
                .build();
    }
}
