"""run.py PROGRAM: runs a TI-BASIC program with pitybas; of an error it says the line, and fails."""

import sys

from pitybas.common import Error
from pitybas.interpret import Interpreter
from pitybas.io.simple import IO
from pitybas.parse import Parser


class NumberedParser(Parser):
    """Knows the line of the source that each row of the parsed code comes from: a row is a statement."""

    def __init__(self, source):
        super().__init__(source)
        self.numbers = {}

    def add(self, token):
        self.numbers.setdefault(self.line, self.here())
        super().add(token)

    def here(self):
        return self.source.count("\n", 0, self.pos) + 1

    def rows(self):
        return [self.numbers[row] for row, tokens in enumerate(self.lines) if tokens]


class Console(IO):
    """Prompts as they are written, on the line that is typed on."""

    def input(self, msg, is_str=False):
        print(msg, end="", flush=True)
        return super().input("", is_str)


def fail(name, line, message):
    sys.stdout.flush()
    sys.exit(f"{name}:{line}: {message}")


def main(name):
    with open(name, encoding="utf-8") as file:
        parser = NumberedParser(file.read())
    try:
        code = parser.parse()
    except Error as error:
        fail(name, parser.here(), f"ERR:SYNTAX {error}")
    calculator = Interpreter(code, history=1, io=Console, name=name)
    try:
        calculator.execute()
    except EOFError:
        fail(name, parser.rows()[calculator.history[-1][0]], "there is no more input")
    except Exception as error:
        fail(name, parser.rows()[calculator.history[-1][0]], error)


main(sys.argv[1])
