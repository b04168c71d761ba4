package dev.sandlot.api;

import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Languages")
class LanguagesController {

    private final Languages languages;

    LanguagesController(Languages languages) {
        this.languages = languages;
    }

    @Schema(name = "Language")
    record Entry(
            @Schema(example = "c") String id,
            @Schema(example = "C") String name,
            @Schema(description = "As the toolchain itself says.", example = "14.2.0")
                    String version,
            List<String> versions,
            @Schema(description = "The main file's usual name.", example = "main.c")
                    String fileName,
            @Schema(example = "c") String editorMode,
            @Schema(description = "Whether there is a compile step.") boolean compiled,
            @Schema(description = "Source of the starter program.") String hello,
            @Schema(description = "Whether /api/v1/format takes it.") boolean formatter,
            List<Choice> options,
            @Schema(description = "The versions, each with what it alone takes.")
                    List<Toolchain> toolchains) {

        static Entry of(Language language, List<Language> versions) {
            return new Entry(
                    language.id(),
                    language.name(),
                    language.version(),
                    language.versions(),
                    language.fileName(),
                    language.editorMode(),
                    language.compile().isPresent(),
                    language.hello(),
                    language.formatter().isPresent(),
                    Choice.of(language),
                    versions.stream().map(Toolchain::of).toList());
        }
    }

    @Schema(name = "Toolchain", description = "One version of a language.")
    record Toolchain(String version, boolean formatter, List<Choice> options) {

        static Toolchain of(Language language) {
            return new Toolchain(
                    language.version(), language.formatter().isPresent(), Choice.of(language));
        }
    }

    @Schema(name = "Option", description = "A choice for the compile step.")
    record Choice(
            @Schema(
                            description =
                                    "Of those with the same word before the =, and of O0, O1 and"
                                            + " so on, one at most is taken.",
                            example = "std=c23")
                    String id,
            String label,
            @Schema(description = "Whether it is taken when nothing of its group is chosen.")
                    boolean byDefault) {

        static List<Choice> of(Language language) {
            return language.options().stream().map(Choice::of).toList();
        }

        static Choice of(Language.Option option) {
            return new Choice(option.id(), option.label(), option.byDefault());
        }
    }

    @GetMapping(path = "/api/v1/languages", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "languages", summary = "The languages that work here, by name")
    List<Entry> all() {
        return languages.all().stream()
                .map(language -> Entry.of(language, languages.versions(language.id())))
                .toList();
    }
}
