package dev.sandlot.problem;

import dev.sandlot.problem.Problem.Sample;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Renders a statement: CommonMark with tables and a little mathematics, no raw HTML, nothing that
/// a browser would load from elsewhere.
final class Statement {

    private static final Parser PARSER =
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .customInlineContentParserFactory(new MathParser.Factory())
                    .build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .nodeRendererFactory(MathRenderer::new)
                    .nodeRendererFactory(SampleRenderer::new)
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .build();

    private static final PolicyFactory POLICY =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "br",
                            "hr",
                            "h1",
                            "h2",
                            "h3",
                            "h4",
                            "ul",
                            "ol",
                            "li",
                            "blockquote",
                            "pre",
                            "code",
                            "em",
                            "strong",
                            "sub",
                            "sup",
                            "var",
                            "span",
                            "table",
                            "caption",
                            "thead",
                            "tbody",
                            "tr",
                            "th",
                            "td",
                            "a")
                    .allowWithoutAttributes("span")
                    .allowAttributes("class")
                    .matching(false, "math", "math-display", "sample")
                    .onElements("span", "table")
                    .allowAttributes("align")
                    .matching(false, "left", "center", "right")
                    .onElements("th", "td")
                    .allowAttributes("start")
                    .matching(java.util.regex.Pattern.compile("[0-9]{1,9}"))
                    .onElements("ol")
                    .allowAttributes("href")
                    .onElements("a")
                    .allowUrlProtocols("https")
                    .requireRelNofollowOnLinks()
                    .toFactory();

    private Statement() {}

    /// The samples stand where the statement asks for them, or at its end.
    static String html(String body, List<Sample> samples) {
        Node document = PARSER.parse(body);
        SamplePlaces.fill(document, samples);
        return POLICY.sanitize(RENDERER.render(document));
    }
}
