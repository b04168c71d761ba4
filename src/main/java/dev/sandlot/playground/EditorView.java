package dev.sandlot.playground;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.sandlot.snippet.Snippet;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/`: the visitor's own drafts, or what a link brings: `?language=cpp`, `?code=…` (base64url) and
/// `?copy=` a snippet's id.
@Route("")
@PageTitle("Sandlot")
final class EditorView extends PlaygroundView implements BeforeEnterObserver {

    private final Playground playground;
    private final ObjectNode wanted = JsonNodeFactory.instance.objectNode();

    EditorView(Playground playground) {
        super(playground);
        this.playground = playground;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        query.getSingleParameter("language").ifPresent(id -> wanted.put("language", id));
        query.getSingleParameter("code")
                .flatMap(EditorView::decode)
                .ifPresent(code -> wanted.put("code", code));
        query.getSingleParameter("copy").flatMap(playground::find).ifPresent(this::copy);
    }

    @Override
    void describe(ObjectNode start) {
        start.setAll(wanted);
    }

    private void copy(Snippet snippet) {
        wanted.setAll(SnippetJson.of(snippet));
    }

    private static Optional<String> decode(String code) {
        try {
            return Optional.of(
                    new String(Base64.getUrlDecoder().decode(code), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
