package dev.sandlot.access;

import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.util.NetMask;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may do how much. The defaults suit a class of thirty behind one address.
///
/// @param concurrentRuns programs of one client that run or wait at one time
/// @param runsPerMinute programs that one client may start in a minute, submissions included
/// @param snippetsPerHour snippets that one client may store in an hour
/// @param trustedProxies addresses or CIDR ranges of reverse proxies whose X-Forwarded-For and
///   X-Forwarded-Proto are believed; none by default
/// @param keysFile what `deploy/key` writes
@ConfigurationProperties("sandlot.access")
record AccessSettings(
        @DefaultValue("32") int concurrentRuns,
        @DefaultValue("240") int runsPerMinute,
        @DefaultValue("240") int snippetsPerHour,
        @DefaultValue List<String> trustedProxies,
        Path keysFile) {

    AccessSettings {
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(AccessSettings::requireRange);
        try {
            new Allowance(concurrentRuns, runsPerMinute, snippetsPerHour);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sandlot.access." + e.getMessage(), e);
        }
    }

    Allowance allowance() {
        return new Allowance(concurrentRuns, runsPerMinute, snippetsPerHour);
    }

    private static void requireRange(String range) {
        try {
            new NetMask(range);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "sandlot.access.trusted-proxies must be addresses or CIDR ranges: " + range, e);
        }
    }
}
