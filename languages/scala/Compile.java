import dotty.tools.dotc.Main;
import dotty.tools.dotc.interfaces.Diagnostic;
import dotty.tools.dotc.interfaces.SourcePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// scalac with one message format, and the class to start found and written to `.main` as an argument
/// file for `java`.
///
/// Usage: `Compile MAIN OPTION… FILE…`, from the folder that the classes go to. Exit code 1: errors.
/// `Compile --wait FILE…` warms up with these files and then waits for such a command.
public final class Compile {

    private static final Path MAIN_CLASS = Path.of(".main");

    public static void main(String[] args) throws IOException {
        List<String> words = List.of(args);
        if (words.getFirst().equals("--wait")) {
            compile(words.subList(1, words.size()), Files.createTempDirectory("practice"));
            words = Waiting.forProgram();
        }
        boolean compiled = compile(words.subList(1, words.size()), Path.of("."));
        if (compiled) {
            Files.writeString(MAIN_CLASS, startClass(Path.of(words.getFirst()).getFileName().toString()) + "\n");
        }
        System.exit(compiled ? 0 : 1);
    }

    private static boolean compile(List<String> optionsAndFiles, Path to) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-classpath", System.getProperty("program.path"), "-d", to.toString(), "-color:never", "-explain-cyclic",
                                "-deprecation", "-feature", "-unchecked"));
        arguments.addAll(optionsAndFiles);
        return !Main.process(arguments.toArray(String[]::new), Compile::print, null).hasErrors();
    }

    /// Lines and columns are counted from 0 in there.
    private static void print(Diagnostic message) {
        String severity =
                switch (message.level()) {
                    case Diagnostic.ERROR -> "error";
                    case Diagnostic.WARNING -> "warning";
                    default -> "note";
                };
        if (message.position().isEmpty()) {
            System.err.printf("%s: %s%n", severity, message.message());
            return;
        }
        SourcePosition at = message.position().get();
        System.err.printf(
                "%s:%d:%d: %s: %s%n%s%n%s^%n",
                at.source().path(),
                at.line() + 1,
                at.column() + 1,
                severity,
                message.message(),
                at.lineContent().stripTrailing(),
                " ".repeat(Math.max(0, at.column())));
    }

    /// The class that can be started, that of the main file first; without any, `java` says what it
    /// misses.
    private static String startClass(String mainFile) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(Compile::parsed)
                    .filter(Compile::canBeStarted)
                    .sorted(Comparator.comparing(type -> !isOf(mainFile, type)))
                    .map(type -> type.thisClass().asInternalName().replace('/', '.'))
                    .findFirst()
                    .orElse("Main");
        }
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean canBeStarted(ClassModel type) {
        return type.methods().stream()
                .anyMatch(method ->
                        method.methodName().equalsString("main")
                                && method.methodType().equalsString("([Ljava/lang/String;)V")
                                && method.flags().has(AccessFlag.STATIC)
                                && method.flags().has(AccessFlag.PUBLIC));
    }

    private static boolean isOf(String mainFile, ClassModel type) {
        return type.findAttribute(Attributes.sourceFile())
                .filter(attribute -> attribute.sourceFile().equalsString(mainFile))
                .isPresent();
    }
}
