package dev.sandlot.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/// The bar on top of every page: the name, what the page itself needs, and the ways to the other
/// pages.
@JsModule("./connection-bar.ts")
@JsModule("./theme-toggle.ts")
public final class TopBar extends Header {

    public TopBar(Component... controls) {
        addClassName("top-bar");
        add(brand());
        add(controls);
        add(nav(), new HtmlComponent("theme-toggle"));
    }

    private static Anchor brand() {
        Span mark = new Span("◆");
        mark.getElement().setAttribute("aria-hidden", "true");
        Anchor brand = new Anchor(".");
        brand.add(mark, new Span("Sandlot"));
        brand.addClassName("brand");
        brand.setAriaLabel("Sandlot");
        return brand;
    }

    private static Nav nav() {
        Nav nav = new Nav(new Anchor("practice", "Practice"));
        nav.setAriaLabel("Pages");
        return nav;
    }
}
