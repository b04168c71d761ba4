package dev.sandlot.language;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where languages come from.
///
/// @param languagesDir one folder per language
/// @param checkedLanguages the file that says which of them have worked here
/// @param rootDir the root file systems that hold the toolchains, each with its manifest
@ConfigurationProperties("sandlot")
record LanguageProperties(
        @DefaultValue("languages") Path languagesDir,
        @DefaultValue("/var/lib/sandlot/root") Path rootDir,
        @DefaultValue("data/checked-languages") Path checkedLanguages) {}
