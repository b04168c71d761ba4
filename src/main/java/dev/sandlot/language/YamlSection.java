package dev.sandlot.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A mapping of a YAML (or JSON) file, read strictly: a wrong type or an unknown key is an error
/// that names file, key and value.
final class YamlSection {

    private final Path file;
    private final String path;
    private final Map<?, ?> values;

    private YamlSection(Path file, String path, Map<?, ?> values) {
        this.file = file;
        this.path = path;
        this.values = values;
    }

    static YamlSection read(Path file) {
        try {
            LoadSettings settings =
                    LoadSettings.builder()
                            .setLabel(file.toString())
                            .setAllowDuplicateKeys(false)
                            .setMaxAliasesForCollections(0)
                            .build();
            Object document = new Load(settings).loadFromString(Files.readString(file));
            if (document instanceof Map<?, ?> map) {
                return new YamlSection(file, "", map);
            }
            throw new InvalidLanguageException(file, "the file", "not a mapping");
        } catch (IOException e) {
            throw new InvalidLanguageException(file, "can't be read", e);
        } catch (YamlEngineException e) {
            throw new InvalidLanguageException(file, "not YAML: " + e.getMessage(), e);
        }
    }

    /// This mapping with another laid over it: what the other has is taken, mappings key by key.
    YamlSection overlaidBy(YamlSection other) {
        return new YamlSection(other.file, path, merged(values, other.values));
    }

    private static Map<?, ?> merged(Map<?, ?> below, Map<?, ?> above) {
        Map<Object, Object> merged = new LinkedHashMap<>(below);
        above.forEach((key, value) ->
                merged.merge(
                        key,
                        value,
                        (old, fresh) ->
                                old instanceof Map<?, ?> a && fresh instanceof Map<?, ?> b
                                        ? merged(a, b)
                                        : fresh));
        return merged;
    }

    YamlSection allowing(String... keys) {
        Set<String> known = Set.of(keys);
        for (Object key : values.keySet()) {
            if (!(key instanceof String name && known.contains(name))) {
                throw problem(String.valueOf(key), "unknown key; known are " + List.of(keys));
            }
        }
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    Optional<String> optionalText(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> asText(key, value));
    }

    /// @return the part of the text that `regex` describes: all of it
    String text(String key, String regex) {
        String text = text(key);
        if (!text.matches(regex)) {
            throw problem(key, "'" + text + "' isn't of the form " + regex);
        }
        return text;
    }

    double number(String key) {
        return switch (values.get(key)) {
            case Number number when number.doubleValue() >= 0 -> number.doubleValue();
            case null -> throw missing(key);
            case Object other -> throw problem(key, "'" + other + "' isn't a number from 0");
        };
    }

    int positive(String key, int otherwise) {
        return switch (values.get(key)) {
            case null -> otherwise;
            case Integer number when number > 0 -> number;
            case Object other -> throw problem(key, "'" + other + "' isn't a whole number from 1");
        };
    }

    boolean flag(String key) {
        return switch (values.get(key)) {
            case null -> false;
            case Boolean flag -> flag;
            case Object other -> throw problem(key, "'" + other + "' is neither true nor false");
        };
    }

    /// Empty when the key is absent.
    List<String> texts(String key) {
        return items(key, i -> key + "[" + i + "]", this::asText);
    }

    /// Empty when the key is absent.
    List<YamlSection> sections(String key) {
        return items(key, i -> key + "[" + i + "]", this::asSection);
    }

    Optional<YamlSection> optionalSection(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> asSection(key, value));
    }

    YamlSection section(String key) {
        return optionalSection(key).orElseThrow(() -> missing(key));
    }

    /// All keys of this section with their values, which must be text.
    Map<String, String> allTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(asText("a key", key), asText(key + "", value)));
        return texts;
    }

    InvalidLanguageException problem(String key, String problem) {
        return new InvalidLanguageException(file, path + key, problem);
    }

    private <T> List<T> items(
            String key, IntFunction<String> itemKey, BiFunction<String, Object, T> reader) {
        return switch (values.get(key)) {
            case null -> List.of();
            case List<?> list ->
                    IntStream.range(0, list.size())
                            .mapToObj(i -> reader.apply(itemKey.apply(i), list.get(i)))
                            .toList();
            case Object other -> throw problem(key, "'" + other + "' isn't a list");
        };
    }

    private String asText(String key, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw problem(key, "'" + value + "' isn't text; put it into quotes");
    }

    private YamlSection asSection(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new YamlSection(file, path + key + ".", map);
        }
        throw problem(key, "'" + value + "' isn't a mapping");
    }

    private InvalidLanguageException missing(String key) {
        return problem(key, "missing");
    }
}
