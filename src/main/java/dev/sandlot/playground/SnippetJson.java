package dev.sandlot.playground;

import dev.sandlot.snippet.Snippet;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A snippet as the page takes it.
final class SnippetJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private SnippetJson() {}

    static ObjectNode of(Snippet snippet) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", snippet.id());
        json.put("language", snippet.language());
        json.put("version", snippet.version());
        json.put("code", text(snippet.files().getFirst().content()));
        json.put("stdin", text(snippet.stdin()));
        json.put("args", Arguments.join(snippet.args()));
        json.put("created", snippet.created().toString());
        snippet.result().ifPresent(result -> json.set("result", MAPPER.readTree(result)));
        return json;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
