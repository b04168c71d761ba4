package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.MemorySize;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"main.c", "a/b/c.txt", "-o", "ümlaut", "..x", "line\nbreak", "a b"})
    void namesBeneathWorkAreAllowed(String name) {
        assertThatCode(() -> JobRules.check(jobWithFile(name))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/x", "..", "../x", "a/../b", "./a", "a//b", "a/", "nul\0"})
    void namesThatLeadElsewhereAreNot(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> JobRules.check(jobWithFile(name)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        JobRules.check(Jobs.run("x").collecting(new MemorySize(1), name).job()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A=B", "1A", "A B", "A\0"})
    void variablesNeedAName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobRules.check(Jobs.run("x").with(Map.of(name, "v")).job()));
    }

    @Test
    void aNulCanBeInNoArgument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobRules.check(Jobs.run("x", "a\0b").job()));
    }

    @Test
    void whatTheKernelWouldRefuseForItsLengthIsSaidBefore() {
        String[] many = new String[9];
        Arrays.fill(many, "x".repeat(60_000));

        assertThat(JobRules.tooLong(Jobs.run("x", "y").job())).isEmpty();
        assertThat(JobRules.tooLong(Jobs.run("x", "y".repeat(70_000)).job()))
                .hasValue("An argument of 70,000 bytes: at most 65,534 are allowed.");
        assertThat(JobRules.tooLong(Jobs.run(many).job()))
                .hasValue(
                        "Arguments and environment of 540,000 bytes: at most 524,288 are allowed.");
    }

    private static dev.sandlot.sandbox.Job jobWithFile(String name) {
        return Jobs.run("x").with(JailFile.of(name, new byte[0])).job();
    }
}
