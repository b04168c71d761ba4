package dev.sandlot.playground;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.stereotype.Component;

/// Answers 404 for a snippet that isn't there: the frame of the page goes out before its view
/// knows.
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
        if (path != null
                && path.startsWith(PREFIX)
                && playground.find(path.substring(PREFIX.length())).isEmpty()) {
            response.getVaadinResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
        }
    }
}
