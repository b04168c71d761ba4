package dev.sandlot.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A mapping of the front matter that knows its place, so that every message names file and key.
/// Values appear in messages of public sections only.
final class Section {

    private static final Pattern WORD = Pattern.compile("[a-z_]{1,30}");

    private final String file;
    private final String path;
    private final boolean secret;
    private final Map<String, @Nullable Object> entries = new LinkedHashMap<>();

    private Section(String file, String path, boolean secret, Map<?, ?> map) {
        this.file = file;
        this.path = path;
        this.secret = secret;
        map.forEach((key, value) -> entries.put(stringKey(key), value));
    }

    static Section root(ProblemText text) {
        return new Section(text.file(), "", false, FrontMatterYaml.load(text));
    }

    /// Any other key is an error: a typo must not be ignored.
    Section allow(String... keys) {
        Set<String> allowed = Set.of(keys);
        for (String key : entries.keySet()) {
            if (!allowed.contains(key)) {
                throw unknown(key);
            }
        }
        return this;
    }

    /// In a secret section a key that isn't a plain word may be data that lost its quotes.
    private ProblemFormatException unknown(String key) {
        return !secret || WORD.matcher(key).matches()
                ? error(key, "is not a key of this format")
                : new ProblemFormatException(file, path, "has a key that this format doesn't know");
    }

    /// A mapping whose values never appear in a message.
    Optional<Section> secretSection(String key) {
        return section(key, true);
    }

    Optional<Section> section(String key) {
        return section(key, secret);
    }

    private Optional<Section> section(String key, boolean secret) {
        return switch (value(key)) {
            case null -> absent(key);
            case Map<?, ?> map -> Optional.of(new Section(file, path(key), secret, map));
            case Object other -> throw error(key, "must be a mapping" + but(other));
        };
    }

    Set<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> error(key, "is missing"));
    }

    Optional<String> optionalText(String key) {
        return switch (value(key)) {
            case null -> absent(key);
            case String text -> Optional.of(text);
            case Object other ->
                    throw error(key, "must be a string: put it in quotes" + but(other));
        };
    }

    Optional<Double> number(String key) {
        return switch (value(key)) {
            case null -> absent(key);
            case Number number -> Optional.of(number.doubleValue());
            case Object other -> throw error(key, "must be a number" + but(other));
        };
    }

    long integer(String key, long smallest, long largest, long otherwise) {
        return switch (value(key)) {
            case null -> this.<Long>absent(key).orElse(otherwise);
            case Integer number when smallest <= number && number <= largest -> number;
            case Object other ->
                    throw error(
                            key,
                            "must be a whole number from %d to %d%s"
                                    .formatted(smallest, largest, but(other)));
        };
    }

    List<String> texts(String key) {
        return switch (value(key)) {
            case null -> this.<List<String>>absent(key).orElse(List.of());
            case List<?> list -> strings(key, list);
            case Object other -> throw error(key, "must be a list of strings" + but(other));
        };
    }

    private List<String> strings(String key, List<?> list) {
        List<String> texts = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof String text)) {
                throw error(key, "must hold strings only: put them in quotes" + but(element));
            }
            texts.add(text);
        }
        return texts;
    }

    /// An error about one key of this section.
    ProblemFormatException error(String key, String what) {
        return new ProblemFormatException(file, path(key), what);
    }

    @Nullable Object value(String key) {
        return entries.get(key);
    }

    /// A key without a value is an error; no key at all isn't.
    private <T> Optional<T> absent(String key) {
        if (has(key)) {
            throw error(key, "has no value");
        }
        return Optional.empty();
    }

    private String but(@Nullable Object value) {
        return secret ? "" : ", not " + value;
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String stringKey(Object key) {
        if (key instanceof String text) {
            return text;
        }
        throw new ProblemFormatException(
                file,
                path.isEmpty() ? "the front matter" : path,
                "has a key that is not a string: put it in quotes"
                        + (secret ? "" : ", not " + key));
    }
}
