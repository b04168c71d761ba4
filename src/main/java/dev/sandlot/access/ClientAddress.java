package dev.sandlot.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who asks, as far as the network tells: behind a trusted proxy what that proxy says.
final class ClientAddress {

    /// One customer has a whole /64 of IPv6 addresses, so its network is taken.
    private static final int NETWORK_BYTES = 8;

    /// Some proxies add the port.
    private static final Pattern WITH_PORT =
            Pattern.compile("\\[([0-9a-fA-F:.]+)](?::\\d+)?|([0-9.]+):\\d+");

    private static final String UNKNOWN = "unknown address";

    private ClientAddress() {}

    static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /// One name for all that isn't an address: nobody gets another by sending other nonsense.
    static String of(String text) {
        try {
            InetAddress address = InetAddress.ofLiteral(withoutPort(text.strip()));
            return address instanceof Inet6Address
                    ? network(address.getAddress())
                    : address.getHostAddress();
        } catch (IllegalArgumentException _) {
            return UNKNOWN;
        }
    }

    private static String withoutPort(String text) {
        Matcher matcher = WITH_PORT.matcher(text);
        if (matcher.matches()) {
            return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        }
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    private static String network(byte[] address) {
        return HexFormat.of().formatHex(address, 0, NETWORK_BYTES) + "/64";
    }
}
