package dev.sandlot.playground;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.sandlot.ui.UnavailableException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Answers 404 for a snippet that isn't there and 503 when that can't be known: the frame of the
/// page goes out before its view knows.
@Component
final class SnippetStatus implements VaadinServiceInitListener {

    private static final String PREFIX = "/s/";

    private final Playground playground;

    SnippetStatus(Playground playground) {
        this.playground = playground;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::setStatus);
    }

    private void setStatus(IndexHtmlResponse response) {
        String path = response.getVaadinRequest().getPathInfo();
        if (path != null && path.startsWith(PREFIX)) {
            status(path.substring(PREFIX.length()))
                    .ifPresent(status -> response.getVaadinResponse().setStatus(status.getCode()));
        }
    }

    /// Nothing where all is well.
    private Optional<HttpStatusCode> status(String id) {
        try {
            return playground.find(id).isPresent()
                    ? Optional.empty()
                    : Optional.of(HttpStatusCode.NOT_FOUND);
        } catch (UnavailableException e) {
            return Optional.of(HttpStatusCode.SERVICE_UNAVAILABLE);
        }
    }
}
