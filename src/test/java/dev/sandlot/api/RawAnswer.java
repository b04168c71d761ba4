package dev.sandlot.api;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// An answer as it came over the wire, also to what no HTTP client would send.
///
/// @param headers by name in lower case
record RawAnswer(int status, Map<String, List<String>> headers, String body) {

    private static final int PATIENCE_MS = 60_000;

    /// @param request with `\n` for line ends; nothing comes after it
    static RawAnswer to(String root, String request) throws IOException {
        URI server = URI.create(root);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            OutputStream out = socket.getOutputStream();
            out.write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            return parse(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static RawAnswer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        List<String> head = text.substring(0, end).lines().toList();
        Map<String, List<String>> headers =
                head.stream()
                        .skip(1)
                        .map(line -> line.split(": *", 2))
                        .collect(
                                Collectors.groupingBy(
                                        pair -> pair[0].toLowerCase(Locale.ROOT),
                                        TreeMap::new,
                                        Collectors.mapping(pair -> pair[1], Collectors.toList())));
        int status = Integer.parseInt(head.getFirst().split(" ")[1]);
        return new RawAnswer(status, headers, text.substring(end + 4));
    }

    /// Empty when it isn't there.
    String header(String name) {
        return String.join("\n", headers.getOrDefault(name, List.of()));
    }
}
