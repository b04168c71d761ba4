package dev.sandlot.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.sandlot.access.Client;
import dev.sandlot.access.ClientLimits;
import dev.sandlot.access.Clients;
import dev.sandlot.access.Visitor;
import dev.sandlot.access.Visitors;
import dev.sandlot.judge.JudgeService;
import dev.sandlot.judge.Submission;
import dev.sandlot.language.Language;
import dev.sandlot.problem.Problems;
import dev.sandlot.run.SourceFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Problems")
class SubmissionsController {

    private final JudgeService judge;
    private final Problems problems;
    private final LanguageChoice languages;
    private final Visitors visitors;
    private final Clients clients;
    private final ClientLimits limits;
    private final ApiProperties properties;

    SubmissionsController(
            JudgeService judge,
            Problems problems,
            LanguageChoice languages,
            Visitors visitors,
            Clients clients,
            ClientLimits limits,
            ApiProperties properties) {
        this.judge = judge;
        this.problems = problems;
        this.languages = languages;
        this.visitors = visitors;
        this.clients = clients;
        this.limits = limits;
        this.properties = properties;
    }

    @Schema(name = "SubmissionRequest", description = "Unknown fields are refused.")
    record SubmissionBody(
            @JsonProperty(required = true)
                    @JsonSetter(nulls = Nulls.FAIL)
                    @Schema(example = "python3")
                    String language,
            @Schema(description = "One of the language's versions.") @Nullable String version,
            @JsonProperty(required = true)
                    @JsonSetter(nulls = Nulls.FAIL)
                    @ArraySchema(minItems = 1, maxItems = 100)
                    List<FileBody> files) {}

    @Schema(name = "SubmissionAccepted")
    record Accepted(String id, @Schema(example = "queued") String status) {}

    @PostMapping(
            path = "/api/v1/problems/{id}/submissions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "submit",
            summary = "Submit a program to be judged",
            description =
                    """
                    The submission belongs to whoever sends it: the cookie `sandlot_visitor`, which the
                    first submission sets, or the same value as `Authorization: Bearer`, or the API
                    key sent there.
                    """,
            security = {
                @SecurityRequirement(name = "visitorCookie"),
                @SecurityRequirement(name = "visitorKey"),
                @SecurityRequirement(name = "apiKey"),
                @SecurityRequirement(name = "")
            },
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = "Prefer",
                            description = "`wait=30`: wait so many seconds for the verdict",
                            schema = @Schema(type = "string", example = "wait=30")))
    @ApiResponse(
            responseCode = "202",
            description = "Queued; Location says where the verdict will be",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Judged within the time of Prefer",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    ResponseEntity<Object> submit(
            @PathVariable String id,
            @RequestBody SubmissionBody body,
            @Parameter(hidden = true) @RequestHeader(name = "Prefer", required = false)
                    @Nullable String prefer,
            HttpServletRequest http,
            HttpServletResponse response) {
        if (problems.find(id).isEmpty()) {
            throw new NotFoundException("There is no such problem");
        }
        Language language = languages.find(body.language(), body.version());
        List<SourceFile> files = RunBodyReader.files(language, body.files());
        Client client = clients.of(http);
        limits.countSubmission(client);
        Visitor owner = visitors.findOrCreate(http, response);
        Submission submission =
                judge.submit(
                        client.name(), owner.id(), id, language.id(), language.version(), files);
        Optional<Preference> preference = Preference.of(prefer, properties.maxWait());
        return preference.isPresent()
                ? awaited(submission, owner, preference.get())
                : accepted(submission).body(acceptance(submission));
    }

    @GetMapping(path = "/api/v1/submissions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "submission",
            summary = "The state of one's own submission",
            security = {
                @SecurityRequirement(name = "visitorCookie"),
                @SecurityRequirement(name = "visitorKey"),
                @SecurityRequirement(name = "apiKey")
            })
    SubmissionView find(@PathVariable String id, HttpServletRequest http) {
        return visitors.find(http)
                .flatMap(owner -> judge.find(id, owner.id()))
                .map(SubmissionView::of)
                .orElseThrow(() -> new NotFoundException("There is no such submission of yours"));
    }

    private ResponseEntity<Object> awaited(
            Submission submission, Visitor owner, Preference preference) {
        return verdict(submission.id(), owner, preference.patience())
                .map(judged ->
                        ResponseEntity.ok()
                                .header("Preference-Applied", preference.applied())
                                .location(location(judged))
                                .<Object>body(SubmissionView.of(judged)))
                .orElseGet(() -> accepted(submission).body(acceptance(submission)));
    }

    /// The judged submission, if the verdict comes in time.
    private Optional<Submission> verdict(String id, Visitor owner, Duration patience) {
        CompletableFuture<Optional<Submission>> judged = new CompletableFuture<>();
        try (JudgeService.Watch _ =
                judge.watch(id, owner.id(), state -> completeIfJudged(judged, state))) {
            return judged.completeOnTimeout(
                            Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    private static void completeIfJudged(
            CompletableFuture<Optional<Submission>> judged, Submission state) {
        if (state.status() == Submission.Status.JUDGED) {
            judged.complete(Optional.of(state));
        }
    }

    private static ResponseEntity.BodyBuilder accepted(Submission submission) {
        return ResponseEntity.accepted().location(location(submission));
    }

    private static Accepted acceptance(Submission submission) {
        return new Accepted(submission.id(), "queued");
    }

    private static URI location(Submission submission) {
        return URI.create("/api/v1/submissions/" + submission.id());
    }
}
