package dev.sandlot.problem;

import dev.sandlot.sandbox.MemorySize;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// What the front matter says about a problem, without its data.
record Metadata(
        String title,
        List<String> tags,
        String difficulty,
        Duration timeLimit,
        MemorySize memoryLimit,
        MemorySize outputLimit,
        MemorySize codeLimit,
        Set<String> languages) {

    static final Pattern LANGUAGE_ID = Pattern.compile("[a-z][a-z0-9]*");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final String FORMAT = "2025-09";
    private static final Set<String> DIFFICULTIES = Set.of("easy", "medium", "hard");
    private static final Set<String> LICENSES =
            Set.of(
                    "unknown",
                    "public domain",
                    "cc0",
                    "cc by",
                    "cc by-sa",
                    "educational",
                    "permission");
    private static final double MAX_TIME_LIMIT_SECONDS = 20;

    static Metadata read(Section root) {
        checkFormat(root);
        checkUuid(root);
        checkRights(root);
        Section limits =
                root.section("limits")
                        .orElseThrow(() -> root.error("limits", "is missing"))
                        .allow("time_limit", "memory", "output", "code");
        List<String> keywords = root.texts("keywords");
        return new Metadata(
                title(root),
                keywords.stream().filter(it -> !DIFFICULTIES.contains(it)).toList(),
                keywords.stream().filter(DIFFICULTIES::contains).findFirst().orElse(""),
                timeLimit(limits),
                MemorySize.ofMib(limits.integer("memory", 16, 1024, 256)),
                MemorySize.ofMib(limits.integer("output", 1, 16, 8)),
                MemorySize.ofKib(limits.integer("code", 1, 128, 128)),
                languages(root));
    }

    private static void checkFormat(Section root) {
        if (!root.text("problem_format_version").equals(FORMAT)) {
            throw root.error("problem_format_version", "must be " + FORMAT);
        }
        if (!Integer.valueOf(1).equals(root.value("x_single_file"))) {
            throw root.error("x_single_file", "must be 1");
        }
        root.optionalText("type")
                .filter(type -> !type.equals("pass-fail"))
                .ifPresent(type -> {
                    throw root.error("type", "must be pass-fail, not " + type);
                });
    }

    private static void checkUuid(Section root) {
        String uuid = root.text("uuid");
        try {
            if (UUID.fromString(uuid).toString().equalsIgnoreCase(uuid)) {
                return;
            }
        } catch (IllegalArgumentException _) {
            // the same answer as for one that UUID.fromString would complete
        }
        throw root.error("uuid", "is not a UUID: " + uuid);
    }

    private static void checkRights(Section root) {
        root.optionalText("version");
        root.optionalText("credits");
        root.optionalText("source");
        root.optionalText("rights_owner");
        root.optionalText("license")
                .filter(license -> !LICENSES.contains(license))
                .ifPresent(license -> {
                    throw root.error("license", "is not one that the format knows: " + license);
                });
    }

    private static String title(Section root) {
        String title =
                root.value("name") instanceof Map
                        ? root.section("name").orElseThrow().text("en")
                        : root.text("name");
        if (title.isBlank() || title.length() > 100) {
            throw root.error("name", "must have 1 to 100 characters");
        }
        if (UNPRINTABLE.matcher(title).find()) {
            throw root.error("name", "must not hold control or invisible characters");
        }
        return title;
    }

    private static Duration timeLimit(Section limits) {
        double seconds =
                limits.number("time_limit")
                        .orElseThrow(() -> limits.error("time_limit", "is missing"));
        if (!(seconds >= 0.1 && seconds <= MAX_TIME_LIMIT_SECONDS)) {
            throw limits.error(
                    "time_limit",
                    "must be from 0.1 to %s seconds, not %s"
                            .formatted(MAX_TIME_LIMIT_SECONDS, seconds));
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /// Empty for `all`.
    private static Set<String> languages(Section root) {
        if (!root.has("languages") || "all".equals(root.value("languages"))) {
            return Set.of();
        }
        List<String> ids = root.texts("languages");
        for (String id : ids) {
            if (!LANGUAGE_ID.matcher(id).matches()) {
                throw root.error("languages", "holds no language id: " + id);
            }
        }
        if (ids.isEmpty()) {
            throw root.error("languages", "must be all or a list of language ids");
        }
        return Set.copyOf(new HashSet<>(ids));
    }
}
