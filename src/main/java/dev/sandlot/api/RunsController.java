package dev.sandlot.api;

import dev.sandlot.access.Client;
import dev.sandlot.access.ClientLimits;
import dev.sandlot.access.Clients;
import dev.sandlot.run.InvalidInputException;
import dev.sandlot.run.Run;
import dev.sandlot.run.RunListener;
import dev.sandlot.run.RunReport;
import dev.sandlot.run.RunRequest;
import dev.sandlot.run.RunResultJson.Streams;
import dev.sandlot.run.RunService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Runs", description = "Compile and run a program; nothing is stored.")
class RunsController {

    private final RunService runs;
    private final RunBodyReader reader;
    private final ApiProperties properties;
    private final WaitingJson json;
    private final Clients clients;
    private final ClientLimits limits;

    RunsController(
            RunService runs,
            RunBodyReader reader,
            ApiProperties properties,
            JsonMapper mapper,
            Clients clients,
            ClientLimits limits) {
        this.runs = runs;
        this.reader = reader;
        this.properties = properties;
        this.json = new WaitingJson(mapper, properties);
        this.clients = clients;
        this.limits = limits;
    }

    @PostMapping(
            path = "/api/v1/runs",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    @Operation(
            operationId = "run",
            summary = "Run a program",
            description =
                    """
                    A program that fails is a result (200), never an error. With
                    `Accept: text/event-stream` the same request answers with events as they happen:
                    `step` {"step"}, `stdout` and `stderr` {"text","atMs"}, `outcome` (one per step),
                    `done`. Closing the connection cancels the run in either form; the JSON of a run
                    that takes its time comes after some spaces.
                    """,
            security = {@SecurityRequirement(name = "apiKey"), @SecurityRequirement(name = "")})
    @ApiResponse(
            responseCode = "200",
            description = "How it ended",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = RunReport.class)),
                @Content(
                        mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                        schema = @Schema(type = "string"),
                        examples =
                                @ExampleObject(
                                        """
                                        event: step
                                        data: {"step":"run"}

                                        event: stdout
                                        data: {"text":"Hello, World!\\n","atMs":1}

                                        event: outcome
                                        data: {"step":"run","outcome":{"type":"exited","exitCode":0},"cpuTimeMs":1}

                                        event: done
                                        data: {}
                                        """))
            })
    void run(
            @RequestBody RunBody body,
            @Parameter(
                            description =
                                    "`base64`: both streams byte for byte; otherwise bytes that"
                                            + " aren't UTF-8 come as U+FFFD",
                            schema =
                                    @Schema(
                                            allowableValues = {"text", "base64"},
                                            defaultValue = "text"))
                    @RequestParam(defaultValue = "text")
                    String output,
            @Parameter(hidden = true)
                    @RequestHeader(
                            name = HttpHeaders.ACCEPT,
                            defaultValue = MediaType.APPLICATION_JSON_VALUE)
                    String accept,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        Streams streams = streams(output);
        Client client = clients.of(http);
        RunRequest request = reader.read(body, client.name());
        try (ClientLimits.Place _ = limits.enter(client)) {
            if (wantsEvents(accept)) {
                live(request, streams, response);
            } else {
                whole(request, streams, response);
            }
        }
    }

    private void whole(RunRequest request, Streams streams, HttpServletResponse response)
            throws IOException {
        try (Run run = runs.start(request, RunListener.silent())) {
            json.write(
                    run.result(),
                    result -> RunReport.of(request.language(), result, streams),
                    response);
        }
    }

    private void live(RunRequest request, Streams streams, HttpServletResponse response)
            throws IOException {
        EventStream events = new EventStream(streams == Streams.BASE64);
        try (Run run = runs.start(request, events)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            var out = new DeliveryStream(response.getOutputStream(), properties.deliveryTimeout());
            run.result().thenRun(out::startClock);
            events.write(run, out, properties.heartbeat());
        }
    }

    private static Streams streams(String output) {
        return switch (output) {
            case "text" -> Streams.TEXT;
            case "base64" -> Streams.BASE64;
            default ->
                    throw new InvalidInputException(
                            "output", output, "text or base64", "There is no such form of output");
        };
    }

    /// Whether events are named before JSON, or JSON isn't taken at all.
    private static boolean wantsEvents(String accept) {
        List<MediaType> types = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(types);
        for (MediaType type : types) {
            if (type.includes(MediaType.APPLICATION_JSON)) {
                return false;
            }
            if (type.includes(MediaType.TEXT_EVENT_STREAM)) {
                return true;
            }
        }
        return false;
    }
}
