package dev.sandlot.ui;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/// The file's name, the editor and, on phones, the row of symbols.
public final class EditorPane extends Section {

    public EditorPane() {
        addClassName("editor-pane");
        getElement().setAttribute("aria-label", "Editor");
        add(fileTab(), new CodeEditor(), new HtmlComponent("symbol-row"));
    }

    private static Div fileTab() {
        Span name = new Span();
        name.addClassName("file-name");
        Div tab = new Div(name);
        tab.addClassName("file-tab");
        return tab;
    }
}
