package dev.sandlot.playground;

import dev.sandlot.snippet.Snippet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
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
        ArrayNode files = json.putArray("files");
        snippet.files().forEach(file -> files.add(of(file)));
        json.put("stdin", text(snippet.stdin()));
        json.put("args", Arguments.join(snippet.args()));
        ArrayNode options = json.putArray("options");
        snippet.options().forEach(options::add);
        json.put("created", snippet.created().toString());
        snippet.result().ifPresent(result -> json.set("result", MAPPER.readTree(result)));
        return json;
    }

    private static ObjectNode of(Snippet.File file) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", file.name());
        if (isText(file.content())) {
            json.put("content", text(file.content()));
        } else {
            json.put("content", Base64.getEncoder().encodeToString(file.content()));
            json.put("encoding", "base64");
        }
        return json;
    }

    /// Only what comes back byte for byte can be edited.
    private static boolean isText(byte[] bytes) {
        String text = text(bytes);
        return text.indexOf('\0') < 0
                && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
