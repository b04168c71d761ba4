package dev.sandlot.run;

import dev.sandlot.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks what a program is given beside its files: input, arguments, environment, and the names of
/// the files that are to come back.
public final class Inputs {

    /// Standard input, and the expected output, each.
    public static final int MAX_STDIN_BYTES = 1024 * 1024;

    public static final int MAX_ARGS = 100;

    /// All arguments together.
    public static final int MAX_ARGS_BYTES = 64 * 1024;

    public static final int MAX_VARIABLES = 50;

    /// Names and values of all variables together.
    public static final int MAX_ENV_BYTES = 16 * 1024;

    /// Names of files to return after the run.
    public static final int MAX_COLLECT = 20;

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
    private static final Pattern LOADER_VARIABLE =
            Pattern.compile("(LD|GLIBC|MALLOC|JAVA_TOOL|_JAVA|JDK_JAVA|SANDLOT)_.*");
    private static final Set<String> RESERVED_VARIABLES =
            Set.of(
                    "PATH",
                    "HOME",
                    "TMPDIR",
                    "IFS",
                    "ENV",
                    "BASH_ENV",
                    "GCONV_PATH",
                    "NLSPATH",
                    "NODE_OPTIONS",
                    "PERL5OPT",
                    "RUBYOPT",
                    "PYTHONSTARTUP",
                    "LOCPATH");

    private Inputs() {}

    /// @throws InvalidInputException when it is too long
    public static void checkText(String field, byte[] bytes) {
        if (bytes.length > MAX_STDIN_BYTES) {
            throw tooLarge(field, bytes.length, MAX_STDIN_BYTES);
        }
    }

    /// @throws InvalidInputException when there are too many, too long ones, or one holds a NUL
    public static void checkArgs(List<String> args) {
        checkNumber("args", args.size(), MAX_ARGS);
        checkBytes("args", args.stream().mapToLong(Inputs::bytes).sum(), MAX_ARGS_BYTES);
        for (int i = 0; i < args.size(); i++) {
            checkNoNul("args[" + i + "]", args.get(i));
        }
    }

    /// @throws InvalidInputException when there are too many or too long ones, or a name isn't
    ///   allowed
    public static void checkEnv(Map<String, String> env) {
        checkNumber("env", env.size(), MAX_VARIABLES);
        long bytes =
                env.entrySet().stream()
                        .mapToLong(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
                        .sum();
        checkBytes("env", bytes, MAX_ENV_BYTES);
        env.forEach(Inputs::checkVariable);
    }

    /// @throws InvalidInputException when one isn't an option of this version of the language, or
    ///   two exclude each other
    public static void checkOptions(Language language, List<String> ids) {
        Set<String> groups = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            String field = "options[" + i + "]";
            String id = ids.get(i);
            Language.Option option =
                    language.option(id).orElseThrow(() -> unknownOption(language, field, id));
            if (!groups.add(option.group())) {
                throw new InvalidInputException(
                        field, id, "one of a group", "Of the options in a group only one counts");
            }
        }
    }

    private static InvalidInputException unknownOption(Language language, String field, String id) {
        List<String> known = language.options().stream().map(Language.Option::id).toList();
        return new InvalidInputException(
                field,
                id,
                known.isEmpty() ? "none" : String.join(", ", known),
                language.name() + " " + language.version() + " has no such option");
    }

    /// @throws InvalidInputException when there are too many, or one isn't the name of a file
    public static void checkCollect(List<String> names) {
        checkNumber("collect", names.size(), MAX_COLLECT);
        for (int i = 0; i < names.size(); i++) {
            String field = "collect[" + i + "]";
            String name = names.get(i);
            FileName.fault(name)
                    .ifPresent(fault -> {
                        throw new InvalidInputException(
                                field, name, "a relative name", "The file name " + fault);
                    });
        }
    }

    private static void checkVariable(String name, String value) {
        if (!VARIABLE.matcher(name).matches()) {
            throw new InvalidInputException(
                    "env", name, VARIABLE.pattern(), "This can't be the name of a variable");
        }
        String upper = name.toUpperCase(Locale.ROOT);
        if (RESERVED_VARIABLES.contains(upper) || LOADER_VARIABLE.matcher(upper).matches()) {
            throw new InvalidInputException(
                    "env",
                    name,
                    "variables of the program's own",
                    "The variable " + name + " is reserved");
        }
        checkNoNul("env." + name, value);
    }

    private static void checkNoNul(String field, String value) {
        if (value.indexOf('\0') >= 0) {
            throw new InvalidInputException(
                    field, "a text with NUL", "text without NUL", "NUL can't be in here");
        }
    }

    private static void checkNumber(String field, int number, int limit) {
        if (number > limit) {
            throw new InvalidInputException(
                    field,
                    String.valueOf(number),
                    String.valueOf(limit),
                    "There are " + number + " of " + field + "; at most " + limit + " are taken");
        }
    }

    private static void checkBytes(String field, long bytes, long limit) {
        if (bytes > limit) {
            throw tooLarge(field, bytes, limit);
        }
    }

    private static InvalidInputException tooLarge(String field, long bytes, long limit) {
        return new InvalidInputException(
                field,
                bytes + " bytes",
                limit + " bytes",
                field + " has " + bytes + " bytes; at most " + limit + " are taken");
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
