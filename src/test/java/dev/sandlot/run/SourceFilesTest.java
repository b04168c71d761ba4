package dev.sandlot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SourceFilesTest {

    @Test
    void takesAProgramOfSeveralFiles() {
        assertThatCode(checking("main.c", "part.c", "lib/part.h", "lib/data.txt"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesNoFileAtAll() {
        assertThatThrownBy(checking()).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesTheSameNameTwice() {
        refuses("files[1].name", "main.c", "main.c");
    }

    @Test
    void refusesNamesThatDifferInCaseAlone() {
        refuses("files[1].name", "main.c", "Main.C");
    }

    @Test
    void refusesAFileThatIsAlsoAFolder() {
        refuses("files[1].name", "lib", "lib/part.c");
        refuses("files[1].name", "lib/part.c", "lib");
        refuses("files[1].name", "LIB/part.c", "lib");
    }

    @Test
    void refusesTheNameOfWhatTheCompilerMakes() {
        refuses("files[1].name", "main.c", "main");
    }

    @Test
    void refusesTooManyFiles() {
        String[] names =
                IntStream.rangeClosed(0, SourceFiles.MAX_FILES)
                        .mapToObj(i -> i + ".c")
                        .toArray(String[]::new);
        refuses("files", names);
    }

    @Test
    void refusesTooManyBytesAndNamesTheLimitWithoutTheSource() {
        List<SourceFile> files =
                List.of(SourceFile.of("main.c", "s".repeat(SourceFiles.MAX_BYTES + 1)));
        assertThatThrownBy(() -> SourceFiles.check(TestLanguages.compiled(), files))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> {
                            assertThat(e.limit()).isEqualTo("1048576 bytes");
                            assertThat(e.value()).isEqualTo("1048577 bytes");
                        });
    }

    private static void refuses(String field, String... names) {
        assertThatThrownBy(checking(names))
                .isInstanceOf(InvalidInputException.class)
                .extracting("field")
                .isEqualTo(field);
    }

    private static ThrowingCallable checking(String... names) {
        List<SourceFile> files =
                Arrays.stream(names).map(name -> SourceFile.of(name, "x")).toList();
        return () -> SourceFiles.check(TestLanguages.compiled(), files);
    }
}
