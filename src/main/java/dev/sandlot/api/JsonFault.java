package dev.sandlot.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What is wrong with a JSON body, in words of our own: the parser's quote the body.
///
/// @param field where, if the body is JSON at all
record JsonFault(String detail, Optional<String> field) {

    private static final int MAX_FIELD_LENGTH = 200;

    static JsonFault of(HttpMessageNotReadableException e) {
        return e.getCause() instanceof JacksonException cause
                ? of(cause)
                : new JsonFault("A JSON object is needed", Optional.empty());
    }

    private static JsonFault of(JacksonException e) {
        Optional<String> field = field(e.getPath());
        return switch (e) {
            case UnrecognizedPropertyException _ -> new JsonFault("There is no such field", field);
            case InputCoercionException _ ->
                    new JsonFault("The number is too large or not a whole one", field);
            case StreamConstraintsException _ ->
                    new JsonFault(
                            "The JSON is nested too deeply, or a number or name is too long",
                            field);
            case MismatchedInputException mismatch -> new JsonFault(mismatch(mismatch), field);
            case StreamReadException repeated
                    when repeated.getOriginalMessage().startsWith("Duplicate ") ->
                    new JsonFault("A field is there twice" + at(e), field);
            default -> new JsonFault("This is not JSON as it should be" + at(e), field);
        };
    }

    private static String mismatch(MismatchedInputException e) {
        if (e.getOriginalMessage().equals(StrictText.LONE_SURROGATE)) {
            return "Text must be Unicode: " + StrictText.LONE_SURROGATE;
        }
        if (e.getOriginalMessage().startsWith("Missing required creator property")) {
            return "A required field is missing";
        }
        return "The value is missing or of the wrong type" + at(e);
    }

    private static String at(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Optional<String> field(List<JacksonException.Reference> path) {
        String field =
                path.stream()
                        .map(JsonFault::part)
                        .collect(Collectors.joining())
                        .replaceFirst("^\\.", "");
        return field.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        field.length() <= MAX_FIELD_LENGTH
                                ? field
                                : field.substring(0, MAX_FIELD_LENGTH) + "…");
    }

    private static String part(JacksonException.Reference reference) {
        return reference.getPropertyName() == null
                ? "[" + reference.getIndex() + "]"
                : "." + reference.getPropertyName();
    }
}
