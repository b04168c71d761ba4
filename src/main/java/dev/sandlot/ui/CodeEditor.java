package dev.sandlot.ui;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/// CodeMirror 6 as one element. The text stays in the browser and travels only with Run, Share and
/// Submit, so that typing costs no request and needs no connection.
@JsModule("./code-editor.ts")
@NpmPackage(value = "@codemirror/state", version = "6.7.6")
@NpmPackage(value = "@codemirror/view", version = "6.43.15")
@NpmPackage(value = "@codemirror/language", version = "6.13.1")
@NpmPackage(value = "@codemirror/language-data", version = "6.5.2")
@NpmPackage(value = "@codemirror/commands", version = "6.11.1")
@NpmPackage(value = "@codemirror/search", version = "6.7.2")
@NpmPackage(value = "@codemirror/autocomplete", version = "6.20.4")
@NpmPackage(value = "@codemirror/lint", version = "6.9.8")
@NpmPackage(value = "@lezer/highlight", version = "1.2.3")
public final class CodeEditor extends HtmlComponent {

    public CodeEditor() {
        super("code-editor");
    }
}
