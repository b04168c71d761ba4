package dev.sandlot.playground;

import com.vaadin.flow.server.VaadinServletRequest;
import dev.sandlot.access.Client;
import dev.sandlot.access.ClientLimits;
import dev.sandlot.access.Clients;
import dev.sandlot.access.LimitReachedException;
import dev.sandlot.database.StorageFault;
import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.run.Inputs;
import dev.sandlot.run.InvalidInputException;
import dev.sandlot.run.LimitsRequest;
import dev.sandlot.run.RunRequest;
import dev.sandlot.run.RunResult;
import dev.sandlot.run.RunResultJson;
import dev.sandlot.run.RunService;
import dev.sandlot.run.SourceFile;
import dev.sandlot.run.SourceFiles;
import dev.sandlot.run.StepResult;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import dev.sandlot.snippet.Draft;
import dev.sandlot.snippet.Snippet;
import dev.sandlot.snippet.SnippetTooLargeException;
import dev.sandlot.snippet.Snippets;
import dev.sandlot.ui.FirstDifference;
import dev.sandlot.ui.LanguageJson;
import dev.sandlot.ui.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the page can do, without the page.
@Service
final class Playground {

    private static final Logger log = LoggerFactory.getLogger(Playground.class);

    /// What was asked for can't be had now.
    static final class RefusedException extends RuntimeException {

        private final String words;

        /// @param words for the user
        RefusedException(String words) {
            super(words);
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// What a page keeps of each stream of a run for a snippet of the same program; of a run that
    /// printed more, the figures alone.
    private static final int KEPT_OUTPUT_BYTES = 64 * 1024;

    /// A run that has ended on the page, to be kept with a snippet of the same program.
    ///
    /// @param result as it will be stored
    record Finished(RunCall call, String result) {}

    private final Languages languages;
    private final RunService runs;
    private final Snippets snippets;
    private final Sandbox sandbox;
    private final Clients clients;
    private final ClientLimits limits;

    Playground(
            Languages languages,
            RunService runs,
            Snippets snippets,
            Sandbox sandbox,
            Clients clients,
            ClientLimits limits) {
        this.languages = languages;
        this.runs = runs;
        this.snippets = snippets;
        this.sandbox = sandbox;
        this.clients = clients;
        this.limits = limits;
    }

    List<Language> languages() {
        return languages.all();
    }

    /// Of each language, for the page.
    ArrayNode languagesJson() {
        return LanguageJson.of(languages(), language -> languages.versions(language.id()));
    }

    Language language(RunCall call) {
        // A page that was open while the versions changed goes on with what is here now.
        return (call.version().isEmpty()
                        ? languages.find(call.language())
                        : languages.closest(call.language(), call.version()))
                .orElseThrow(() -> new RefusedException("This language is not here any more."));
    }

    /// Why nothing can be run, or an empty text.
    String unavailable() {
        Sandbox.Health health = sandbox.health();
        if (!health.accepting()) {
            return health.reason();
        }
        return languages.all().isEmpty() ? "The languages are being tested." : "";
    }

    /// Who uses the page; only within a request.
    private Client client() {
        return clients.of(VaadinServletRequest.getCurrent());
    }

    LiveRun run(RunCall call, LiveRun.Watcher watcher) {
        requireSize(call);
        Client client = client();
        try {
            RunRequest request = request(call, client.name());
            return start(request, watcher, limits.enter(client));
        } catch (LimitReachedException reached) {
            throw new RefusedException(reached.getMessage() + ".");
        } catch (SandboxBusyException busy) {
            throw new RefusedException(
                    "Many programs are running now. Try again in %d s."
                            .formatted(Math.max(busy.retryAfter().toSeconds(), 1)));
        } catch (SandboxUnavailableException refused) {
            throw new RefusedException(String.valueOf(refused.getMessage()));
        } catch (InvalidInputException invalid) {
            throw new RefusedException(words(invalid));
        }
    }

    private LiveRun start(RunRequest request, LiveRun.Watcher watcher, ClientLimits.Place place) {
        try {
            return LiveRun.start(runs, request, watcher, place);
        } catch (RuntimeException refused) {
            place.close();
            throw refused;
        }
    }

    private RunRequest request(RunCall call, String client) {
        Language language = language(call);
        return new RunRequest(
                language,
                files(language, call),
                bytes(call.stdin()),
                call.interactive(),
                Arguments.parse(call.args()),
                Map.of(),
                call.options(),
                Optional.of(call.expected()).filter(text -> !text.isEmpty()).map(Playground::bytes),
                LimitsRequest.DEFAULTS,
                LimitsRequest.DEFAULTS,
                RunRequest.NEW_FILES,
                client);
    }

    private static List<SourceFile> files(Language language, RunCall call) {
        List<SourceFile> files = call.sources();
        SourceFiles.check(language, files);
        return files;
    }

    /// For the result line: the streams went out while the program ran.
    static ObjectNode resultJson(Language language, RunCall call, RunResult result) {
        ObjectNode json = RunResultJson.of(language, result, RunResultJson.Streams.NONE);
        if (result.passed().isPresent() && !result.passed().get()) {
            String output = result.run().map(Playground::output).orElse("");
            FirstDifference.line(call.expected(), output)
                    .ifPresent(line -> json.put("differenceLine", line));
        }
        return json;
    }

    Snippets.Created share(RunCall call, Optional<Finished> finished) {
        requireSize(call);
        try {
            Draft draft = draft(call, finished);
            limits.countSnippet(client());
            return snippets.create(draft);
        } catch (InvalidInputException invalid) {
            throw new RefusedException(words(invalid));
        } catch (LimitReachedException reached) {
            throw new RefusedException(reached.getMessage() + ".");
        } catch (SnippetTooLargeException tooLarge) {
            throw new RefusedException(String.valueOf(tooLarge.getMessage()));
        } catch (DataAccessException | TransactionException e) {
            throw new RefusedException(words(e));
        }
    }

    private Draft draft(RunCall call, Optional<Finished> finished) {
        Language language = language(call);
        Inputs.checkOptions(language, call.options());
        return new Draft(
                language.id(),
                language.version(),
                files(language, call).stream()
                        .map(file -> new Snippet.File(file.name(), file.content()))
                        .toList(),
                bytes(call.stdin()),
                Arguments.parse(call.args()),
                call.options(),
                "",
                finished.filter(run -> run.call().sameProgram(call)).map(Finished::result));
    }

    /// @throws UnavailableException when nothing can be found just now
    Optional<Snippet> find(String id) {
        try {
            return snippets.find(id);
        } catch (DataAccessException | TransactionException e) {
            throw new UnavailableException(words(e), e);
        }
    }

    boolean delete(String id, String token) {
        try {
            return snippets.delete(id, token);
        } catch (DataAccessException | TransactionException e) {
            throw new RefusedException(words(e));
        }
    }

    private static String words(InvalidInputException invalid) {
        String words = String.valueOf(invalid.getMessage());
        return invalid.field().startsWith("files[") ? invalid.value() + ": " + words : words;
    }

    private static String words(NestedRuntimeException e) {
        log.error("The database failed", e);
        return StorageFault.of(e).words();
    }

    /// The expected output isn't stored, so neither is whether it matched; nor are the files that
    /// the program made.
    static Finished finished(RunCall call, Language language, RunResult result) {
        Optional<StepResult> run = result.run().map(step -> step.withFiles(List.of(), false));
        RunResult stored = new RunResult(result.compile(), run, Optional.empty());
        RunResultJson.Streams streams =
                printedMuch(result.compile()) || printedMuch(result.run())
                        ? RunResultJson.Streams.NONE
                        : RunResultJson.Streams.TEXT;
        return new Finished(call, RunResultJson.of(language, stored, streams).toString());
    }

    private static boolean printedMuch(Optional<StepResult> step) {
        return step.filter(
                        it -> Math.max(it.stdout().length, it.stderr().length) > KEPT_OUTPUT_BYTES)
                .isPresent();
    }

    private static void requireSize(RunCall call) {
        if (size(call) > Snippets.MAX_BYTES) {
            throw new RefusedException(
                    "Code and input have %d bytes together; at most %d are possible."
                            .formatted(size(call), Snippets.MAX_BYTES));
        }
    }

    /// Bytes that aren't text count as they travel.
    private static int size(RunCall call) {
        String files =
                call.files().stream()
                        .map(RunCall.ProgramFile::content)
                        .collect(Collectors.joining());
        return bytes(files + call.stdin() + call.args() + call.expected()).length;
    }

    private static String output(StepResult step) {
        return new String(step.stdout(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
