package dev.sandlot.run;

/// Something that a caller gave for a run is wrong; the message is for the user and never holds
/// source code.
public class InvalidInputException extends RuntimeException {

    private final String field;
    private final String value;
    private final String limit;

    /// @param field in the words of the API, such as `files[1].name`
    /// @param value what was given, shortened; or its size when the thing itself is source code
    /// @param limit what is allowed
    public InvalidInputException(String field, String value, String limit, String message) {
        super(message);
        this.field = field;
        this.value = shorten(value);
        this.limit = limit;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String limit() {
        return limit;
    }

    private static String shorten(String value) {
        return value.length() <= 100 ? value : value.substring(0, 100) + "…";
    }
}
