package dev.sandlot.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The first comment of a hostile program, one `word: value` a line.
///
/// - `attacks:` the promises that it stands for, by number, and after a colon why; required
/// - `or:` further outcomes that are as good as its folder's, in the folder's words
/// - `or-v2:` further ones that will do where the hierarchy is cgroup v2
/// - `limits:` those that differ from what people get, such as `cpu=300ms memory=32MiB processes=8`
/// - `expect:` what else must be true of the result, see `Expectations`
/// - `run:` the command, where it isn't the language's; `PROBE` is the main file's name
/// - `step:` `compile` where the compiler is attacked: the folder says how the compile step ends
/// - `profile:` `compile` for a program that plays a compiler
/// - `options:` of the language, by id
/// - `terminal:` `only` on a terminal, or `too`
/// - `stdin:` what it reads, with `\n` and `\003` as in Java; `open` input may be typed to and
///   never is
/// - `collect:` names to ask for after the end
/// - `repeat:` how often it must get the same
/// - `language:` the id, where the file's name doesn't say it
public record Header(Map<String, String> words) {

    private static final Set<String> KNOWN =
            Set.of(
                    "attacks",
                    "or",
                    "or-v2",
                    "limits",
                    "expect",
                    "run",
                    "step",
                    "profile",
                    "options",
                    "terminal",
                    "stdin",
                    "collect",
                    "repeat",
                    "language");
    private static final Pattern LINE =
            Pattern.compile("^(?:dnl)?[ /*#;%(-]*(" + String.join("|", KNOWN) + "): *(.*)$");
    private static final Pattern ROWS = Pattern.compile("^(\\d+(?:, \\d+)*)(?:: .*)?$");
    private static final int LINES = 14;

    static boolean isIn(byte[] content) {
        return read(content).words.containsKey("attacks");
    }

    static Header read(byte[] content) {
        Map<String, String> words = new HashMap<>();
        new String(content, UTF_8)
                .lines()
                .limit(LINES)
                .map(LINE::matcher)
                .filter(Matcher::find)
                .forEach(line -> words.put(line.group(1), line.group(2).strip()));
        return new Header(Map.copyOf(words));
    }

    /// The promises that the program stands for.
    List<Integer> rows(Path file) {
        Matcher rows = ROWS.matcher(text("attacks", ""));
        if (!rows.matches()) {
            throw new IllegalArgumentException(file + " does not say what it attacks");
        }
        return Stream.of(rows.group(1).split(", ")).map(Integer::valueOf).toList();
    }

    public String text(String word, String otherwise) {
        return words.getOrDefault(word, otherwise);
    }

    public List<String> list(String word) {
        String text = text(word, "");
        return text.isEmpty() ? List.of() : List.of(text.split(" +"));
    }
}
