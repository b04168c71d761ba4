package dev.sandlot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.problem.Problem.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

    private static final Sample ONE = new Sample("1", "in-1 <b>\n", "out-1\n");
    private static final Sample TWO = new Sample("2", "in-2\n", "out-2\n");

    @Test
    void samplesStandWhereTheAuthorPutsThem() {
        assertThat(
                        html(
                                "first\n\n{{nextsample}}\n\nthen\n\n{{remainingsamples}}\n\nlast",
                                ONE,
                                TWO))
                .containsSubsequence("first", "in-1", "out-1", "then", "in-2", "out-2", "last")
                .doesNotContain("{{");
    }

    @Test
    void samplesThatTheAuthorForgetsStandAtTheEnd() {
        assertThat(html("{{nextsample}}\n\nlast", ONE, TWO))
                .containsSubsequence("in-1", "last", "in-2");
    }

    @Test
    void aSampleIsTextWhateverItHolds() {
        assertThat(html("", ONE)).contains("in-1 &lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void tablesAndListsAreRendered() {
        assertThat(html("| a | b |\n|---|---|\n| 1 | 2 |\n\n1. one\n2. two\n"))
                .contains("<th>a</th>", "<td>2</td>", "<ol>", "<li>two</li>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "![picture](https://example.org/x.png)",
                "[link](javascript:alert(1))",
                "[link](data:text/html,x)",
                "[link](http://example.org)",
                "<a href=\"https://example.org\" onclick=\"x()\">link</a>",
                "$<script>alert(1)</script>$",
                "$\\text{<img src=x>}$",
                "`<iframe src=x>`"
            })
    void nothingActiveAndNothingFromElsewhereGetsThrough(String text) {
        assertThat(html(text))
                .doesNotContainPattern("<(script|img|iframe|a [^>]*(onclick|javascript|data:))")
                .doesNotContain("src=\"")
                .doesNotContain("href=\"http:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$n$ | <var>n</var>",
                "$1 \\le n \\le 1000$ | 1 ≤ <var>n</var> ≤ 1000",
                "$-10^9 \\le a_i$ | −10<sup>9</sup> ≤ <var>a</var><sub><var>i</var></sub>",
                "$a_1, \\ldots, a_n$ | <var>a</var><sub>1</sub>, …, <var>a</var><sub><var>n</var></sub>",
                "$2^{n-1}$ | 2<sup><var>n</var> − 1</sup>",
                "$(-1)$ | (−1)",
                "$a = -1$ | <var>a</var> = −1",
                "$1\\,000$ | 1 000",
                "$a < b$ | <var>a</var> &lt; <var>b</var>",
                "$n \\times m$ | <var>n</var> × <var>m</var>",
                "$\\frac{a}{2}$ | <var>a</var> / 2",
                "$\\text{mod } p$ | mod <var>p</var>"
            })
    void mathematicsIsReadable(String tex, String markup) {
        assertThat(html(tex).replace("&#61;", "="))
                .isEqualTo("<p><span class=\"math\">" + markup + "</span></p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$\\begin{matrix}$", "$\\int x$", "$a_{b$", "$x^$", "$é$", "$a}$"})
    void unknownMathematicsIsShownAsItIs(String tex) {
        assertThat(html(tex)).contains("<code>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"It costs $5 or $6.", "a $ b $ c", "only $one", "$$$", "\\$n\\$"})
    void pricesAreNoMathematics(String text) {
        assertThat(html(text)).doesNotContain("math").doesNotContain("<code>");
    }

    @Test
    void aFormulaOfItsOwnIsDisplayed() {
        assertThat(html("$$x + 1$$")).contains("<span class=\"math-display\">");
    }

    @Test
    void deepNestingEnds() {
        assertThat(html("$" + "{".repeat(500) + "x" + "}".repeat(500) + "$")).contains("<code>");
    }

    private static String html(String body, Sample... samples) {
        return Statement.html(body, List.of(samples));
    }
}
