package dev.sandlot.judge;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A number as the output validator's grammar has it: decimal, an optional exponent, nothing like
/// `inf`, `nan`, `0x1p3` or `1.5f`.
final class DecimalNumber {

    /// A token with more bytes is no number.
    static final int MAX_BYTES = 4096;

    /// Exact up to here; a longer number is rounded to a double first.
    private static final int EXACT_BYTES = 200;

    private static final int MAX_EXACT_EXPONENT = 400;

    private final byte[] bytes;
    private final int end;
    private int position;

    private DecimalNumber(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    static Optional<BigDecimal> parse(byte[] bytes, int start, int end) {
        if (end - start > MAX_BYTES || !new DecimalNumber(bytes, start, end).matches()) {
            return Optional.empty();
        }
        return value(new String(bytes, start, end - start, StandardCharsets.US_ASCII));
    }

    private static Optional<BigDecimal> value(String text) {
        if (text.length() <= EXACT_BYTES && exponentIsSmall(text)) {
            return Optional.of(new BigDecimal(text));
        }
        double rounded = Double.parseDouble(text);
        return Double.isFinite(rounded) ? Optional.of(new BigDecimal(rounded)) : Optional.empty();
    }

    private static boolean exponentIsSmall(String text) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        String digits = e < 0 ? "0" : text.substring(e + 1).replaceFirst("^[+-]?0*(?=.)", "");
        return digits.length() <= 3 && Integer.parseInt(digits) <= MAX_EXACT_EXPONENT;
    }

    private boolean matches() {
        sign();
        int whole = digits();
        int fraction = 0;
        if (at('.')) {
            position++;
            fraction = digits();
        }
        return whole + fraction > 0 && exponent() && position == end;
    }

    private boolean exponent() {
        if (!at('e') && !at('E')) {
            return true;
        }
        position++;
        sign();
        return digits() > 0;
    }

    private void sign() {
        if (at('+') || at('-')) {
            position++;
        }
    }

    private int digits() {
        int start = position;
        while (position < end && bytes[position] >= '0' && bytes[position] <= '9') {
            position++;
        }
        return position - start;
    }

    private boolean at(char c) {
        return position < end && bytes[position] == c;
    }
}
