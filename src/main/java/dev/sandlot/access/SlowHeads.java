package dev.sandlot.access;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.coyote.AbstractProcessor;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/// Ends connections on which the head of a request takes too long, however steadily it trickles in.
final class SlowHeads implements Runnable {

    private final Supplier<? extends Collection<? extends SocketWrapperBase<?>>> connections;
    private final Duration patience;
    private Map<SocketWrapperBase<?>, Seen> seen = new HashMap<>();

    /// @param request by the time at which it began
    /// @param since when it was first seen so
    private record Seen(long request, long since) {}

    SlowHeads(
            Supplier<? extends Collection<? extends SocketWrapperBase<?>>> connections,
            Duration patience) {
        this.connections = connections;
        this.patience = patience;
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        Map<SocketWrapperBase<?>, Seen> stillSeen = new HashMap<>();
        for (SocketWrapperBase<?> connection : connections.get()) {
            Long request = unfinished(connection);
            if (request != null) {
                Seen before = seen.get(connection);
                Seen first =
                        before != null && before.request() == request
                                ? before
                                : new Seen(request, now);
                stillSeen.put(connection, first);
                if (now - first.since() > patience.toNanos()) {
                    connection.close();
                }
            }
        }
        seen = stillSeen;
    }

    /// When the request began of whose head a part is here; null when there is none.
    private static @Nullable Long unfinished(SocketWrapperBase<?> connection) {
        // While a request is served its processor is with the thread that serves it, and between
        // requests there is none.
        return connection.getCurrentProcessor() instanceof AbstractProcessor processor
                        && !processor.isUpgrade()
                        && !processor.isAsync()
                ? processor.getRequest().getStartTimeNanos()
                : null;
    }
}
