package dev.sandlot.snippet;

/// The message names the size and the limit.
public class SnippetTooLargeException extends RuntimeException {

    private final long bytes;

    public SnippetTooLargeException(long bytes) {
        super(
                "The snippet has "
                        + bytes
                        + " bytes; at most "
                        + Snippets.MAX_BYTES
                        + " can be shared");
        this.bytes = bytes;
    }

    public long bytes() {
        return bytes;
    }
}
