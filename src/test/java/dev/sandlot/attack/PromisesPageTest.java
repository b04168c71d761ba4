package dev.sandlot.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The page, the promises and the tests agree. `-Dpromises=write` writes the page.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromisesPageTest {

    private static final Path FILE = Path.of("docs/security/promises.md");
    private static final boolean WRITE = System.getProperty("promises", "").equals("write");

    private final PromisesPage page = PromisesPage.read();

    @Test
    void thePageIsWhatTheTestsSay() throws IOException {
        if (WRITE) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, page.text());
        }
        assertThat(Files.readString(FILE)).isEqualTo(page.text());
    }

    @Test
    void everyPromiseHasATest() {
        Set<Integer> tested = tested().collect(Collectors.toSet());
        assertThat(page.promises())
                .allSatisfy(promise -> assertThat(tested).contains(promise.number()));
    }

    @Test
    void everyTestNamesPromisesThatAreMade() {
        List<Integer> made = page.promises().stream().map(Promise::number).toList();
        assertThat(made).doesNotHaveDuplicates().containsAll(tested().toList());
    }

    @Test
    void everyPromiseIsTriedInEveryLanguageThatItNames() {
        List<String> untried =
                page.promises().stream()
                        .flatMap(promise ->
                                promise.languages().stream()
                                        .filter(language -> !isTried(promise.number(), language))
                                        .map(language -> promise.number() + " in " + language))
                        .toList();
        assertThat(untried).as("promises without a test in a language").isEmpty();
    }

    private boolean isTried(int number, String language) {
        return page.programs().stream()
                        .anyMatch(
                                it -> it.rows().contains(number) && it.language().equals(language))
                || page.tests().stream()
                        .anyMatch(it ->
                                it.rows().contains(number) && it.languages().contains(language));
    }

    private Stream<Integer> tested() {
        return Stream.concat(
                page.programs().stream().flatMap(program -> program.rows().stream()),
                page.tests().stream().flatMap(test -> test.rows().stream()));
    }
}
