package dev.sandlot.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import jakarta.servlet.http.HttpServletResponse;

/// What an address shows whose content can't be had just now.
@PageTitle("Not just now · Sandlot")
final class UnavailableView extends Div implements HasErrorParameter<UnavailableException> {

    private final Paragraph why = new Paragraph();

    UnavailableView() {
        addClassName("page");
        add(new TopBar(), text());
    }

    private Main text() {
        Main main = new Main(new H1("Not just now"), why);
        main.addClassName("words");
        main.add(new Paragraph("It should be back in a moment; then load this page again."));
        main.add(new Anchor(".", "Write a program"));
        return main;
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<UnavailableException> parameter) {
        why.setText(parameter.getException().getMessage());
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
}
