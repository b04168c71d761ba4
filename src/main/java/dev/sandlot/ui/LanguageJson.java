package dev.sandlot.ui;

import dev.sandlot.language.Language;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the page knows of the languages.
public final class LanguageJson {

    private LanguageJson() {}

    /// @param versions those to choose from, the first for people who choose none
    public static ArrayNode of(
            Collection<Language> languages, Function<Language, List<Language>> versions) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        languages.forEach(language -> json.add(of(language, versions.apply(language))));
        return json;
    }

    private static ObjectNode of(Language language, List<Language> versions) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", language.id());
        json.put("name", language.name());
        json.put("version", language.version());
        json.put("fileName", language.fileName());
        json.put("editorMode", language.editorMode());
        json.put("hello", language.hello());
        ArrayNode aliases = json.putArray("aliases");
        language.aliases().forEach(aliases::add);
        ArrayNode endings = json.putArray("endings");
        language.endings().forEach(endings::add);
        ArrayNode toolchains = json.putArray("toolchains");
        versions.forEach(version -> toolchains.add(toolchain(version)));
        return json;
    }

    private static ObjectNode toolchain(Language language) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", language.version());
        json.put("formatter", language.formatter().isPresent());
        ArrayNode options = json.putArray("options");
        for (Language.Option option : language.options()) {
            options.addObject()
                    .put("id", option.id())
                    .put("label", option.label())
                    .put("group", option.group())
                    .put("byDefault", option.byDefault());
        }
        return json;
    }
}
