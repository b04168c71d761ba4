package dev.sandlot.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.sandbox.JailFile;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewFilesTest {

    private static final List<JailFile> GIVEN = List.of(file("main.py", 10), file("in.txt", 5));
    private static final NewFiles FILES = new NewFiles(GIVEN, new MemorySize(100));

    @Test
    void whatWasGivenStaysAwayAndWhatChangedComesBack() {
        StepResult step =
                FILES.of(found(file("out.txt", 3), file("main.py", 10), file("in.txt", 6)));
        assertThat(step.files()).extracting(JailFile::name).containsExactly("in.txt", "out.txt");
        assertThat(step.filesTruncated()).isFalse();
    }

    @Test
    void whatWasGivenTakesNoRoomFromWhatIsNew() {
        assertThat(FILES.wanted().names()).containsExactly("*");
        assertThat(FILES.wanted().totalSize().bytes()).isEqualTo(115);
    }

    @Test
    void whatIsTooBigIsLeftOutAndSaid() {
        StepResult step = FILES.of(found(file("a", 60), file("b", 41), file("c", 40)));
        assertThat(step.files()).extracting(JailFile::name).containsExactly("a", "c");
        assertThat(step.filesTruncated()).isTrue();
    }

    @Test
    void veryManyAreLeftOutAndSaid() {
        JailFile[] many =
                IntStream.rangeClosed(0, NewFiles.MAX_FILES)
                        .mapToObj(i -> file("f" + i, 0))
                        .toArray(JailFile[]::new);
        assertThat(FILES.of(found(many)).files()).hasSize(NewFiles.MAX_FILES);
        assertThat(FILES.of(found(many)).filesTruncated()).isTrue();
    }

    private static StepResult found(JailFile... files) {
        return StepResult.notStarted(new Outcome.Exited(0), TestLanguages.LIMITS)
                .withFiles(List.of(files), false);
    }

    private static JailFile file(String name, int bytes) {
        return JailFile.of(name, new byte[bytes]);
    }
}
