package dev.sandlot.problem;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/// Finds `$…$` and `$$…$$`. As in Pandoc no space stands inside next to a dollar sign, so that
/// prices stay prices.
final class MathParser implements InlineContentParser {

    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new MathParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int dollars = scanner.matchMultiple('$');
        Position start = scanner.position();
        if (dollars > 2 || scanner.find('$') <= 0) {
            return ParsedInline.none();
        }
        String tex = scanner.getSource(start, scanner.position()).getContent();
        boolean closed = scanner.matchMultiple('$') == dollars;
        if (!closed || !tex.equals(tex.strip()) || Character.isDigit(scanner.peek())) {
            return ParsedInline.none();
        }
        return ParsedInline.of(new MathNode(tex, dollars == 2), scanner.position());
    }
}
