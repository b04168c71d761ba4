package dev.sandlot.problem;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.DuplicateKeyException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// YAML 1.2, core schema, without tags; few aliases; no key twice. Its messages hold a place and
/// nothing of the text, which is secret.
final class FrontMatterYaml {

    private static final int MAX_ALIASES = 16;

    private FrontMatterYaml() {}

    static Map<?, ?> load(ProblemText text) {
        try {
            refuseTagsAndManyAliases(text);
            Object root = new Load(settings()).loadFromString(text.frontMatter());
            if (root instanceof Map<?, ?> map) {
                return map;
            }
        } catch (DuplicateKeyException e) {
            throw new ProblemFormatException(text.file(), "a key stands twice" + place(e));
        } catch (MarkedYamlEngineException e) {
            throw new ProblemFormatException(
                    text.file(), "the front matter is not valid YAML" + place(e));
        } catch (YamlEngineException _) {
            throw new ProblemFormatException(text.file(), "the front matter is not valid YAML");
        }
        throw new ProblemFormatException(text.file(), "the front matter is not a mapping of keys");
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(ProblemText.MAX_BYTES)
                .build();
    }

    private static void refuseTagsAndManyAliases(ProblemText text) {
        int aliases = 0;
        for (Event event : new Parse(settings()).parseString(text.frontMatter())) {
            if (tag(event).isPresent()) {
                throw new ProblemFormatException(
                        text.file(), "tags are not allowed" + place(event.getStartMark()));
            }
            if (event instanceof AliasEvent && ++aliases > MAX_ALIASES) {
                throw new ProblemFormatException(
                        text.file(), "has more than " + MAX_ALIASES + " aliases");
            }
        }
    }

    private static Optional<String> tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
    }

    private static String place(MarkedYamlEngineException e) {
        @Nullable Optional<Mark> mark = e.getProblemMark();
        return place(mark == null ? Optional.empty() : mark);
    }

    private static String place(Optional<Mark> mark) {
        return mark.map(it ->
                        " at line %d, column %d".formatted(it.getLine() + 1, it.getColumn() + 1))
                .orElse("");
    }
}
