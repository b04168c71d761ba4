package dev.sandlot.api;

import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.run.InvalidInputException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the language that a request names.
@Component
class LanguageChoice {

    private final Languages languages;

    LanguageChoice(Languages languages) {
        this.languages = languages;
    }

    /// @throws InvalidInputException when there is no such language or version
    Language find(String id, @Nullable String version) {
        Language language =
                languages
                        .find(id)
                        .orElseThrow(() ->
                                new InvalidInputException(
                                        "language",
                                        id,
                                        "an id out of /api/v1/languages",
                                        "There is no such language here"));
        return version == null ? language : inVersion(language, version);
    }

    /// @throws InvalidInputException when there is no such language or version, or it has no
    ///   formatter
    Language findWithFormatter(String id, @Nullable String version) {
        Language language = find(id, version);
        if (language.formatter().isEmpty()) {
            throw new InvalidInputException(
                    "language",
                    id,
                    languages.all().stream()
                            .filter(other -> other.formatter().isPresent())
                            .map(Language::id)
                            .collect(Collectors.joining(", ")),
                    "There is no formatter for " + language.name() + " here");
        }
        return language;
    }

    private Language inVersion(Language language, String version) {
        return languages
                .find(language.id(), version)
                .orElseThrow(() ->
                        new InvalidInputException(
                                "version",
                                version,
                                String.join(", ", language.versions()),
                                language.name() + " has no such version here"));
    }
}
