package dev.sandlot.practice;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.sandlot.problem.Problem;
import dev.sandlot.ui.TopBar;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `/practice`: the problems, and how far the visitor has come with each.
@Route("practice")
@PageTitle("Practice · Sandlot")
@JsModule("./filter-box.ts")
final class PracticeView extends Div {

    PracticeView(Practice practice) {
        addClassName("page");
        add(new TopBar(), list(practice.problems(), practice.states(practice.visitor())));
    }

    private static Main list(List<Problem> problems, Map<String, ProblemState> states) {
        Main main = new Main(new H1("Practice"));
        main.addClassNames("words", "problems");
        if (problems.isEmpty()) {
            main.add(new Paragraph("There are no problems here yet."));
        } else {
            main.add(filter(), table(problems, states));
        }
        return main;
    }

    private static HtmlContainer filter() {
        HtmlContainer filter = new HtmlContainer("filter-box");
        filter.getElement()
                .setAttribute("label", "Search problems")
                .setAttribute("for", ".problems tbody tr");
        return filter;
    }

    private static NativeTable table(List<Problem> problems, Map<String, ProblemState> states) {
        NativeTableRow heading = new NativeTableRow();
        Stream.of("Problem", "Difficulty", "Tags", "State")
                .forEach(name -> heading.add(new NativeTableHeaderCell(name)));
        NativeTableBody body = new NativeTableBody();
        problems.forEach(problem ->
                body.add(row(problem, states.getOrDefault(problem.id(), ProblemState.UNTOUCHED))));
        return new NativeTable(new NativeTableHeader(heading), body);
    }

    private static NativeTableRow row(Problem problem, ProblemState state) {
        Span words = new Span(state.words());
        words.addClassNames("state", "state-" + state.name().toLowerCase(java.util.Locale.ROOT));
        NativeTableRow row = new NativeTableRow();
        row.add(
                new NativeTableCell(new Anchor("practice/" + problem.id(), problem.title())),
                new NativeTableCell(problem.difficulty()),
                new NativeTableCell(String.join(", ", problem.tags())),
                new NativeTableCell(words));
        return row;
    }
}
