package dev.sandlot.ui;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/// The HTML around every page: the content security policy, the first paint, and going on after a
/// lost connection or session.
@Component
final class PageFrame implements VaadinServiceInitListener {

    /// Nothing runs or styles but what carries this answer's nonce, what that loads, and the two
    /// style elements and one style attribute (by their hashes) that Vaadin's connection indicator
    /// makes. `frontend/server-calls.ts` says how Vaadin does without `unsafe-eval`.
    private static final String POLICY =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'nonce-%1$s' 'strict-dynamic'",
                    "style-src-elem 'self' 'nonce-%1$s'"
                            + " 'sha256-bYjxW766tt09K8+Zhv81WMhTQVbHJj6lOKjxMG5NWNU='"
                            + " 'sha256-3VDWX/baTjabbPOLbf+n5xxEf0/vb6JkCVN0GWh8wVM='",
                    "style-src-attr 'unsafe-hashes'"
                            + " 'sha256-ZdHxw9eWtnxUb3mk6tBS+gIiVUPE3pGM470keHPDFlE='"
                            + " 'sha256-vYd+FsML43MBXhP+pXOhW9h0Cdq43hkCe4Im/yyvhss='",
                    "img-src 'self' data:",
                    "connect-src 'self'",
                    "frame-src 'self'",
                    "base-uri 'self'",
                    "form-action 'none'",
                    "frame-ancestors 'none'",
                    "require-trusted-types-for 'script'",
                    "trusted-types lit-html sandlot default");

    private static final String DEVELOPMENT_POLICY =
            "object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    /// Before the first paint, so that a chosen theme never flashes.
    private static final String THEME_SCRIPT =
            """
            try {
              const s = JSON.parse(localStorage.getItem('sandlot.settings') ?? '{}');
              if (s.theme && s.theme !== 'system') document.documentElement.dataset.theme = s.theme;
              if (s.split) document.documentElement.style.setProperty('--split', s.split + '%');
            } catch { /* the system's theme then */ }
            """;

    private static final String SKELETON =
            """
            <div class="skeleton" aria-hidden="true"><div class="top-bar"><span class="brand">◆ Sandlot</span></div>
            <div class="skeleton-panes"><div></div><div></div></div></div>
            """;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::frame);
        event.getSource().addUIInitListener(PageFrame::goOnByItself);
        event.getSource().setSystemMessagesProvider(_ -> messages());
    }

    private void frame(IndexHtmlResponse response) {
        Document document = response.getDocument();
        head(document.head());
        document.title("Sandlot");
        document.body().prepend(SKELETON);
        String nonce = nonce();
        if (!isPage(response.getVaadinRequest())) {
            response.getVaadinResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
        }
        document.select("script, style, link[rel=modulepreload]").attr("nonce", nonce);
        response.getVaadinResponse().setHeader("Content-Security-Policy", policy(response, nonce));
    }

    /// Vaadin's development mode, which no jar of ours has, lives from injected code.
    private static String policy(IndexHtmlResponse response, String nonce) {
        return response.getVaadinRequest()
                        .getService()
                        .getDeploymentConfiguration()
                        .isProductionMode()
                ? POLICY.formatted(nonce)
                : DEVELOPMENT_POLICY;
    }

    private static boolean isPage(VaadinRequest request) {
        String path = String.valueOf(request.getPathInfo()).replaceFirst("^/", "");
        return request.getService().getRouter().getRegistry().getNavigationTarget(path).isPresent();
    }

    private static void head(Element head) {
        head.prependElement("script").appendChild(new DataNode(THEME_SCRIPT));
        head.appendElement("link").attr("rel", "icon").attr("href", "favicon.svg");
        head.appendElement("meta")
                .attr("name", "description")
                .attr("content", "Write, run, share and practise programs in the browser.");
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
    }

    private String nonce() {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void goOnByItself(UIInitEvent event) {
        ReconnectDialogConfiguration reconnect = event.getUI().getReconnectDialogConfiguration();
        reconnect.setDialogText("Reconnecting… your code is kept");
        reconnect.setDialogTextGaveUp("No connection. Your code is kept; reload to go on");
        reconnect.setReconnectInterval(1000);
        reconnect.setReconnectAttempts(100_000);
    }

    /// An expired session loads the page anew without a word; the drafts are in the browser.
    private static SystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption("Something went wrong on our side");
        messages.setInternalErrorMessage("Your code is kept. Click here to go on.");
        return messages;
    }
}
