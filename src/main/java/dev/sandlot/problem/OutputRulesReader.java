package dev.sandlot.problem;

import dev.sandlot.problem.secret.OutputRules;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `output_validator_args` of the default output validator.
final class OutputRulesReader {

    private static final String KEY = "output_validator_args";
    private static final Pattern TOLERANCE =
            Pattern.compile("[0-9]{1,20}(\\.[0-9]{0,20})?([eE][+-]?[0-9]{1,2})?");

    private final Section root;
    private boolean caseSensitive;
    private boolean spaceChangeSensitive;
    private @Nullable BigDecimal absolute;
    private @Nullable BigDecimal relative;

    private OutputRulesReader(Section root) {
        this.root = root;
    }

    static OutputRules read(Section root) {
        return new OutputRulesReader(root).read(root.texts(KEY));
    }

    private OutputRules read(List<String> arguments) {
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "case_sensitive" -> caseSensitive = true;
                case "space_change_sensitive" -> spaceChangeSensitive = true;
                case "float_absolute_tolerance" -> absolute = tolerance(absolute, argument, rest);
                case "float_relative_tolerance" -> relative = tolerance(relative, argument, rest);
                case "float_tolerance" -> {
                    BigDecimal both =
                            tolerance(absolute == null ? relative : absolute, argument, rest);
                    absolute = both;
                    relative = both;
                }
                default -> throw root.error(KEY, "holds an unknown argument: " + argument);
            }
        }
        return new OutputRules(
                caseSensitive,
                spaceChangeSensitive,
                Optional.ofNullable(absolute),
                Optional.ofNullable(relative));
    }

    private BigDecimal tolerance(
            @Nullable BigDecimal earlier, String argument, Iterator<String> rest) {
        if (earlier != null) {
            throw root.error(KEY, "gives the same tolerance twice");
        }
        String value = rest.hasNext() ? rest.next() : "";
        if (!TOLERANCE.matcher(value).matches()) {
            throw root.error(KEY, "needs a number after %s, not '%s'".formatted(argument, value));
        }
        return new BigDecimal(value);
    }
}
