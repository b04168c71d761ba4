package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Slots in a virtual machine (`deploy/vm`): each connection is answered by a `sandlot-jail` of its
/// own, which ends with it.
///
/// Connections go from here to there only. What comes back is held to the protocol by [FrameReader]
/// like every other answer, so a machine that was taken over can lie about results and nothing
/// else.
final class GuestLauncher implements Launcher {

    private static final Logger log = LoggerFactory.getLogger(GuestLauncher.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int DISCARDED = 65_536;

    /// A machine without help from the processor is slow, and a network is between.
    private static final Duration BEAT = Duration.ofSeconds(4);

    private final InetSocketAddress run;
    private final InetSocketAddress compile;

    /// @param run where run steps go; compile steps go to the next port
    GuestLauncher(InetSocketAddress run) {
        this.run = run;
        this.compile = InetSocketAddress.createUnresolved(run.getHostString(), run.getPort() + 1);
    }

    @Override
    public Line start(Profile profile, String root) throws IOException {
        if (!root.equals(Sandbox.MAIN_ROOT)) {
            throw new IOException("The virtual machine has no root file system " + root);
        }
        InetSocketAddress address =
                switch (profile) {
                    case RUN -> run;
                    case COMPILE -> compile;
                };
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(address.getHostString(), address.getPort()),
                    (int) CONNECT.toMillis());
            socket.setTcpNoDelay(true);
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            return new SocketLine(socket, socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            socket.close();
            throw new IOException("No sandbox answers at " + address + ": " + e.getMessage(), e);
        }
    }

    private record SocketLine(Socket socket, InputStream fromJail, OutputStream toJail)
            implements Line {

        @Override
        public Duration beat() {
            return BEAT;
        }

        /// Its log stays in its machine.
        @Override
        public String lastWords() {
            return "";
        }

        @Override
        public void hangUp() {
            try {
                socket.shutdownOutput();
            } catch (IOException e) {
                log.debug("{} was gone already", socket, e);
            }
        }

        /// What it still says is thrown away.
        @Override
        public boolean awaitEnd(Duration atMost) {
            long deadline = System.nanoTime() + atMost.toNanos();
            byte[] discarded = new byte[DISCARDED];
            try {
                for (long left = atMost.toMillis();
                        left > 0;
                        left = Duration.ofNanos(deadline - System.nanoTime()).toMillis()) {
                    socket.setSoTimeout((int) left);
                    if (fromJail.read(discarded) < 0) {
                        return true;
                    }
                }
                return false;
            } catch (SocketTimeoutException e) {
                return false;
            } catch (IOException e) {
                return true;
            }
        }

        @Override
        public void abandon() {
            try {
                socket.close();
            } catch (IOException e) {
                log.debug("{} was gone already", socket, e);
            }
        }
    }
}
