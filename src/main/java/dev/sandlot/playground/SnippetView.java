package dev.sandlot.playground;

import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.sandlot.snippet.Snippet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// `/s/{id}`: a shared program with its input and result, without running anything.
@Route("s")
@PageTitle("Shared program · Sandlot")
final class SnippetView extends PlaygroundView implements HasUrlParameter<String> {

    private final Playground playground;
    private @Nullable Snippet snippet;

    SnippetView(Playground playground) {
        super(playground);
        this.playground = playground;
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        snippet = playground.find(id).orElseThrow(NotFoundException::new);
    }

    @Override
    void describe(ObjectNode start) {
        if (snippet != null) {
            start.set("snippet", SnippetJson.of(snippet));
        }
    }
}
