"""Runs the program named by the first argument. MicroPython's own input() edits the line itself: it takes no more than ASCII, and on a
terminal waits for a carriage return."""
import builtins
import sys


def read_line(prompt=""):
    sys.stdout.write(prompt)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line[:-1] if line.endswith("\n") else line


builtins.input = read_line
sys.argv.pop(0)
sys.path[0] = ""
with open(sys.argv[0]) as source:
    program = compile(source.read(), sys.argv[0], "exec")
exec(program, {"__name__": "__main__"})
