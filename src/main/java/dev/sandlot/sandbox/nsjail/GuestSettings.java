package dev.sandlot.sandbox.nsjail;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// A virtual machine that runs the programs (`deploy/vm`), where there is one.
///
/// @param address `host:port` of its run steps, such as `127.0.0.1:7001`; compile steps go to the
///   next port. Without it programs run in jails of this machine.
@ConfigurationProperties("sandlot.sandbox.guest")
record GuestSettings(@Nullable String address) {

    private static final Pattern ADDRESS =
            Pattern.compile("(?<host>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]):(?<port>[1-9][0-9]{0,4})");

    /// Two ports must fit.
    private static final int MAX_PORT = 65_534;

    GuestSettings {
        if (address != null && parse(address).isEmpty()) {
            throw new IllegalArgumentException(
                    "sandlot.sandbox.guest.address must be host:port with a port from 1 to %d: %s"
                            .formatted(MAX_PORT, address));
        }
    }

    /// Not resolved yet: that is done for each connection.
    Optional<InetSocketAddress> runSteps() {
        return Optional.ofNullable(address).flatMap(GuestSettings::parse);
    }

    private static Optional<InetSocketAddress> parse(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches() || Integer.parseInt(matcher.group("port")) > MAX_PORT) {
            return Optional.empty();
        }
        return Optional.of(
                InetSocketAddress.createUnresolved(
                        matcher.group("host"), Integer.parseInt(matcher.group("port"))));
    }
}
