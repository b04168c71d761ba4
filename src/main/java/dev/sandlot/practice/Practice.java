package dev.sandlot.practice;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import dev.sandlot.access.Client;
import dev.sandlot.access.ClientLimits;
import dev.sandlot.access.Clients;
import dev.sandlot.access.LimitReachedException;
import dev.sandlot.access.Visitor;
import dev.sandlot.access.Visitors;
import dev.sandlot.database.StorageFault;
import dev.sandlot.judge.JudgeService;
import dev.sandlot.judge.Submission;
import dev.sandlot.judge.SubmissionRateException;
import dev.sandlot.judge.SubmissionRefusedException;
import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.problem.Problem;
import dev.sandlot.problem.Problems;
import dev.sandlot.run.RunService;
import dev.sandlot.run.SourceFile;
import dev.sandlot.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/// What the practice pages can do, for the visitor whose request is under way.
@Service
final class Practice {

    private static final Logger log = LoggerFactory.getLogger(Practice.class);

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

    private final Problems problems;
    private final Languages languages;
    private final JudgeService judge;
    private final RunService runs;
    private final Visitors visitors;
    private final Sandbox sandbox;
    private final Clients clients;
    private final ClientLimits limits;

    Practice(
            Problems problems,
            Languages languages,
            JudgeService judge,
            RunService runs,
            Visitors visitors,
            Sandbox sandbox,
            Clients clients,
            ClientLimits limits) {
        this.problems = problems;
        this.languages = languages;
        this.judge = judge;
        this.runs = runs;
        this.visitors = visitors;
        this.sandbox = sandbox;
        this.clients = clients;
        this.limits = limits;
    }

    List<Problem> problems() {
        return problems.all();
    }

    Optional<Problem> problem(String id) {
        return problems.find(id);
    }

    /// The one after this in the list, of those that the visitor has not solved.
    Optional<Problem> nextAfter(Problem problem, Optional<Visitor> visitor) {
        Map<String, ProblemState> states = states(visitor);
        List<Problem> open =
                problems.all().stream()
                        .filter(p -> !p.id().equals(problem.id()))
                        .filter(p -> states.get(p.id()) != ProblemState.SOLVED)
                        .toList();
        return open.stream()
                .filter(p -> p.title().compareTo(problem.title()) > 0)
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /// By problem id; problems without a submission are not in it.
    Map<String, ProblemState> states(Optional<Visitor> visitor) {
        return stored(visitor, Optional.empty()).stream()
                .collect(
                        Collectors.groupingBy(
                                Submission::problem,
                                Collectors.collectingAndThen(
                                        Collectors.toList(), ProblemState::of)));
    }

    List<Language> languages(Problem problem) {
        return languages.all().stream()
                .filter(language ->
                        problem.languages().isEmpty()
                                || problem.languages().contains(language.id()))
                .toList();
    }

    List<Language> versions(Language language) {
        return languages.versions(language.id());
    }

    /// In the version that was chosen.
    Language language(Submitting call) {
        Language usual =
                languages
                        .find(call.language())
                        .orElseThrow(
                                () -> new RefusedException("This language is not here any more."));
        return call.version().isEmpty()
                ? usual
                : languages
                        .find(call.language(), call.version())
                        .orElseThrow(() ->
                                new RefusedException(
                                        "%s %.40s is not here any more; choose another version."
                                                .formatted(usual.name(), call.version())));
    }

    String unavailable() {
        Sandbox.Health health = sandbox.health();
        return health.accepting() ? "" : health.reason();
    }

    /// Runs the program on the samples, one after the other.
    SampleRuns runSamples(Problem problem, Submitting call, SampleRuns.Watcher watcher) {
        requireSize(problem, call);
        Language language = language(call);
        SourceFile file = SourceFile.of(language.fileName(), call.code());
        Client client = client();
        ClientLimits.Place place = enter(client);
        try {
            return SampleRuns.start(runs, problem, language, file, client.name(), place, watcher);
        } catch (RuntimeException notStarted) {
            place.close();
            throw notStarted;
        }
    }

    private ClientLimits.Place enter(Client client) {
        try {
            return limits.enter(client);
        } catch (LimitReachedException reached) {
            throw new RefusedException(reached.getMessage() + ".");
        }
    }

    /// Who uses the page; only within a request.
    private Client client() {
        return clients.of(VaadinServletRequest.getCurrent());
    }

    /// The first submission sets the visitor's cookie; nothing before does.
    Visitor visitorForSubmission() {
        return visitors.findOrCreate(
                VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent());
    }

    Submission submit(Problem problem, Submitting call, Visitor visitor) {
        requireSize(problem, call);
        Language language = language(call);
        Client client = client();
        try {
            limits.countSubmission(client);
            return judge.submit(
                    client.name(),
                    visitor.id(),
                    problem.id(),
                    language.id(),
                    language.version(),
                    List.of(SourceFile.of(language.fileName(), call.code())));
        } catch (LimitReachedException reached) {
            throw new RefusedException(reached.getMessage() + ".");
        } catch (SubmissionRefusedException | SubmissionRateException refused) {
            throw new RefusedException(String.valueOf(refused.getMessage()));
        } catch (DataAccessException | TransactionException e) {
            throw new RefusedException(words(e));
        }
    }

    List<Submission> submissions(Problem problem, Optional<Visitor> visitor) {
        return stored(visitor, Optional.of(problem.id()));
    }

    /// A problem can be read and tried without the submissions to it: none while they can't be
    /// found.
    private List<Submission> stored(Optional<Visitor> visitor, Optional<String> problem) {
        try {
            return visitor.map(known -> judge.list(known.id(), problem)).orElse(List.of());
        } catch (DataAccessException | TransactionException e) {
            log.error("The database failed", e);
            return List.of();
        }
    }

    /// With its source.
    Optional<Submission> submission(String id, Optional<Visitor> visitor) {
        try {
            return visitor.flatMap(known -> judge.find(id, known.id()));
        } catch (DataAccessException | TransactionException e) {
            throw new RefusedException(words(e));
        }
    }

    private static String words(NestedRuntimeException e) {
        log.error("The database failed", e);
        return StorageFault.of(e).words();
    }

    /// Who asks, if that is known; only within a request.
    Optional<Visitor> visitor() {
        return visitors.find(VaadinServletRequest.getCurrent());
    }

    JudgeService.Watch watch(
            Submission submission, Visitor visitor, Consumer<Submission> listener) {
        try {
            return judge.watch(submission.id(), visitor.id(), listener);
        } catch (DataAccessException | TransactionException e) {
            throw new RefusedException(words(e));
        }
    }

    private static void requireSize(Problem problem, Submitting call) {
        int bytes = SourceFile.of("", call.code()).content().length;
        if (bytes > problem.codeLimit().bytes()) {
            throw new RefusedException(
                    "Your program has %d bytes; this problem takes at most %d."
                            .formatted(bytes, problem.codeLimit().bytes()));
        }
    }
}
