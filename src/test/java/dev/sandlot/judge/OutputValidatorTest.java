package dev.sandlot.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sandlot.problem.secret.OutputRules;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutputValidatorTest {

    private static final OutputRules DEFAULT = OutputRules.DEFAULT;
    private static final OutputRules CASE = rules(true, false, null, null);
    private static final OutputRules SPACE = rules(false, true, null, null);
    private static final OutputRules ABSOLUTE = rules(false, false, "1e-6", null);
    private static final OutputRules RELATIVE = rules(false, false, null, "1e-6");
    private static final OutputRules BOTH = rules(false, false, "1e-6", "1e-6");
    private static final OutputRules EXACT_NUMBERS = rules(false, false, "0", null);
    private static final OutputRules CASE_AND_NUMBERS = rules(true, false, "1e-6", "1e-6");
    private static final OutputRules SPACE_AND_NUMBERS = rules(false, true, "1e-6", "1e-6");

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments(DEFAULT, "1 2 3\n", "1 2 3\n"),
                arguments(DEFAULT, "", ""),
                arguments(DEFAULT, "", " \n\t"),
                arguments(DEFAULT, "\n", ""),
                arguments(DEFAULT, "Fizz\n", "fIZZ\n"),
                arguments(DEFAULT, "a b\n", "a\nb"),
                arguments(DEFAULT, "a b\n", "  a\t\u000b\f b\r\n\n"),
                arguments(DEFAULT, "a\nb\n", "a\r\nb\r\n"),
                arguments(DEFAULT, "é", "é"),
                arguments(DEFAULT, "a\0b", "a\0b"),
                arguments(CASE, "Fizz Buzz\n", "Fizz\nBuzz"),
                arguments(SPACE, "a b\n", "A b\n"),
                arguments(SPACE, " \n a", " \n a"),
                arguments(SPACE, "", ""),
                arguments(ABSOLUTE, "1.5", "1.5000009"),
                arguments(ABSOLUTE, "1", "1.0"),
                arguments(ABSOLUTE, "1.5", "+1.5"),
                arguments(ABSOLUTE, "1.5", "15e-1"),
                arguments(ABSOLUTE, "1.5", ".15E+1"),
                arguments(ABSOLUTE, "2.", "2"),
                arguments(ABSOLUTE, "-0.0", "0"),
                arguments(ABSOLUTE, "yes 1.0", "YES 1.0000001"),
                arguments(RELATIVE, "1000000", "1000001"),
                arguments(RELATIVE, "-1000000", "-999999"),
                arguments(BOTH, "0", "0.000001"),
                arguments(BOTH, "1e9", "1000001000"),
                arguments(
                        EXACT_NUMBERS,
                        "123456789012345678901234567890",
                        "1.2345678901234567890123456789e29"),
                arguments(EXACT_NUMBERS, "0.1", "0.10000"),
                arguments(BOTH, "inf", "INF"),
                arguments(BOTH, "0x10", "0X10"),
                arguments(BOTH, "1e400", "1e400"),
                arguments(CASE_AND_NUMBERS, "Answer 1e3", "Answer 1E3"),
                arguments(SPACE_AND_NUMBERS, "1.5 2\n", "1.5000001 2.0\n"));
    }

    static Stream<Arguments> rejected() {
        return Stream.of(
                arguments(DEFAULT, "1 2 3\n", "1 2\n"),
                arguments(DEFAULT, "1 2\n", "1 2 3\n"),
                arguments(DEFAULT, "12", "1 2"),
                arguments(DEFAULT, "1 2", "12"),
                arguments(DEFAULT, "abc", "ab"),
                arguments(DEFAULT, "ab", "abc"),
                arguments(DEFAULT, "a", ""),
                arguments(DEFAULT, "", "a"),
                arguments(DEFAULT, "Hello World!", "Hello World!\0extra"),
                arguments(DEFAULT, "Hello World!", "Hello World!\0"),
                arguments(DEFAULT, "a\0b", "a\0c"),
                arguments(DEFAULT, "a b", "a\u00a0b"),
                arguments(DEFAULT, "é", "É"),
                arguments(DEFAULT, "@", "`"),
                arguments(DEFAULT, "[", "{"),
                arguments(DEFAULT, "1.0", "1"),
                arguments(CASE, "Fizz", "fizz"),
                arguments(SPACE, "a b\n", "a  b\n"),
                arguments(SPACE, "a b\n", "a b"),
                arguments(SPACE, "a b", "a b\n"),
                arguments(SPACE, "a b", " a b"),
                arguments(SPACE, " a b", "a b"),
                arguments(SPACE, "a\n", "a\r\n"),
                arguments(SPACE, "a b", "a\tb"),
                arguments(SPACE, "", "\n"),
                arguments(SPACE, "\n", ""),
                arguments(ABSOLUTE, "1.5", "1.500002"),
                arguments(ABSOLUTE, "1000000", "1000001"),
                arguments(ABSOLUTE, "1.5", "nan"),
                arguments(ABSOLUTE, "1.5", "inf"),
                arguments(ABSOLUTE, "1.5", "1.5f"),
                arguments(ABSOLUTE, "1.5", "1.5d"),
                arguments(ABSOLUTE, "1.5", "0x1.8p0"),
                arguments(ABSOLUTE, "1.5", "1,5"),
                arguments(ABSOLUTE, "1.5", "1.5e"),
                arguments(ABSOLUTE, "1.5", "--1.5"),
                arguments(ABSOLUTE, "1.5", "."),
                arguments(ABSOLUTE, "1.5", "1.5\0"),
                arguments(ABSOLUTE, "1.5", "1.5 1.5"),
                arguments(ABSOLUTE, "1.5 1.5", "1.5"),
                arguments(ABSOLUTE, "yes", "1"),
                arguments(ABSOLUTE, "1.5", "1e999999999"),
                arguments(ABSOLUTE, "0", "1e99999999999999999999"),
                arguments(RELATIVE, "0", "0.000001"),
                arguments(RELATIVE, "1000000", "1000002"),
                arguments(EXACT_NUMBERS, "123456789012345678902", "123456789012345678901"),
                arguments(BOTH, "inf", "nan"),
                arguments(CASE_AND_NUMBERS, "Answer 1", "answer 1"),
                arguments(SPACE_AND_NUMBERS, "1.5 2\n", "1.5  2\n"));
    }

    @ParameterizedTest(name = "{0} answer [{1}] accepts [{2}]")
    @MethodSource("accepted")
    void accepts(OutputRules rules, String answer, String output) {
        assertThat(validate(rules, answer, output, 64)).isTrue();
    }

    @ParameterizedTest(name = "{0} answer [{1}] rejects [{2}]")
    @MethodSource("rejected")
    void rejects(OutputRules rules, String answer, String output) {
        assertThat(validate(rules, answer, output, 64)).isFalse();
    }

    @ParameterizedTest(name = "{0} [{1}] [{2}] byte by byte")
    @MethodSource({"accepted", "rejected"})
    void cutsInTheOutputChangeNothing(OutputRules rules, String answer, String output) {
        assertThat(validate(rules, answer, output, 1))
                .isEqualTo(validate(rules, answer, output, 64));
    }

    @Test
    void aLongNumberIsComparedRounded() {
        String thirds = "0." + "3".repeat(3000);
        assertThat(validate(BOTH, "0.333333333", thirds, 100)).isTrue();
        assertThat(validate(BOTH, "0.4", thirds, 100)).isFalse();
    }

    @Test
    void aTokenTooLongForANumberIsRejected() {
        assertThat(validate(BOTH, "0", "0." + "0".repeat(DecimalNumber.MAX_BYTES), 4096)).isFalse();
    }

    @Test
    void anEndlessTokenCostsNothingAfterTheFirstDifference() {
        var validator = new OutputValidator(DEFAULT, "7\n".getBytes(StandardCharsets.UTF_8));
        byte[] piece = new byte[1 << 20];
        Arrays.fill(piece, (byte) '7');
        for (int i = 0; i < 1000; i++) {
            validator.accept(piece);
        }
        assertThat(validator.finish()).isFalse();
    }

    @Test
    void everyTextMatchesItselfUnderAllRulesHoweverItIsCut() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String text = text(random);
            for (OutputRules rules : new OutputRules[] {DEFAULT, CASE, SPACE, BOTH}) {
                assertThat(validate(rules, text, text, 1 + random.nextInt(9))).as(text).isTrue();
            }
        }
    }

    private static String text(Random random) {
        String alphabet = "aB1.e-+ \n\0";
        return random.ints(random.nextInt(30), 0, alphabet.length())
                .collect(
                        StringBuilder::new,
                        (text, c) -> text.append(alphabet.charAt(c)),
                        StringBuilder::append)
                .toString();
    }

    private static boolean validate(OutputRules rules, String answer, String output, int cut) {
        var validator = new OutputValidator(rules, answer.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
        var seen = new ByteArrayOutputStream();
        for (int start = 0; start < bytes.length; start += cut) {
            byte[] piece = Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + cut));
            seen.writeBytes(piece);
            validator.accept(piece);
        }
        assertThat(seen.toByteArray()).isEqualTo(bytes);
        return validator.finish();
    }

    private static OutputRules rules(
            boolean caseSensitive,
            boolean spaceChangeSensitive,
            @org.jspecify.annotations.Nullable String absolute,
            @org.jspecify.annotations.Nullable String relative) {
        return new OutputRules(
                caseSensitive,
                spaceChangeSensitive,
                Optional.ofNullable(absolute).map(BigDecimal::new),
                Optional.ofNullable(relative).map(BigDecimal::new));
    }
}
