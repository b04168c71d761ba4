package dev.sandlot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In the forms that our formatters print; `~` stands for an end of line.
class FormatterMessagesTest {

    private final FormatterMessages messages = new FormatterMessages();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    <standard input>:3:5: expected operand, found '}'          | 3 | 5 | expected operand, found '}'
                    error: expected one of ( or <~ --> <stdin>:3:5 | 3 | 5 | expected one of ( or <
                    [error] main.js: SyntaxError: Unexpected token (3:5)~[error]  1 | 3 | 5 | SyntaxError: Unexpected token
                    error: cannot format -: Cannot parse for target version Python 3.13: 3:5: x = = 1 | 3 | 5 | x = = 1
                    error: Failed to parse main.py:3:5: Expected an expression | 3 | 5 | Expected an expression
                    <stdin>:3:5: error: ';' expected                           | 3 | 5 | ';' expected
                    main.rb:3:5: F: Lint/Syntax: unexpected token              | 3 | 5 | F: Lint/Syntax: unexpected token
                    main.hs:3:5-9~  The GHC parser failed:~  more              | 3 | 5 | The GHC parser failed:
                    ** (SyntaxError) invalid syntax found on nofile:3:5:~    error: unexpected token | 3 | 5 | unexpected token
                    Parse error at token: ( at line 3 column 5~Expected | 3 | 5 | Parse error at token: (
                    `ocamlformat: ignoring "main.ml" (syntax error)~File "main.ml", line 3, characters 4-5:~3 | )}~    ^~Error: Syntax error` | 3 | 0 | Syntax error
                    Could not format:~~line 3, column 5 of .: Expected a method.~  ╷ | 3 | 5 | Expected a method.
                    /tmp/main.nim(3, 5) Error: expression expected, but found ')' | 3 | 5 | expression expected, but found ')'
                    syntax error in 'STDIN:3:5': unexpected token: ")"         | 3 | 5 | unexpected token: ")"
                    /work/<stdin>:3:5: error: extraneous code ')' at top level | 3 | 5 | extraneous code ')' at top level
                    """)
    void namesTheLine(String printed, int line, int column, String message) {
        assertThat(messages.find(printed.replace('~', '\n')))
                .first()
                .isEqualTo(new Diagnostic("", line, column, Diagnostic.Severity.ERROR, message));
    }

    @Test
    void whatNamesNoLineGivesNothing() {
        assertThat(messages.find("")).isEmpty();
        assertThat(messages.find("something went wrong at 12:30\n")).isEmpty();
    }
}
