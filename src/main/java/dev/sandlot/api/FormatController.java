package dev.sandlot.api;

import dev.sandlot.access.Client;
import dev.sandlot.access.ClientLimits;
import dev.sandlot.access.Clients;
import dev.sandlot.language.Language;
import dev.sandlot.run.FormatService;
import dev.sandlot.run.Formatting;
import dev.sandlot.run.SourceFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Format", description = "Source code laid out as the language's own formatter does.")
class FormatController {

    private final FormatService formatters;
    private final LanguageChoice languages;
    private final WaitingJson json;
    private final Clients clients;
    private final ClientLimits limits;

    FormatController(
            FormatService formatters,
            LanguageChoice languages,
            ApiProperties properties,
            JsonMapper mapper,
            Clients clients,
            ClientLimits limits) {
        this.formatters = formatters;
        this.languages = languages;
        this.json = new WaitingJson(mapper, properties);
        this.clients = clients;
        this.limits = limits;
    }

    @PostMapping(
            path = "/api/v1/format",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "format",
            summary = "Format a file",
            description =
                    """
                    Nothing is stored. Source code that the formatter doesn't take is a result (200)
                    with the text as it was and the formatter's messages. It counts as a program
                    started. Closing the connection stops the formatter.
                    """,
            security = {@SecurityRequirement(name = "apiKey"), @SecurityRequirement(name = "")})
    @ApiResponse(
            responseCode = "200",
            description = "What came of it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = FormatView.class)))
    void format(@RequestBody FormatBody body, HttpServletRequest http, HttpServletResponse response)
            throws IOException {
        Client client = clients.of(http);
        Language language = languages.findWithFormatter(body.language(), body.version());
        SourceFile file = body.file().read("file");
        try (ClientLimits.Place _ = limits.enter(client);
                Formatting formatting = formatters.start(language, file, client.name())) {
            json.write(formatting.result(), result -> FormatView.of(language, result), response);
        }
    }
}
