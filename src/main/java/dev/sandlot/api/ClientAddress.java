package dev.sandlot.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/// Who asks, for fair queueing: the address, since cookies and keys can be had for nothing.
final class ClientAddress {

    private static final int NETWORK_GROUPS = 4;

    private ClientAddress() {}

    /// One customer has a whole /64 of IPv6 addresses, so its network is taken.
    static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (address.indexOf(':') < 0) {
            return address;
        }
        return Arrays.stream(address.split(":"))
                .limit(NETWORK_GROUPS)
                .reduce((a, b) -> a + ":" + b)
                .orElse(address);
    }
}
