package dev.sandlot.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// A Unix socket for those who watch the server: requests on it go the way of all others, but it
/// has connections of its own, so that a server that is only full isn't taken for one that is dead.
@Component
@ConditionalOnProperty("sandlot.health-socket")
class HealthSocket implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int CONNECTIONS = 8;

    private final Path path;

    HealthSocket(@Value("${sandlot.health-socket}") Path path) {
        this.path = path;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        try {
            Files.deleteIfExists(path); // a server that was killed leaves it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        set(connector, "unixDomainSocketPath", path.toString());
        set(connector, "unixDomainSocketPathPermissions", "rw-------");
        set(connector, "maxConnections", String.valueOf(CONNECTIONS));
        set(connector, "acceptCount", String.valueOf(CONNECTIONS));
        connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("health-"));
        factory.addAdditionalConnectors(connector);
    }

    private static void set(Connector connector, String name, String value) {
        if (!connector.setProperty(name, value)) {
            throw new IllegalStateException("Tomcat's connector has no " + name);
        }
    }
}
