package dev.sandlot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandlot.language.Language;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {

    @Test
    void takesArgumentsThatLookLikeOptions() {
        assertThatCode(() -> Inputs.checkArgs(List.of("--", "-v", "", "ä b", "$(id)")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesNulInAnArgument() {
        assertThatThrownBy(() -> Inputs.checkArgs(List.of("a", "b\0c")))
                .isInstanceOf(InvalidInputException.class)
                .extracting("field")
                .isEqualTo("args[1]");
    }

    @Test
    void refusesTooManyOrTooLongArguments() {
        assertThatThrownBy(() -> Inputs.checkArgs(Collections.nCopies(101, "")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Inputs.checkArgs(List.of("x".repeat(Inputs.MAX_ARGS_BYTES + 1))))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MODE", "_x", "LDFLAGS", "JAVA_HOME", "PATHS"})
    void takesTheVariable(String name) {
        assertThatCode(() -> Inputs.checkEnv(Map.of(name, "1"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A=B",
                "A B",
                "1A",
                "ä",
                "A\0",
                "PATH",
                "LD_PRELOAD",
                "ld_preload",
                "LD_LIBRARY_PATH",
                "GCONV_PATH",
                "BASH_ENV",
                "JAVA_TOOL_OPTIONS",
                "NODE_OPTIONS"
            })
    void refusesTheVariable(String name) {
        assertThatThrownBy(() -> Inputs.checkEnv(Map.of(name, "1")))
                .isInstanceOf(InvalidInputException.class)
                .extracting("field")
                .isEqualTo("env");
    }

    @Test
    void refusesToCollectOutsideOfTheJailsFolder() {
        assertThatThrownBy(() -> Inputs.checkCollect(List.of("out.png", "../etc/passwd")))
                .isInstanceOf(InvalidInputException.class)
                .extracting("field")
                .isEqualTo("collect[1]");
    }

    @Test
    void takesTheOptionsOfTheLanguageAndNamesThemToWhoAsksForAnother() {
        Language language = TestLanguages.compiled();
        assertThatCode(() -> Inputs.checkOptions(language, List.of("fast")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Inputs.checkOptions(language, List.of("fast", "-fplugin=x")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> {
                            assertThat(e.field()).isEqualTo("options[1]");
                            assertThat(e.value()).isEqualTo("-fplugin=x");
                            assertThat(e.limit()).isEqualTo("fast");
                        });
    }

    @Test
    void takesOneOptionOfAGroup() {
        assertThatThrownBy(() ->
                        Inputs.checkOptions(TestLanguages.compiled(), List.of("fast", "fast")))
                .isInstanceOf(InvalidInputException.class)
                .extracting("field")
                .isEqualTo("options[1]");
    }

    @Test
    void refusesToCollectEverything() {
        assertThatThrownBy(() -> Inputs.checkCollect(List.of("*")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesTooLongAnInput() {
        assertThatThrownBy(() -> Inputs.checkText("stdin", new byte[Inputs.MAX_STDIN_BYTES + 1]))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("1048577");
    }
}
