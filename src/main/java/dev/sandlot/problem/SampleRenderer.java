package dev.sandlot.problem;

import dev.sandlot.problem.Problem.Sample;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Writes a sample as a table: its input beside its answer.
final class SampleRenderer implements NodeRenderer {

    private final HtmlWriter html;

    SampleRenderer(HtmlNodeRendererContext context) {
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(SampleBlock.class);
    }

    @Override
    public void render(Node node) {
        Sample sample = ((SampleBlock) node).sample();
        html.tag("table", Map.of("class", "sample"));
        html.tag("thead");
        html.tag("tr");
        heading("Sample input " + sample.name());
        heading("Sample output " + sample.name());
        html.tag("/tr");
        html.tag("/thead");
        html.tag("tbody");
        html.tag("tr");
        data(sample.input());
        data(sample.answer());
        html.tag("/tr");
        html.tag("/tbody");
        html.tag("/table");
    }

    private void heading(String words) {
        html.tag("th");
        html.text(words);
        html.tag("/th");
    }

    private void data(String text) {
        html.tag("td");
        html.tag("pre");
        html.text(text);
        html.tag("/pre");
        html.tag("/td");
    }
}
