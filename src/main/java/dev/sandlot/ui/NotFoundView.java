package dev.sandlot.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import jakarta.servlet.http.HttpServletResponse;

/// What an unknown address shows, deleted snippets included.
@PageTitle("Not found · Sandlot")
final class NotFoundView extends Div implements HasErrorParameter<NotFoundException> {

    NotFoundView() {
        addClassName("page");
        add(new TopBar(), text());
    }

    private static Main text() {
        Main main = new Main(new H1("There is nothing here"));
        main.addClassName("words");
        main.add(new Paragraph("The address is wrong, or what was here has been deleted."));
        main.add(new Anchor(".", "Write a program"));
        return main;
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
