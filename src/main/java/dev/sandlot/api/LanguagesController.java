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
            List<Choice> options) {

        static Entry of(Language language) {
            return new Entry(
                    language.id(),
                    language.name(),
                    language.version(),
                    language.versions(),
                    language.fileName(),
                    language.editorMode(),
                    language.compile().isPresent(),
                    language.hello(),
                    language.options().stream().map(Choice::of).toList());
        }
    }

    @Schema(name = "Option", description = "A choice for the compile step.")
    record Choice(
            @Schema(
                            description =
                                    "Of those with the same word before the = at most one makes"
                                            + " sense.",
                            example = "std=c23")
                    String id,
            String label,
            @Schema(description = "Whether it is taken when nothing of its group is chosen.")
                    boolean byDefault) {

        static Choice of(Language.Option option) {
            return new Choice(option.id(), option.label(), option.byDefault());
        }
    }

    @GetMapping(path = "/api/v1/languages", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "languages", summary = "The languages that work here, by name")
    List<Entry> all() {
        return languages.all().stream().map(Entry::of).toList();
    }
}
