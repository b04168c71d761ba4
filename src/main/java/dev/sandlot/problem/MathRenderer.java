package dev.sandlot.problem;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Writes a formula as plain HTML, or as code where it uses more TeX than we know.
final class MathRenderer implements NodeRenderer {

    private final HtmlWriter html;

    MathRenderer(HtmlNodeRendererContext context) {
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(MathNode.class);
    }

    @Override
    public void render(Node node) {
        var math = (MathNode) node;
        new MathMarkup(math.tex())
                .html()
                .ifPresentOrElse(
                        markup -> {
                            html.tag(
                                    "span",
                                    Map.of("class", math.display() ? "math-display" : "math"));
                            html.raw(markup);
                            html.tag("/span");
                        },
                        () -> {
                            html.tag("code");
                            html.text(math.tex());
                            html.tag("/code");
                        });
    }
}
