import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// javac for people who paste programs: a public class may have any name in any file, messages carry
/// the column, and the class to start is found and written to `.main` as an argument file for `java`.
///
/// Usage: `Compile [OPTION…] MAIN FILE…`, from the folder that the classes go to; options are those
/// of javac that are one word. Exit code 1: errors. Compiles and runs with Java 17 and later.
public final class Compile {

    private static final Path MAIN_CLASS = Path.of(".main");
    private static final int MAX_ERRORS = 20;

    private static final String LINT =
            "-Xlint:all,-serial,-path,-classfile,-options,-processing"
                    + (Runtime.version().feature() < 21 ? "" : ",-this-escape");

    private static final List<String> OPTIONS =
            List.of(
                    LINT,
                    "-proc:none",
                    "-implicit:class",
                    "-g",
                    "-Xmaxerrs",
                    String.valueOf(MAX_ERRORS),
                    "-Xmaxwarns",
                    String.valueOf(MAX_ERRORS));

    private final List<String> options;
    private final List<String> files;

    private Compile(List<String> options, List<String> files) {
        this.options = options;
        this.files = files;
    }

    public static void main(String[] args) throws IOException {
        Map<Boolean, List<String>> words =
                Stream.of(args).distinct().collect(Collectors.partitioningBy(Compile::isOption));
        boolean compiled = new Compile(words.get(true), words.get(false)).compile();
        System.exit(compiled ? 0 : 1);
    }

    private static boolean isOption(String word) {
        return word.startsWith("-");
    }

    private boolean compile() throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(Path.of("")));
            JavacTask task = task(javac, manager);
            List<StartClass> found = new ArrayList<>();
            task.addTaskListener(onceParsed(found));
            boolean compiled = task.call();
            if (compiled) {
                Files.writeString(MAIN_CLASS, startClass(found) + "\n");
            }
            return compiled;
        }
    }

    /// A top-level class; the compiler takes the trees apart later, so this is what we keep.
    private record StartClass(String name, boolean canBeStarted) {

        static StartClass of(CompilationUnitTree unit, ClassTree type) {
            ExpressionTree packageName = unit.getPackageName();
            String prefix = packageName == null ? "" : packageName + ".";
            return new StartClass(prefix + type.getSimpleName(), Compile.canBeStarted(type));
        }
    }

    private static TaskListener onceParsed(List<StartClass> found) {
        return new TaskListener() {
            @Override
            public void finished(TaskEvent event) {
                if (event.getKind() == TaskEvent.Kind.PARSE) {
                    CompilationUnitTree unit = event.getCompilationUnit();
                    classes(unit).forEach(type -> found.add(StartClass.of(unit, type)));
                }
            }
        };
    }

    private JavacTask task(JavaCompiler javac, StandardJavaFileManager manager) {
        List<AnyName> sources = new ArrayList<>();
        manager.getJavaFileObjects(files.toArray(String[]::new))
                .forEach(file -> sources.add(new AnyName(file)));
        StringWriter other = new StringWriter();
        return (JavacTask)
                javac.getTask(
                        new PrintWriter(other), manager, Compile::print, allOptions(), null, sources);
    }

    private List<String> allOptions() {
        return Stream.concat(OPTIONS.stream(), options.stream()).toList();
    }

    /// A source file in which a public class may have any name.
    private static final class AnyName extends ForwardingJavaFileObject<JavaFileObject> {

        AnyName(JavaFileObject file) {
            super(file);
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            boolean ofClass = kind == Kind.SOURCE && !simpleName.endsWith("-info");
            return ofClass || super.isNameCompatible(simpleName, kind);
        }
    }

    private static void print(Diagnostic<? extends JavaFileObject> message) {
        String text = message.getMessage(Locale.ROOT);
        String severity =
                switch (message.getKind()) {
                    case ERROR -> "error";
                    case WARNING, MANDATORY_WARNING -> "warning";
                    case NOTE, OTHER -> "note";
                };
        if (message.getSource() == null || message.getPosition() == Diagnostic.NOPOS) {
            System.err.println(severity + ": " + text);
            return;
        }
        System.err.printf(
                "%s:%d:%d: %s: %s%n%s",
                Path.of("").toUri().relativize(message.getSource().toUri()).getPath(),
                message.getLineNumber(),
                startOfLine(message).length() + 1,
                severity,
                text,
                excerpt(message));
    }

    /// What precedes the place in its line. (The compiler's own column counts a tab as eight.)
    private static String startOfLine(Diagnostic<? extends JavaFileObject> message) {
        String source = source(message);
        int at = Math.min((int) message.getPosition(), source.length());
        return source.substring(source.lastIndexOf('\n', at - 1) + 1, at);
    }

    /// The line in question and a caret below the place.
    private static String excerpt(Diagnostic<? extends JavaFileObject> message) {
        String indent = startOfLine(message).replaceAll("[^\t]", " ");
        return source(message)
                .lines()
                .skip(message.getLineNumber() - 1)
                .findFirst()
                .map(line -> line + "\n" + indent + "^\n")
                .orElse("");
    }

    private static String source(Diagnostic<? extends JavaFileObject> message) {
        try {
            return message.getSource().getCharContent(true).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /// The first class that can be started, in the order of the files, of which the main file is
    /// the first; without any, `java` says of the first class what it misses.
    private String startClass(List<StartClass> found) {
        return found.stream()
                .filter(StartClass::canBeStarted)
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(StartClass::name)
                .orElse(Path.of(files.get(0)).getFileName().toString());
    }

    private static List<ClassTree> classes(CompilationUnitTree unit) {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .toList();
    }

    private static boolean canBeStarted(ClassTree type) {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .anyMatch(Compile::startsPrograms);
    }

    private static boolean startsPrograms(MethodTree method) {
        List<? extends VariableTree> parameters = method.getParameters();
        boolean takesArguments =
                parameters.isEmpty()
                        || parameters.size() == 1
                                && Set.of("String[]", "java.lang.String[]", "String...")
                                        .contains(parameters.get(0).getType().toString());
        return method.getName().contentEquals("main")
                && !method.getModifiers().getFlags().contains(Modifier.PRIVATE)
                && "void".equals(String.valueOf(method.getReturnType()))
                && takesArguments;
    }
}
