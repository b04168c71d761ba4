package dev.sandlot.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/// At most so many submissions in any span of time of this length.
record Rate(int submissions, Duration window) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})/([0-9]+(s|m|h|d))");

    Rate {
        if (submissions < 1 || !window.isPositive()) {
            throw new IllegalArgumentException("A rate must be positive: " + submissions);
        }
    }

    /// Of a text such as `10/10m`. Spring finds this method by its name, if it is public.
    public static Rate valueOf(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A rate is written as 10/10m, not " + text);
        }
        return new Rate(
                Integer.parseInt(matcher.group(1)), DurationStyle.detectAndParse(matcher.group(2)));
    }

    /// How long to wait until the next submission is taken; zero when that is now.
    ///
    /// @param earlier when the others were made, newest first, at least as many as the rate allows
    Duration waitingTime(List<Instant> earlier, Instant now) {
        if (earlier.size() < submissions) {
            return Duration.ZERO;
        }
        Duration wait = Duration.between(now, earlier.get(submissions - 1).plus(window));
        return wait.isPositive() ? wait : Duration.ZERO;
    }
}
