package dev.sandlot.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// One TCP connection that says what it likes, from a loopback address of its choice.
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MS = 30_000;

    private final Socket socket = new Socket();

    RawClient(int port, String from) throws IOException {
        socket.setReceiveBufferSize(4_096);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(PATIENCE_MS);
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    RawClient post(String accept, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return send(
                """
                POST /api/v1/runs HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Accept: %s\r
                Connection: close\r
                Content-Length: %d\r
                \r
                %s\
                """
                        .formatted(accept, bytes.length, body));
    }

    RawClient endOfRequests() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /// Everything until the server closes.
    String readAll() throws IOException {
        return new String(in().readAllBytes(), StandardCharsets.UTF_8);
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    /// Whether the server has ended the connection; what it said before is thrown away.
    boolean isEnded() {
        try {
            socket.setSoTimeout(50);
            int read = in().read(new byte[4_096]);
            return read < 0;
        } catch (java.net.SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    /// Sends one more byte.
    ///
    /// @return whether the connection has ended
    boolean trickle(char next) {
        try {
            send(String.valueOf(next));
            return isEnded();
        } catch (IOException _) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
