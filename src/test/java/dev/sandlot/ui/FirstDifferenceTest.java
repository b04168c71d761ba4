package dev.sandlot.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstDifferenceTest {

    @Test
    void blanksDoNotCount() {
        assertThat(FirstDifference.line("1 2\n3\n", "1\n2  3")).isEmpty();
    }

    @Test
    void namesTheLineOfTheFirstOtherWord() {
        assertThat(FirstDifference.line("1\n2\n3\n", "1\n2\n4\n")).hasValue(3);
    }

    @Test
    void missingWordsAreMissedInTheLastLine() {
        assertThat(FirstDifference.line("1\n2\n3\n", "1\n2\n")).hasValue(2);
        assertThat(FirstDifference.line("1\n", "")).hasValue(1);
    }

    @Test
    void wordsTooManyDiffer() {
        assertThat(FirstDifference.line("1\n", "1\n\nextra\n")).hasValue(3);
    }

    @Test
    void caseCountsWhereItShould() {
        assertThat(FirstDifference.line("Fizz", "fizz", true)).hasValue(1);
        assertThat(FirstDifference.line("Fizz", "fizz", false)).isEmpty();
    }
}
