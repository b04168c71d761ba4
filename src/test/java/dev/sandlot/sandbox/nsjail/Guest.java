package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What `deploy/vm` does for the ports of its machine, on this one: each connection is answered by
/// a `sandlot-jail` of its own.
final class Guest implements AutoCloseable {

    private static final int TRIES = 50;

    private final Launcher launcher;
    private final Map<Profile, ServerSocket> ports = new EnumMap<>(Profile.class);
    private final List<Socket> connections = new ArrayList<>();

    Guest(Launcher launcher) throws IOException {
        this.launcher = launcher;
        open();
        ports.forEach((profile, port) -> Thread.startVirtualThread(() -> serve(profile, port)));
    }

    /// Where run steps go; compile steps go to the next port.
    InetSocketAddress address() {
        return (InetSocketAddress)
                Objects.requireNonNull(ports.get(Profile.RUN)).getLocalSocketAddress();
    }

    private void open() throws IOException {
        for (int i = 0; ports.size() < 2; i++) {
            ServerSocket run = listen(0);
            try {
                ports.put(Profile.COMPILE, listen(run.getLocalPort() + 1));
                ports.put(Profile.RUN, run);
            } catch (IOException e) {
                run.close();
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 64, InetAddress.getLoopbackAddress());
    }

    private void serve(Profile profile, ServerSocket port) {
        try {
            while (true) {
                Socket connection = port.accept();
                add(connection);
                Launcher.Line line = launcher.start(profile, Sandbox.MAIN_ROOT);
                Thread.startVirtualThread(() -> relayTo(connection, line));
                Thread.startVirtualThread(() -> relayFrom(connection, line));
            }
        } catch (IOException e) {
            // Closed at the end of the test.
        }
    }

    private static void relayTo(Socket connection, Launcher.Line line) {
        try {
            copy(connection.getInputStream(), line.toJail());
        } catch (IOException e) {
            // One of the two is gone, so the line is to end as well.
        } finally {
            line.hangUp();
        }
    }

    private static void relayFrom(Socket connection, Launcher.Line line) {
        try (connection) {
            copy(line.fromJail(), connection.getOutputStream());
            line.awaitEnd(Duration.ofSeconds(10));
        } catch (IOException e) {
            line.hangUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            line.abandon();
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] bytes = new byte[65_536];
        for (int length = from.read(bytes); length >= 0; length = from.read(bytes)) {
            to.write(bytes, 0, length);
            to.flush();
        }
    }

    private synchronized void add(Socket connection) {
        connections.add(connection);
    }

    /// As when the machine is reset: every connection ends at once.
    synchronized void reset() throws IOException {
        for (Socket connection : connections) {
            if (!connection.isClosed()) {
                connection.setSoLinger(true, 0);
                connection.close();
            }
        }
        connections.clear();
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket port : ports.values()) {
            port.close();
        }
        reset();
    }
}
