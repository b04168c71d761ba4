package dev.sandlot.judge;

import dev.sandlot.problem.secret.OutputRules;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The default output validator of the problem package format: compares an output, piece by piece
/// as it comes, with the answer, token by token. It works on bytes, keeps at most one number of the
/// output and ends its work at the first difference.
///
/// For one thread at a time.
final class OutputValidator {

    private final OutputRules rules;
    private final byte[] answer;

    /// How much of the answer has been matched, whole tokens and the bytes between them.
    private int matched;

    /// The output's number so far.
    private final byte[] number;

    private boolean differs;
    private @Nullable Token token;

    OutputValidator(OutputRules rules, byte[] answer) {
        this.rules = rules;
        this.answer = answer;
        this.number = new byte[rules.comparesNumbers() ? DecimalNumber.MAX_BYTES : 0];
    }

    /// The next bytes of the output.
    void accept(byte[] output) {
        for (int i = 0; i < output.length && !differs; i++) {
            if (isSpace(output[i])) {
                space(output[i]);
            } else {
                character(output[i]);
            }
        }
    }

    /// After the last byte: whether the output is accepted.
    boolean finish() {
        endToken();
        if (!rules.spaceChangeSensitive()) {
            skipSpace();
        }
        return !differs && matched == answer.length;
    }

    private void space(byte space) {
        endToken();
        if (rules.spaceChangeSensitive() && !differs) {
            differs = matched == answer.length || answer[matched] != space;
            matched++;
        }
    }

    private void character(byte character) {
        Token current = token;
        if (current == null) {
            current = beginToken();
            token = current;
        }
        differs = current == null || !current.accept(character);
    }

    /// The answer's next token, or null when it has none here.
    private @Nullable Token beginToken() {
        if (!rules.spaceChangeSensitive()) {
            skipSpace();
        }
        int end = matched;
        while (end < answer.length && !isSpace(answer[end])) {
            end++;
        }
        return end == matched ? null : token(matched, end);
    }

    private Token token(int start, int end) {
        Optional<BigDecimal> expected =
                rules.comparesNumbers()
                        ? DecimalNumber.parse(answer, start, end)
                        : Optional.empty();
        return expected.<Token>map(it -> new NumberToken(it, end))
                .orElseGet(() -> new TextToken(start, end));
    }

    private void endToken() {
        if (token != null && !differs) {
            differs = !token.matches();
            matched = token.end();
            token = null;
        }
    }

    private void skipSpace() {
        while (matched < answer.length && isSpace(answer[matched])) {
            matched++;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }

    /// A token of the answer while the output's token comes in.
    private sealed interface Token {

        /// @return false if the tokens differ already
        boolean accept(byte next);

        /// After the output's token: whether it is the same.
        boolean matches();

        /// Where the token ends in the answer.
        int end();
    }

    private final class TextToken implements Token {

        private final int end;
        private int next;

        TextToken(int start, int end) {
            this.next = start;
            this.end = end;
        }

        @Override
        public boolean accept(byte b) {
            return next < end && same(answer[next++], b);
        }

        @Override
        public boolean matches() {
            return next == end;
        }

        @Override
        public int end() {
            return end;
        }

        private boolean same(byte a, byte b) {
            return a == b || (!rules.caseSensitive() && lowerCase(a) == lowerCase(b));
        }

        private static int lowerCase(byte b) {
            return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
        }
    }

    private final class NumberToken implements Token {

        private final BigDecimal expected;
        private final int end;
        private int length;

        NumberToken(BigDecimal expected, int end) {
            this.expected = expected;
            this.end = end;
        }

        @Override
        public boolean accept(byte b) {
            if (length == number.length) {
                return false;
            }
            number[length++] = b;
            return true;
        }

        @Override
        public boolean matches() {
            return DecimalNumber.parse(number, 0, length).filter(this::isClose).isPresent();
        }

        @Override
        public int end() {
            return end;
        }

        private boolean isClose(BigDecimal printed) {
            BigDecimal error = printed.subtract(expected).abs();
            return rules.absoluteTolerance().filter(it -> error.compareTo(it) <= 0).isPresent()
                    || rules.relativeTolerance()
                            .filter(it -> error.compareTo(it.multiply(expected.abs())) <= 0)
                            .isPresent();
        }
    }
}
