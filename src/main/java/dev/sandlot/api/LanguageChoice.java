package dev.sandlot.api;

import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.run.InvalidInputException;
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
        if (version != null && !language.versions().contains(version)) {
            throw new InvalidInputException(
                    "version",
                    version,
                    String.join(", ", language.versions()),
                    language.name() + " has no such version here");
        }
        return language;
    }
}
