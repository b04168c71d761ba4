package dev.sandlot.api;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The `Prefer: wait=<seconds>` of RFC 7240.
///
/// @param patience how long the caller would like to wait for the final answer
record Preference(Duration patience) {

    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?(?:$|[,;\\s])");

    /// @param header as it came; what isn't understood is ignored, as the RFC asks
    /// @param longest more than this is never waited
    static Optional<Preference> of(@Nullable String header, Duration longest) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = WAIT.matcher(header);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Duration patience = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
        return Optional.of(new Preference(patience.compareTo(longest) < 0 ? patience : longest));
    }

    /// For the header `Preference-Applied`.
    String applied() {
        return "wait=" + patience.toSeconds();
    }
}
