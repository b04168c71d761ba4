package dev.sandlot.api;

import dev.sandlot.access.BearerToken;
import dev.sandlot.access.Client;
import dev.sandlot.access.ClientLimits;
import dev.sandlot.access.Clients;
import dev.sandlot.language.Language;
import dev.sandlot.run.LimitsRequest;
import dev.sandlot.run.Run;
import dev.sandlot.run.RunListener;
import dev.sandlot.run.RunRequest;
import dev.sandlot.run.RunResultJson;
import dev.sandlot.run.RunResultJson.Streams;
import dev.sandlot.run.RunService;
import dev.sandlot.run.SourceFile;
import dev.sandlot.snippet.Draft;
import dev.sandlot.snippet.Snippet;
import dev.sandlot.snippet.Snippets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
@Tag(name = "Snippets", description = "Programs stored for good under a short link.")
class SnippetsController {

    /// What a stored result may hold of each stream.
    private static final long KEPT_OUTPUT_BYTES = 64 * 1024;

    private static final LimitsRequest KEPT_OUTPUT =
            new LimitsRequest(null, null, null, KEPT_OUTPUT_BYTES, null, null);

    private final Snippets snippets;
    private final RunService runs;
    private final LanguageChoice languages;
    private final Clients clients;
    private final ClientLimits limits;

    SnippetsController(
            Snippets snippets,
            RunService runs,
            LanguageChoice languages,
            Clients clients,
            ClientLimits limits) {
        this.snippets = snippets;
        this.runs = runs;
        this.languages = languages;
        this.clients = clients;
        this.limits = limits;
    }

    @Schema(name = "SnippetCreated")
    record Created(
            @Schema(example = "7kq2mz94hdxp") String id,
            @Schema(
                            description = "The page that shows it.",
                            example = "http://localhost:8080/s/7kq2mz94hdxp")
                    String url,
            @Schema(description = "Shown once; whoever has it may delete the snippet.")
                    String deleteToken) {}

    @PostMapping(
            path = "/api/v1/snippets",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createSnippet",
            summary = "Store a program for good",
            security = {@SecurityRequirement(name = "apiKey"), @SecurityRequirement(name = "")})
    @ApiResponse(responseCode = "201", description = "Stored; Location names it")
    ResponseEntity<Created> create(@RequestBody SnippetBody body, HttpServletRequest http) {
        Client client = clients.of(http);
        Draft draft = draft(body, client);
        limits.countSnippet(client);
        Snippets.Created created = snippets.create(draft);
        String page =
                ServletUriComponentsBuilder.fromContextPath(http)
                        .path("/s/{id}")
                        .build(created.id())
                        .toString();
        return ResponseEntity.created(URI.create("/api/v1/snippets/" + created.id()))
                .body(new Created(created.id(), page, created.deleteToken()));
    }

    @GetMapping(path = "/api/v1/snippets/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "snippet", summary = "A stored program with its result")
    SnippetView find(@PathVariable String id) {
        return SnippetView.of(require(id));
    }

    @GetMapping(path = "/s/{id}/raw", produces = "text/plain;charset=UTF-8")
    @Operation(operationId = "rawSnippet", summary = "The main file of a snippet, as it is")
    ResponseEntity<byte[]> raw(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(require(id).files().getFirst().content());
    }

    @DeleteMapping("/api/v1/snippets/{id}")
    @Operation(
            operationId = "deleteSnippet",
            summary = "Delete a snippet of one's own",
            security = @SecurityRequirement(name = "deleteToken"))
    @ApiResponse(responseCode = "204", description = "Deleted")
    @ApiResponse(responseCode = "401", description = "No delete token was sent")
    ResponseEntity<Void> delete(
            @PathVariable String id,
            @Parameter(hidden = true)
                    @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String authorization) {
        Optional<String> token = BearerToken.of(authorization);
        if (token.isEmpty()) {
            return ResponseEntity.status(401)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        if (!snippets.delete(id, token.get())) {
            throw new NotFoundException("There is no such snippet, or this isn't its delete token");
        }
        return ResponseEntity.noContent().build();
    }

    private Snippet require(String id) {
        return snippets.find(id)
                .orElseThrow(() -> new NotFoundException("There is no such snippet"));
    }

    private Draft draft(SnippetBody body, Client client) {
        Language language = languages.find(body.language(), body.version());
        List<SourceFile> files = RunBodyReader.files(language, body.files());
        byte[] stdin = RunBodyReader.text("stdin", RunBodyReader.orEmpty(body.stdin()));
        List<String> args = RunBodyReader.args(RunBodyReader.orEmpty(body.args()));
        List<String> options =
                RunBodyReader.options(language, RunBodyReader.orEmpty(body.options()));
        String title = body.checkedTitle();
        return new Draft(
                language.id(),
                language.version(),
                files.stream().map(file -> new Snippet.File(file.name(), file.content())).toList(),
                stdin,
                args,
                options,
                title,
                body.result() == null
                        ? Optional.empty()
                        : Optional.of(result(language, files, stdin, args, options, client)));
    }

    private String result(
            Language language,
            List<SourceFile> files,
            byte[] stdin,
            List<String> args,
            List<String> options,
            Client client) {
        RunRequest request =
                new RunRequest(
                        language,
                        files,
                        stdin,
                        false,
                        args,
                        Map.of(),
                        options,
                        Optional.empty(),
                        LimitsRequest.DEFAULTS,
                        KEPT_OUTPUT,
                        List.of(),
                        client.name());
        try (ClientLimits.Place _ = limits.enter(client);
                Run run = runs.start(request, RunListener.silent())) {
            return RunResultJson.of(language, run.result().join(), Streams.TEXT).toString();
        }
    }
}
