package dev.sandlot.access;

import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/// Tomcat's HTTP with two bounds that it lacks: on the connections of one address, and on the time
/// that a whole request head may take. Public since Tomcat makes it by its name.
public final class GuardedProtocol extends Http11NioProtocol {

    private static final long LOOK_EVERY_MS = 1_000;

    private final GuardedEndpoint endpoint;
    private @Nullable ConnectionSettings settings;

    public GuardedProtocol() {
        this(new GuardedEndpoint());
    }

    private GuardedProtocol(GuardedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /// Before it starts.
    void guard(ConnectionSettings settings, TrustedProxies proxies) {
        this.settings = settings;
        endpoint.share(settings.maxConnections(), proxies);
        // A few more than are shared out, so that the guard refuses and nobody waits to be
        // accepted.
        setMaxConnections(settings.maxConnections() + 100);
        setConnectionTimeout(Math.toIntExact(settings.silence().toMillis()));
        setKeepAliveTimeout(Math.toIntExact(settings.keepAlive().toMillis()));
    }

    @Override
    public void start() throws Exception {
        super.start();
        if (settings != null) {
            getUtilityExecutor()
                    .scheduleWithFixedDelay(
                            new SlowHeads(endpoint::getConnections, settings.headTimeout()),
                            LOOK_EVERY_MS,
                            LOOK_EVERY_MS,
                            TimeUnit.MILLISECONDS);
        }
    }
}
