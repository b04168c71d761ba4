package dev.sandlot.language;

import java.util.List;

/// What formatters say of source code that they don't take, in the few forms that they have in
/// common. They read standard input, so what they call the file means nothing: it is left out.
public final class FormatterMessages implements DiagnosticPattern {

    /// The first form that is found anywhere counts.
    private static final List<CompilerMessages> FORMS =
            List.of(
                    // error: expected `;`, found `}`
                    //  --> <stdin>:3:1
                    CompilerMessages.parse(
                            "^(?P<severity>error|warning)(?:\\[\\w+])?: (?P<message>[^\\n]*)\\n"
                                    + " *--> [^\\n]*:(?P<line>\\d+):(?P<column>\\d+)$"),
                    // [error] main.js: SyntaxError: Unexpected token (3:5)
                    CompilerMessages.parse(
                            "^(?:\\[error] [^\\n:]*: )?(?P<message>[^\\n]*)"
                                    + " \\((?P<line>\\d+):(?P<column>\\d+)\\)$"),
                    // File "main.ml", line 3, characters 5-6: then the line itself, then the
                    // message
                    CompilerMessages.parse(
                            "^File [^\\n]*, line (?P<line>\\d+), characters [^\\n]*\\n"
                                    + "(?:[^\\n]*\\n)*?Error: (?P<message>[^\\n]+)$"),
                    // main.nim(3, 5) Error: expression expected
                    CompilerMessages.parse(
                            "\\((?P<line>\\d+), (?P<column>\\d+)\\) Error: (?P<message>[^\\n]+)$"),
                    // <standard input>:3:5: expected operand; Python 3.13: 3:5: x = = 1; in
                    // 'STDIN:3:5': unexpected token
                    CompilerMessages.parse(
                            "^(?:[^\\n]*?[^\\n\\d])??(?P<line>\\d+):(?P<column>\\d+)(?:-\\d+)?'?:?\\s+"
                                    + "(?:(?P<severity>error|warning): )?(?P<message>[^\\n]+)$"),
                    // Parse error at token: ( at line 3 column 5
                    CompilerMessages.parse(
                            "^(?P<message>[^\\n]+?),? at line (?P<line>\\d+),? column (?P<column>\\d+)"),
                    // line 3, column 5 of .: Expected an identifier.
                    CompilerMessages.parse(
                            "[Ll]ine (?P<line>\\d+),? column (?P<column>\\d+)[^\\n:]*:?"
                                    + "\\s+(?P<message>[^\\n]+)$"));

    @Override
    public List<Diagnostic> find(String printed) {
        return FORMS.stream()
                .map(form -> form.find(printed))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(FormatterMessages::withoutFile)
                .toList();
    }

    private static Diagnostic withoutFile(Diagnostic found) {
        return new Diagnostic("", found.line(), found.column(), found.severity(), found.message());
    }
}
