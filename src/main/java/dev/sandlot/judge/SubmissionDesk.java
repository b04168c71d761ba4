package dev.sandlot.judge;

import dev.sandlot.language.Language;
import dev.sandlot.language.Languages;
import dev.sandlot.problem.Problem;
import dev.sandlot.problem.Problems;
import dev.sandlot.run.SourceFile;
import dev.sandlot.sandbox.Profile;
import dev.sandlot.sandbox.Sandbox;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Where submissions are handed in and asked for.
@Component
class SubmissionDesk implements JudgeService {

    private final JudgeSettings settings;
    private final Problems problems;
    private final Languages languages;
    private final Sandbox sandbox;
    private final SubmissionStore store;
    private final JudgeQueue queue;
    private final SubmissionFeed feed;

    SubmissionDesk(
            JudgeSettings settings,
            Problems problems,
            Languages languages,
            Sandbox sandbox,
            SubmissionStore store,
            JudgeQueue queue,
            SubmissionFeed feed) {
        this.settings = settings;
        this.problems = problems;
        this.languages = languages;
        this.sandbox = sandbox;
        this.store = store;
        this.queue = queue;
        this.feed = feed;
    }

    @Override
    public Submission submit(
            String client,
            String ownerId,
            String problemId,
            String languageId,
            String version,
            List<SourceFile> files) {
        Problem problem = problem(problemId);
        Language language = language(problem, languageId, version);
        SubmittedFiles.check(language, files, problem.codeLimit());
        queue.reserve(client);
        var draft =
                new SubmissionStore.Draft(
                        ownerId,
                        problem.id(),
                        problem.hash(),
                        problem.tests(),
                        language.id(),
                        language.version(),
                        files);
        String id = stored(client, draft);
        queue.add(client, id);
        return find(id, ownerId).orElseThrow();
    }

    private String stored(String client, SubmissionStore.Draft draft) {
        try {
            return store.add(draft, settings.rates());
        } catch (RuntimeException e) {
            queue.release(client);
            throw e;
        }
    }

    @Override
    public Optional<Submission> find(String id, String ownerId) {
        return RandomId.isSubmission(id)
                ? store.find(id, ownerId).map(feed::newest)
                : Optional.empty();
    }

    @Override
    public List<Submission> list(String ownerId, Optional<String> problem) {
        return store.list(ownerId, problem);
    }

    @Override
    public Watch watch(String id, String ownerId, Consumer<Submission> listener) {
        return feed.watch(id, () -> find(id, ownerId), listener);
    }

    private Problem problem(String id) {
        return problems.find(id)
                .orElseThrow(() ->
                        new SubmissionRefusedException(
                                "problem", "There is no problem " + quoted(id)));
    }

    private Language language(Problem problem, String id, String version) {
        if (languages.find(id).isEmpty()) {
            throw new SubmissionRefusedException("language", "There is no language " + quoted(id));
        }
        Language language =
                languages
                        .find(id, version)
                        .orElseThrow(() ->
                                new SubmissionRefusedException(
                                        "version",
                                        "There is no version %s of %s"
                                                .formatted(quoted(version), id)));
        if (!problem.languages().isEmpty() && !problem.languages().contains(id)) {
            throw new SubmissionRefusedException(
                    "language",
                    "%s does not take %s; it takes %s"
                            .formatted(
                                    problem.title(),
                                    language.name(),
                                    String.join(
                                            ", ", problem.languages().stream().sorted().toList())));
        }
        if (!TestLimits.of(problem, language).areWithin(sandbox.maximum(Profile.RUN))) {
            throw new SubmissionRefusedException(
                    "language",
                    "%s needs limits in %s that this sandbox can't grant"
                            .formatted(problem.title(), language.name()));
        }
        return language;
    }

    private static String quoted(String value) {
        return "'" + (value.length() <= 40 ? value : value.substring(0, 40) + "…") + "'";
    }
}
