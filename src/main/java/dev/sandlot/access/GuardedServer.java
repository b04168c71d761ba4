package dev.sandlot.access;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// The web server with our bounds on connections, behind the proxies that are trusted.
@Component
class GuardedServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ConnectionSettings settings;
    private final TrustedProxies proxies;

    GuardedServer(ConnectionSettings settings, TrustedProxies proxies) {
        this.settings = settings;
        this.proxies = proxies;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.setProtocol(GuardedProtocol.class.getName());
        tomcat.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof GuardedProtocol protocol) {
                protocol.guard(settings, proxies);
            }
        });
        tomcat.addEngineValves(new UnreadBody());
        if (proxies.areThere()) {
            tomcat.addEngineValves(proxies.valve());
        }
    }
}
