package dev.sandlot.run;

import org.jspecify.annotations.Nullable;

/// The limits that a caller would like; `null` means the language's default. Values are positive.
public record LimitsRequest(
        @Nullable Long cpuTimeMs,
        @Nullable Long wallTimeMs,
        @Nullable Long memoryBytes,
        @Nullable Long outputBytes,
        @Nullable Integer processes,
        @Nullable Long fileSizeBytes) {

    public static final LimitsRequest DEFAULTS =
            new LimitsRequest(null, null, null, null, null, null);
}
