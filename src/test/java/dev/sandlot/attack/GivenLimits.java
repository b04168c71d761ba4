package dev.sandlot.attack;

import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Limits as a header gives them, such as `cpu=300ms memory=32MiB processes=8`.
public final class GivenLimits {

    private static final Set<String> KNOWN =
            Set.of("cpu", "wall", "memory", "output", "processes", "fileSize");
    private static final Pattern AMOUNT = Pattern.compile("(\\d+)(ms|s|KiB|MiB|)");

    private final Map<String, String> given = new HashMap<>();

    GivenLimits(List<String> items) {
        for (String item : items) {
            String[] pair = item.split("=", 2);
            if (pair.length < 2 || !KNOWN.contains(pair[0])) {
                throw new IllegalArgumentException("Not a limit: " + item);
            }
            given.put(pair[0], pair[1]);
        }
    }

    Limits over(Limits usual) {
        return new Limits(
                either("cpu", GivenLimits::duration, usual.cpuTime()),
                either("wall", GivenLimits::duration, usual.wallTime()),
                either("memory", GivenLimits::size, usual.memory()),
                either("output", GivenLimits::size, usual.output()),
                either("processes", Integer::valueOf, usual.processes()),
                either("fileSize", GivenLimits::size, usual.fileSize()));
    }

    private <T> T either(String name, Function<String, T> read, T usual) {
        String text = given.get(name);
        return text == null ? usual : read.apply(text);
    }

    public static Duration duration(String text) {
        Matcher amount = amount(text);
        long number = Long.parseLong(amount.group(1));
        return amount.group(2).equals("ms")
                ? Duration.ofMillis(number)
                : Duration.ofSeconds(number);
    }

    public static MemorySize size(String text) {
        Matcher amount = amount(text);
        long number = Long.parseLong(amount.group(1));
        return switch (amount.group(2)) {
            case "MiB" -> MemorySize.ofMib(number);
            case "KiB" -> MemorySize.ofKib(number);
            default -> MemorySize.ofBytes(number);
        };
    }

    private static Matcher amount(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw new IllegalArgumentException("Neither a time nor a size: " + text);
        }
        return amount;
    }
}
