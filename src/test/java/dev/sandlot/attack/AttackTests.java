package dev.sandlot.attack;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the tests that are no single program: Java's by their [Attacks], those of the C programs
/// by a comment `# attacks: 46` before them.
final class AttackTests {

    private static final Path C_TESTS = Path.of("src/test/c");
    private static final Pattern C_TEST =
            Pattern.compile("(?m)^# attacks: (\\d+(?:, \\d+)*).*\\n(?:@.*\\n)*def (\\w+)");

    /// @param name for people to find it by
    record AttackTest(String name, List<Integer> rows, List<String> languages) {}

    private AttackTests() {}

    static List<AttackTest> all() {
        return Stream.concat(java(), c()).toList();
    }

    private static Stream<AttackTest> java() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages("dev.sandlot")
                        .stream()
                        .flatMap(type ->
                                Stream.concat(
                                        ofClass(type),
                                        type.getMethods().stream().flatMap(AttackTests::ofMethod)))
                        .sorted(Comparator.comparing(AttackTest::name));
    }

    private static Stream<AttackTest> ofClass(JavaClass type) {
        return type.tryGetAnnotationOfType(Attacks.class).stream()
                .map(attacks -> test(type.getSimpleName(), attacks));
    }

    private static Stream<AttackTest> ofMethod(JavaMethod method) {
        String name = method.getOwner().getSimpleName() + "." + method.getName();
        return method.tryGetAnnotationOfType(Attacks.class).stream()
                .map(attacks -> test(name, attacks));
    }

    private static AttackTest test(String name, Attacks attacks) {
        return new AttackTest(
                name, IntStream.of(attacks.value()).boxed().toList(), List.of(attacks.languages()));
    }

    private static Stream<AttackTest> c() {
        try (Stream<Path> files = Files.list(C_TESTS)) {
            return files
                    .filter(file -> file.toString().endsWith("_test.py"))
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(file -> C_TEST.matcher(text(file)).results())
                    .map(AttackTests::ofC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AttackTest ofC(MatchResult match) {
        List<Integer> rows = Stream.of(match.group(1).split(", ")).map(Integer::valueOf).toList();
        return new AttackTest("src/test/c " + match.group(2), rows, List.of());
    }
}
