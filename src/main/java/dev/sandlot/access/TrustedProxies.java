package dev.sandlot.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.catalina.util.NetMask;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.stereotype.Component;

/// The proxies that the operator named: their forwarding headers are believed, and nobody else's.
@Component
class TrustedProxies {

    private final List<String> ranges;
    private final List<NetMask> masks;

    TrustedProxies(AccessSettings settings) {
        this.ranges = settings.trustedProxies();
        this.masks = ranges.stream().map(NetMask::new).toList();
    }

    boolean areThere() {
        return !ranges.isEmpty();
    }

    boolean contain(String address) {
        try {
            InetAddress peer = InetAddress.getByName(address);
            return masks.stream().anyMatch(mask -> mask.matches(peer));
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /// Makes the client the last address in X-Forwarded-For that is not a proxy's.
    RemoteIpValve valve() {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(String.join(",", ranges));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }
}
