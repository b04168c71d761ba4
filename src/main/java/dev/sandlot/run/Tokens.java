package dev.sandlot.run;

import java.util.Arrays;

/// The words of an output: runs of bytes between whitespace, as the default output validator of
/// problems sees them, but with regard to case.
final class Tokens {

    private final byte[] bytes;
    private int start;
    private int end;

    private Tokens(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Whether both have the same tokens in the same order.
    static boolean same(byte[] expected, byte[] actual) {
        Tokens left = new Tokens(expected);
        Tokens right = new Tokens(actual);
        while (left.next() & right.next()) {
            if (!left.equalsToken(right)) {
                return false;
            }
        }
        return left.atEnd() && right.atEnd();
    }

    private boolean next() {
        start = end;
        while (start < bytes.length && isWhitespace(bytes[start])) {
            start++;
        }
        end = start;
        while (end < bytes.length && !isWhitespace(bytes[end])) {
            end++;
        }
        return start < end;
    }

    private boolean atEnd() {
        return start == end;
    }

    private boolean equalsToken(Tokens other) {
        return Arrays.equals(bytes, start, end, other.bytes, other.start, other.end);
    }

    /// Space, form feed, line feed, carriage return, tab and vertical tab; nothing of Unicode's.
    private static boolean isWhitespace(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }
}
