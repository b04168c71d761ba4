package dev.sandlot.practice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.sandlot.access.Visitor;
import dev.sandlot.judge.JudgeService;
import dev.sandlot.judge.Submission;
import dev.sandlot.language.Language;
import dev.sandlot.problem.Problem;
import dev.sandlot.run.RunResult;
import dev.sandlot.ui.EditorPane;
import dev.sandlot.ui.LanguageJson;
import dev.sandlot.ui.TopBar;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/practice/{problem}`: statement, editor, samples, submissions. The browser's side is
/// `problem-bench.ts`.
@Route("practice/:problem")
@JsModule("./problem-bench.ts")
final class ProblemView extends HtmlContainer implements BeforeEnterObserver, HasDynamicTitle {

    private record Restoring(String id) {}

    private final Practice practice;
    private Optional<Visitor> visitor = Optional.empty();
    private @Nullable Problem problem;
    private @Nullable SampleRuns samples;
    private JudgeService.@Nullable Watch watch;

    ProblemView(Practice practice) {
        super("problem-bench");
        this.practice = practice;
        listen("samples", Submitting.class, this::runSamples);
        listen("stop", Restoring.class, _ -> stopSamples());
        listen("submit", Submitting.class, this::submit);
        listen("submissions", Restoring.class, _ -> showSubmissions());
        listen("restore", Restoring.class, this::restore);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("problem").orElse("");
        problem = practice.problem(id).orElseThrow(NotFoundException::new);
        removeAll();
        add(topBar(), notice(), panes(shown()));
    }

    @Override
    public String getPageTitle() {
        return shown().title() + " · Sandlot";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        visitor = practice.visitor();
        start(shown());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stopSamples();
        stopWatching();
    }

    private Problem shown() {
        if (problem == null) {
            throw new NotFoundException();
        }
        return problem;
    }

    private void start(Problem problem) {
        ObjectNode start = JsonNodeFactory.instance.objectNode();
        start.set("languages", LanguageJson.of(practice.languages(problem), practice::versions));
        start.set("problem", ProblemJson.problem(problem));
        start.set("submissions", ProblemJson.submissions(practice.submissions(problem, visitor)));
        start.put("unavailable", practice.unavailable());
        start.put("maxBytes", problem.codeLimit().bytes());
        tell("start", start);
    }

    private static TopBar topBar() {
        return new TopBar(
                new HtmlComponent("language-picker"), versions(), new HtmlComponent("more-menu"));
    }

    /// A verdict is for the language as everybody has it: no options.
    private static HtmlComponent versions() {
        HtmlComponent versions = new HtmlComponent("toolchain-choice");
        versions.getElement().setAttribute("data-only", "version");
        return versions;
    }

    private static Paragraph notice() {
        Paragraph notice = new Paragraph();
        notice.addClassName("notice");
        notice.getElement().setAttribute("aria-live", "polite").setAttribute("hidden", true);
        return notice;
    }

    private static HtmlContainer panes(Problem problem) {
        HtmlContainer panes = new HtmlContainer("split-pane");
        panes.add(statementPane(problem), workPane());
        return panes;
    }

    private static Section statementPane(Problem problem) {
        Article statement =
                new Article(
                        new H1(problem.title()),
                        facts(problem),
                        new Html("<div>" + problem.statementHtml() + "</div>"));
        statement.addClassName("statement");
        statement.getElement().setAttribute("tabindex", "0");
        Section pane = new Section(new HtmlComponent("statement-tabs"), statement, submissions());
        pane.addClassName("statement-pane");
        pane.getElement().setAttribute("aria-label", "Problem");
        return pane;
    }

    private static Paragraph facts(Problem problem) {
        Paragraph facts =
                new Paragraph(
                        "%s%s s of CPU time · %d MB of memory · %d tests"
                                .formatted(
                                        problem.difficulty().isEmpty()
                                                ? ""
                                                : problem.difficulty() + " · ",
                                        problem.timeLimit().toMillis() / 1000.0,
                                        problem.memoryLimit().bytes() / (1024 * 1024),
                                        problem.tests()));
        facts.addClassName("facts");
        return facts;
    }

    private static Div submissions() {
        Div submissions = new Div();
        submissions.addClassName("submissions");
        submissions.getElement().setAttribute("hidden", true);
        return submissions;
    }

    private static Section workPane() {
        Section pane = new Section(new EditorPane(), new HtmlComponent("sample-panel"));
        pane.addClassName("work-pane");
        return pane;
    }

    private <T> void listen(String event, Class<T> type, Consumer<T> listener) {
        getElement()
                .addEventListener(
                        "problem-" + event, heard -> listener.accept(heard.getEventDetail(type)))
                .addEventDetail();
    }

    private void runSamples(Submitting call) {
        stopSamples();
        try {
            samples = practice.runSamples(shown(), call, new Watching(UI.getCurrent(), call));
        } catch (Practice.RefusedException refused) {
            tell("samplesRefused", call.run(), refused.words());
        }
    }

    private void stopSamples() {
        if (samples != null) {
            samples.stop();
            samples = null;
        }
    }

    private void submit(Submitting call) {
        stopWatching();
        try {
            Visitor owner = practice.visitorForSubmission();
            visitor = Optional.of(owner);
            Submission submission = practice.submit(shown(), call, owner);
            showSubmission(submission);
            watch(UI.getCurrent(), submission, owner);
        } catch (Practice.RefusedException refused) {
            tell("notSubmitted", refused.words());
        }
    }

    private void watch(UI ui, Submission submission, Visitor owner) {
        watch =
                practice.watch(
                        submission, owner, changed -> onPage(ui, () -> showSubmission(changed)));
    }

    private void stopWatching() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private void showSubmission(Submission submission) {
        ObjectNode json = ProblemJson.submission(submission);
        if (json.path("accepted").asBoolean()) {
            practice.nextAfter(shown(), visitor)
                    .ifPresent(next ->
                            json.putObject("next").put("id", next.id()).put("title", next.title()));
        }
        tell("submission", json);
    }

    private void showSubmissions() {
        tell("submissionList", ProblemJson.submissions(practice.submissions(shown(), visitor)));
    }

    private void restore(Restoring restoring) {
        try {
            practice.submission(restoring.id(), visitor)
                    .ifPresent(submission ->
                            tell(
                                    "restored",
                                    submission.language(),
                                    submission.version(),
                                    new String(
                                            submission.files().getFirst().content(),
                                            StandardCharsets.UTF_8)));
        } catch (Practice.RefusedException refused) {
            tell("notSubmitted", refused.words());
        }
    }

    private void tell(String function, Object... arguments) {
        getElement().callJsFunction(function, arguments);
    }

    private static void onPage(UI ui, Runnable action) {
        try {
            ui.access(action::run);
        } catch (UIDetachedException closed) {
            // The page is gone; the submission is judged all the same.
        }
    }

    private final class Watching implements SampleRuns.Watcher {

        private final UI ui;
        private final Submitting call;
        private final Problem problem = shown();
        private final Language language;

        Watching(UI ui, Submitting call) {
            this.ui = ui;
            this.call = call;
            this.language = practice.language(call);
        }

        @Override
        public void ended(int sample, RunResult result) {
            ObjectNode json =
                    ProblemJson.sampleRun(problem, problem.samples().get(sample), language, result);
            onPage(ui, () -> tell("sampleEnded", call.run(), sample, json));
        }

        @Override
        public void finished() {
            onPage(ui, () -> tell("samplesFinished", call.run()));
        }

        @Override
        public void refused(String words) {
            onPage(ui, () -> tell("samplesRefused", call.run(), words));
        }
    }
}
