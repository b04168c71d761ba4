package dev.sandlot.playground;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.sandlot.language.Language;
import dev.sandlot.run.RunResult;
import dev.sandlot.run.Step;
import dev.sandlot.snippet.Snippets;
import dev.sandlot.ui.EditorPane;
import dev.sandlot.ui.TopBar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Write, run, share. The browser's side (`play-ground.ts`) holds the text and answers at once;
/// this side runs and stores.
@JsModule("./play-ground.ts")
@NpmPackage(value = "fflate", version = "0.8.3")
abstract class PlaygroundView extends HtmlContainer {

    private record Typed(int run, String text) {}

    private record OfRun(int run) {}

    private record Deletion(String id, String token) {}

    private final Playground playground;
    private @Nullable LiveRun live;
    private int liveNumber;
    private int languagesShown;
    private Playground.@Nullable Finished finished;

    PlaygroundView(Playground playground) {
        super("play-ground");
        this.playground = playground;
        add(topBar(), notice(), panes());
        listen("run", RunCall.class, this::run);
        listen("stop", OfRun.class, call -> onLive(call.run(), LiveRun::stop));
        listen("end-input", OfRun.class, call -> onLive(call.run(), LiveRun::endInput));
        listen("type", Typed.class, this::type);
        listen("share", RunCall.class, this::share);
        listen("delete", Deletion.class, this::delete);
        listen("available", OfRun.class, _ -> tellAvailable());
        // The page has the last of this run, so nothing of it waits here.
        listen("delivered", OfRun.class, of -> onLive(of.run(), _ -> stopLive()));
    }

    /// What this address adds to the start of the page: a snippet, a text, a language.
    abstract void describe(ObjectNode start);

    @Override
    protected void onAttach(AttachEvent attached) {
        start();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stopLive();
    }

    private void start() {
        ObjectNode start = JsonNodeFactory.instance.objectNode();
        languagesShown = playground.languages().size();
        start.set("languages", playground.languagesJson());
        start.put("unavailable", playground.unavailable());
        start.put("maxBytes", Snippets.MAX_BYTES);
        describe(start);
        getElement().callJsFunction("start", start);
    }

    /// A page that was opened before the jails were ready learns it; languages may have come since.
    private void tellAvailable() {
        String why = playground.unavailable();
        if (why.isEmpty() && languagesShown != playground.languages().size()) {
            start();
        } else {
            tell("available", why);
        }
    }

    private static TopBar topBar() {
        return new TopBar(
                new HtmlComponent("language-picker"),
                new HtmlComponent("toolchain-choice"),
                runButton(),
                shareButton(),
                new HtmlComponent("more-menu"));
    }

    private static NativeButton runButton() {
        NativeButton button = new NativeButton();
        button.addClassName("run");
        button.getElement().setAttribute("data-action", "run").setAttribute("data-state", "run");
        button.getElement().setAttribute("title", "Run the program (Ctrl+Enter)");
        Span symbol = new Span("▶");
        symbol.addClassName("symbol");
        symbol.getElement().setAttribute("aria-hidden", "true");
        Span label = new Span("Run");
        label.addClassName("label");
        button.add(symbol, label);
        button.getElement()
                .appendChild(
                        new Element("kbd").setAttribute("aria-hidden", "true").setText("Ctrl ⏎"));
        return button;
    }

    private static NativeButton shareButton() {
        NativeButton button = new NativeButton("Share");
        button.addClassName("quiet");
        button.getElement()
                .setAttribute("data-action", "share")
                .setAttribute("title", "Get a link to this program (Ctrl+S)");
        return button;
    }

    private static Paragraph notice() {
        Paragraph notice = new Paragraph();
        notice.addClassName("notice");
        notice.getElement().setAttribute("aria-live", "polite").setAttribute("hidden", true);
        return notice;
    }

    private static HtmlContainer panes() {
        HtmlContainer panes = new HtmlContainer("split-pane");
        panes.add(new EditorPane(), outputPane());
        return panes;
    }

    private static Section outputPane() {
        Section pane =
                new Section(
                        sheetTabs(),
                        new HtmlComponent("input-panel"),
                        new HtmlComponent("run-console"),
                        new HtmlComponent("diagnostic-list"),
                        new HtmlComponent("result-line"));
        pane.addClassName("output-pane");
        pane.getElement()
                .setAttribute("aria-label", "Output")
                .setAttribute("data-tab", "console")
                .setAttribute("data-open", "false");
        return pane;
    }

    /// Only phones show these: there the pane is a sheet that comes up from below.
    private static Div sheetTabs() {
        Div tabs = new Div(sheetTab("Console"), sheetTab("Input"), sheetTab("Close"));
        tabs.addClassName("sheet-tabs");
        return tabs;
    }

    private static NativeButton sheetTab(String name) {
        NativeButton tab = new NativeButton(name);
        tab.getElement().setAttribute("data-sheet", name.toLowerCase(Locale.ROOT));
        return tab;
    }

    private <T> void listen(String event, Class<T> type, Consumer<T> listener) {
        getElement()
                .addEventListener(
                        "play-" + event, heard -> listener.accept(heard.getEventDetail(type)))
                .addEventDetail();
    }

    private void run(RunCall call) {
        stopLive();
        liveNumber = call.run();
        finished = null;
        try {
            live = playground.run(call, new Watching(UI.getCurrent(), call));
        } catch (Playground.RefusedException refused) {
            tell("refused", call.run(), refused.words());
        }
    }

    private void stopLive() {
        if (live != null) {
            live.close();
            live = null;
        }
    }

    private void onLive(int run, Consumer<LiveRun> action) {
        if (live != null && run == liveNumber) {
            action.accept(live);
        }
    }

    private void type(Typed typed) {
        onLive(
                typed.run(),
                live -> {
                    if (!live.type(typed.text())) {
                        tell("notTaken", typed.run());
                    }
                });
    }

    private void share(RunCall call) {
        try {
            Snippets.Created created = playground.share(call, Optional.ofNullable(finished));
            tell("shared", created.id(), created.deleteToken());
        } catch (Playground.RefusedException refused) {
            tell("notShared", refused.words());
        }
    }

    private void delete(Deletion deletion) {
        try {
            if (playground.delete(deletion.id(), deletion.token())) {
                tell("deleted", deletion.id());
            } else {
                tell("notShared", "This is deleted already.");
            }
        } catch (Playground.RefusedException refused) {
            tell("notShared", refused.words());
        }
    }

    private void tell(String function, Object... arguments) {
        getElement().callJsFunction(function, arguments);
    }

    /// Brings what happens on the run's threads to the page.
    private final class Watching implements LiveRun.Watcher {

        private final UI ui;
        private final RunCall call;

        Watching(UI ui, RunCall call) {
            this.ui = ui;
            this.call = call;
        }

        @Override
        public void step(Step step) {
            onPage(() -> tell("step", call.run(), step.name().toLowerCase(Locale.ROOT)));
        }

        @Override
        public void output(List<ConsoleFeed.Chunk> chunks) {
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            for (ConsoleFeed.Chunk chunk : chunks) {
                json.addArray()
                        .add(chunk.stream().name().toLowerCase(Locale.ROOT))
                        .add(chunk.text());
            }
            onPage(() -> tell("output", call.run(), json));
        }

        @Override
        public void finished(RunResult result) {
            Language language = playground.language(call);
            ObjectNode json = Playground.resultJson(language, call, result);
            Playground.Finished kept = Playground.finished(call, language, result);
            onPage(() -> {
                tell("finished", call.run(), json);
                if (call.run() == liveNumber) {
                    finished = kept;
                }
            });
        }

        private void onPage(Runnable action) {
            try {
                ui.access(action::run);
            } catch (UIDetachedException closed) {
                stopLive();
            }
        }
    }
}
