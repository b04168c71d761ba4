import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.common.messages.MessageRenderer;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/// kotlinc, and the class to start found and written to `.main` as an argument file for `java`.
///
/// Usage: `Compile MAIN OPTION… FILE…`, from the folder that the classes go to. Exit code 1: errors.
/// `Compile --wait FILE…` warms up with these files and then waits for such a command.
public final class Compile {

    private static final Path MAIN_CLASS = Path.of(".main");

    public static void main(String[] args) throws IOException {
        List<String> words = List.of(args);
        if (words.getFirst().equals("--wait")) {
            System.setProperty("kotlin.environment.keepalive", "true");
            Path practice = Files.createTempDirectory("practice");
            compile(words.subList(1, words.size()), practice);
            words = Waiting.forProgram();
        }
        ExitCode code = compile(words.subList(1, words.size()), Path.of("."));
        if (code == ExitCode.OK) {
            Files.writeString(MAIN_CLASS, startClass(Path.of(words.getFirst()).getFileName().toString()) + "\n");
        }
        System.exit(code == ExitCode.OK ? 0 : 1);
    }

    private static ExitCode compile(List<String> optionsAndFiles, Path to) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("-no-stdlib", "-no-reflect", "-cp", System.getProperty("program.path"), "-d", to.toString()));
        arguments.addAll(optionsAndFiles);
        return new K2JVMCompiler()
                .exec(System.err, MessageRenderer.PLAIN_RELATIVE_PATHS, arguments.toArray(String[]::new));
    }

    /// The class that can be started, that of the main file first; without any, `java` says what the
    /// main file's class misses.
    private static String startClass(String mainFile) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(Compile::parsed)
                    .filter(Compile::canBeStarted)
                    .sorted(Comparator.comparing(type -> !isOf(mainFile, type)))
                    .map(type -> type.thisClass().asInternalName().replace('/', '.'))
                    .findFirst()
                    .orElse(classOf(mainFile));
        }
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
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
        return type.findAttribute(java.lang.classfile.Attributes.sourceFile())
                .filter(attribute -> attribute.sourceFile().equalsString(mainFile))
                .isPresent();
    }

    /// `MainKt` for `main.kt`.
    private static String classOf(String mainFile) {
        String stem = mainFile.replaceFirst("\\.[^.]*$", "");
        return stem.substring(0, 1).toUpperCase() + stem.substring(1) + "Kt";
    }
}
