#!/usr/bin/env python3
"""One command to a running qemu over its control socket.

    qmp.py SOCKET save NAME     keeps the machine's whole state under this name
    qmp.py SOCKET quit          ends it at once
    qmp.py SOCKET console       prints the end of what the machine wrote to its console
"""

import json
import socket
import sys

ANSWER_S = 120
ANSWER_MAX = 1 << 20


class Monitor:
    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(ANSWER_S)
        self.socket.connect(path)
        self.lines = self.socket.makefile("rb")
        self.read()
        self.call("qmp_capabilities")

    def read(self):
        return json.loads(self.lines.readline(ANSWER_MAX))

    def call(self, command, **arguments):
        self.socket.sendall(json.dumps({"execute": command, "arguments": arguments}).encode() + b"\n")
        while True:
            answer = self.read()
            if "error" in answer:
                sys.exit(f"{command}: {answer['error'].get('desc')}")
            if "return" in answer:
                return answer["return"]

    def save(self, name):
        # It says nothing when all went well.
        trouble = self.call("human-monitor-command", **{"command-line": f"savevm {name}"}).strip()
        if trouble:
            sys.exit(trouble)

    def console(self):
        return self.call("ringbuf-read", device="console", size=65536)


def main(arguments):
    match arguments:
        case [path, "save", name]:
            Monitor(path).save(name)
        case [path, "quit"]:
            Monitor(path).call("quit")
        case [path, "console"]:
            # What a guest prints is as hostile as what a program prints: one terminal is not to be played with.
            print("".join(c if c.isprintable() or c == "\n" else "?" for c in Monitor(path).console()))
        case _:
            sys.exit(__doc__)


main(sys.argv[1:])
