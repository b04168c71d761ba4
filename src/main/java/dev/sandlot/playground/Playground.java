package dev.sandlot.playground;

import com.vaadin.flow.server.VaadinServletRequest;
import dev.sandlot.access.Client;
import dev.sandlot.access.ClientLimits;
import dev.sandlot.access.Clients;
import dev.sandlot.access.LimitReachedException;
import dev.sandlot.database.StorageFault;
import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.run.InvalidInputException;
import dev.sandlot.run.LimitsRequest;
import dev.sandlot.run.RunRequest;
import dev.sandlot.run.RunResult;
import dev.sandlot.run.RunResultJson;
import dev.sandlot.run.RunService;
import dev.sandlot.run.SourceFile;
import dev.sandlot.run.StepResult;
import dev.sandlot.sandbox.Sandbox;
import dev.sandlot.sandbox.SandboxBusyException;
import dev.sandlot.sandbox.SandboxUnavailableException;
import dev.sandlot.snippet.Draft;
import dev.sandlot.snippet.Snippet;
import dev.sandlot.snippet.SnippetTooLargeException;
import dev.sandlot.snippet.Snippets;
import dev.sandlot.ui.FirstDifference;
import dev.sandlot.ui.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
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

    Language language(RunCall call) {
        return languages
                .find(call.language())
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
        } catch (SandboxUnavailableException | InvalidInputException refused) {
            throw new RefusedException(String.valueOf(refused.getMessage()));
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
                List.of(SourceFile.of(language.fileName(), call.code())),
                bytes(call.stdin()),
                call.interactive(),
                Arguments.parse(call.args()),
                Map.of(),
                List.of(),
                Optional.of(call.expected()).filter(text -> !text.isEmpty()).map(Playground::bytes),
                LimitsRequest.DEFAULTS,
                LimitsRequest.DEFAULTS,
                List.of(),
                client);
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
        Language language = language(call);
        Draft draft =
                new Draft(
                        language.id(),
                        language.version(),
                        List.of(new Snippet.File(language.fileName(), bytes(call.code()))),
                        bytes(call.stdin()),
                        Arguments.parse(call.args()),
                        "",
                        finished.filter(run -> run.call().sameProgram(call)).map(Finished::result));
        try {
            limits.countSnippet(client());
            return snippets.create(draft);
        } catch (LimitReachedException reached) {
            throw new RefusedException(reached.getMessage() + ".");
        } catch (SnippetTooLargeException tooLarge) {
            throw new RefusedException(String.valueOf(tooLarge.getMessage()));
        } catch (DataAccessException | TransactionException e) {
            throw new RefusedException(words(e));
        }
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

    private static String words(NestedRuntimeException e) {
        log.error("The database failed", e);
        return StorageFault.of(e).words();
    }

    /// The expected output isn't stored, so neither is whether it matched.
    static Finished finished(RunCall call, Language language, RunResult result) {
        RunResult stored = new RunResult(result.compile(), result.run(), Optional.empty());
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

    private static int size(RunCall call) {
        return bytes(call.code() + call.stdin() + call.args() + call.expected()).length;
    }

    private static String output(StepResult step) {
        return new String(step.stdout(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
