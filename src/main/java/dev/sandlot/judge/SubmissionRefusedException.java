package dev.sandlot.judge;

/// A submission that can't be judged; the message is for the user and names the value and the
/// limit.
public class SubmissionRefusedException extends RuntimeException {

    private final String field;

    public SubmissionRefusedException(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
