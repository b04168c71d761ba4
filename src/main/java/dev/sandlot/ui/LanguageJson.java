package dev.sandlot.ui;

import dev.sandlot.language.Language;
import java.util.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the page knows of the languages.
public final class LanguageJson {

    private LanguageJson() {}

    public static ArrayNode of(Collection<Language> languages) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        languages.forEach(language -> json.add(of(language)));
        return json;
    }

    private static ObjectNode of(Language language) {
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
        return json;
    }
}
