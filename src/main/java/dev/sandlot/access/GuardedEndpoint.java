package dev.sandlot.access;

import dev.sandlot.fair.FairShare;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/// Takes connections only as far as their address has a share of them left.
final class GuardedEndpoint extends NioEndpoint {

    private final Map<SocketChannel, String> holders = new ConcurrentHashMap<>();
    private @Nullable FairShare share;
    private @Nullable TrustedProxies proxies;

    GuardedEndpoint() {
        connections = new Connections();
    }

    void share(int maxConnections, TrustedProxies proxies) {
        this.share = new FairShare(maxConnections);
        this.proxies = proxies;
    }

    /// Where Tomcat notes each connection, and where it strikes out each that is closed.
    private final class Connections
            extends ConcurrentHashMap<SocketChannel, SocketWrapperBase<NioChannel>> {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable SocketWrapperBase<NioChannel> remove(Object socket) {
            SocketWrapperBase<NioChannel> removed = super.remove(socket);
            release(socket);
            return removed;
        }
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (!take(socket)) {
            destroySocket(socket);
            return false;
        }
        boolean accepted = super.setSocketOptions(socket);
        if (!accepted && !connections.containsKey(socket)) {
            release(socket);
        }
        return accepted;
    }

    private boolean take(SocketChannel socket) {
        try {
            var peer = (InetSocketAddress) socket.getRemoteAddress();
            return peer != null && takeFor(socket, peer.getAddress().getHostAddress());
        } catch (IOException _) {
            return false; // it is gone already
        }
    }

    private boolean takeFor(SocketChannel socket, String address) {
        if (share == null || proxies == null || proxies.contain(address)) {
            return true; // those behind a trusted proxy are its to bound
        }
        String holder = ClientAddress.of(address);
        if (!share.take(holder, 1)) {
            return false;
        }
        holders.put(socket, holder);
        return true;
    }

    private void release(Object socket) {
        String holder = holders.remove(socket);
        if (holder != null && share != null) {
            share.giveBack(holder, 1);
        }
    }
}
