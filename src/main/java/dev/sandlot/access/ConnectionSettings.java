package dev.sandlot.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long and how many connections may be open.
///
/// @param maxConnections of all addresses together; one address has at most half of those that are
///   free
/// @param headTimeout in which the whole head of a request must come
/// @param silence how long a connection may be silent within a request or an answer, in either
///   direction
/// @param keepAlive how long a connection stays open for its next request
/// @param maxSessions browsers with an open page, all together; one client has at most half of
///   those that are free
/// @param newSession how long a session lives whose page never shows up
/// @param idleSession how long one lives whose page does nothing
@ConfigurationProperties("sandlot.connections")
record ConnectionSettings(
        @DefaultValue("4096") int maxConnections,
        @DefaultValue("10s") Duration headTimeout,
        @DefaultValue("10s") Duration silence,
        @DefaultValue("20s") Duration keepAlive,
        @DefaultValue("2000") int maxPages,
        @DefaultValue("1m") Duration newPage,
        @DefaultValue("30m") Duration idlePage) {

    ConnectionSettings {
        requirePositive("max-connections", maxConnections);
        requirePositive("head-timeout", headTimeout.toMillis());
        requirePositive("silence", silence.toMillis());
        requirePositive("keep-alive", keepAlive.toMillis());
        requirePositive("max-pages", maxPages);
        requirePositive("new-page", newPage.toSeconds());
        requirePositive("idle-page", idlePage.toSeconds());
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "sandlot.connections." + name + " must be positive: " + value);
        }
    }
}
