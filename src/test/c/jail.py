"""Speaks docs/protocol.md to an installed sandlot-jail, as the JVM does."""

import os
import re
import select
import struct
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

JAIL = os.environ.get("SANDLOT_JAIL", "/usr/local/lib/sandlot/sandlot-jail")
CONFIG = Path("/etc", Path(JAIL).parent.name, "jail.conf")
SLOTS = int(re.search(r"^slots = (\d+)$", CONFIG.read_text(), re.M).group(1))
ROOTS = os.environ.get("SANDLOT_ROOT_DIR", "/var/lib/sandlot/root")
ROOT = "trixie"
MIB = 1 << 20
WINDOW = 262144
BY_ITSELF, CPU_TIME, WALL_TIME, OUTPUT, CANCELLED, SETUP, TEARDOWN = range(7)
NO_WORD, EXITED, SIGNALLED, COULD_NOT_START = range(4)


def frame(kind, payload=b""):
    return struct.pack(">IB", len(payload), ord(kind)) + payload


def string(text):
    data = text if isinstance(text, bytes) else text.encode()
    return struct.pack(">H", len(data)) + data


@dataclass
class Limits:
    cpu: float = 2.0
    wall: float = 5.0
    memory: int = 256 * MIB
    output: int = MIB
    processes: int = 64
    file_size: int = 16 * MIB
    collect: int = MIB

    def payload(self, terminal=False, background=False, confined=False):
        return struct.pack(">QQQQIQQB", round(self.cpu * 1e6), round(self.wall * 1e6), self.memory, self.output, self.processes,
                           self.file_size, self.collect, terminal | background << 1 | confined << 2)


@dataclass
class Report:
    killed_for: int
    ended: int
    code: int
    cpu: float
    wall: float
    peak: int
    oom_kills: int
    process_hits: int
    flags: int
    out: bytes = b""
    err: bytes = b""
    files: dict = field(default_factory=dict)
    taken: int = 0

    def exited(self, code=0):
        return (self.killed_for, self.ended, self.code) == (BY_ITSELF, EXITED, code)


def job_frames(argv, limits, env=(), files=(), collect=(), **flags):
    parts = [frame("J", limits.payload(**flags))]
    parts += [frame("A", string(word)) for word in argv]
    parts += [frame("V", string(variable)) for variable in env]
    for name, data, executable in files:
        parts.append(frame("F", struct.pack(">BI", executable, len(data)) + string(name)))
        parts += [frame("D", data[at:at + 65536]) for at in range(0, len(data), 65536)]
    parts += [frame("C", string(name)) for name in collect]
    parts.append(frame("G"))
    return b"".join(parts)


def start(*arguments, **caller):
    """Starts sandlot-jail as the user sandlot, or as root one that isn't setuid; `caller` is what else Popen shall do."""
    setuid = os.stat(JAIL).st_mode & 0o4000 and os.getuid() == 0
    user = {"user": "sandlot", "group": "sandlot", "extra_groups": []} if setuid else {}
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen([JAIL, *arguments], bufsize=0, **{**pipes, **user, **caller})


class Jail:
    """One sandlot-jail process and the slot that it serves."""

    def __init__(self, profile="run", **caller):
        self.follow(start(profile, ROOT, **caller))

    @classmethod
    def over(cls, process):
        """Of a sandlot-jail that was started in another way."""
        jail = cls.__new__(cls)
        jail.follow(process)
        return jail

    def follow(self, process):
        self.process, self.pending, self.ready = process, b"", False
        self.input, self.output = process.stdin.fileno(), process.stdout.fileno()
        hello = self.expect("H")
        self.version, self.slot = struct.unpack(">II", hello[:8])
        self.maxima = struct.unpack(">QQQQIQQ", hello[8:])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Ends it as the JVM's death would; the exit code."""
        self.process.stdin.close()
        self.process.stdout.close()
        code = self.process.wait(timeout=20)
        self.log = self.process.stderr.read()
        self.process.stderr.close()
        return code

    def next(self, timeout=20.0):
        """The next frame as (type, payload); None at the end."""
        deadline = time.monotonic() + timeout
        while True:
            if len(self.pending) >= 5:
                length = struct.unpack(">I", self.pending[:4])[0]
                if len(self.pending) >= 5 + length:
                    kind, payload = chr(self.pending[4]), self.pending[5:5 + length]
                    self.pending = self.pending[5 + length:]
                    return kind, payload
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.output], [], [], left)[0]:
                raise TimeoutError("sandlot-jail says nothing")
            data = os.read(self.output, 1 << 20)
            if not data:
                return None
            self.pending += data

    def expect(self, wanted, timeout=20.0):
        got = self.next(timeout)
        if got is None or got[0] != wanted:
            raise AssertionError(f"expected {wanted}, got {got}")
        return got[1]

    def send(self, data):
        view = memoryview(data)
        while view:
            view = view[os.write(self.input, view):]

    def beat(self, timeout=5.0):
        """Asks whether it is there, between two jobs or in one that says nothing else."""
        self.send(frame("B"))
        self.expect("B", timeout)

    def await_ready(self):
        if not self.ready:
            self.expect("R")
            self.ready = True

    def start(self, argv, limits=None, stdin=None, **job):
        """Sends a job; with stdin=None the program's input stays open."""
        self.await_ready()
        data = job_frames(argv, limits or Limits(), **job)
        if stdin is not None:
            data += frame("I", stdin) if stdin else b""
            data += frame("E")
        self.ready = False
        self.send(data)

    def finish(self, timeout=30.0):
        """Reads up to the report."""
        streams, files, name, taken = {"O": [], "X": []}, {}, None, 0
        while True:
            got = self.next(timeout)
            if got is None:
                raise AssertionError(f"sandlot-jail ended: {self.process.wait()} {self.process.stderr.read()!r}")
            kind, payload = got
            if kind in streams:
                streams[kind].append(payload[8:])
            elif kind == "F":
                name = payload[7:].decode()
                files[name] = (b"", bool(payload[0]), struct.unpack(">I", payload[1:5])[0])
            elif kind == "D":
                data, executable, size = files[name]
                files[name] = (data + payload, executable, size)
            elif kind == "W":
                taken += struct.unpack(">I", payload)[0]
            elif kind == "Z":
                numbers = struct.unpack(">BBIQQQQQB", payload)
                return Report(numbers[0], numbers[1], numbers[2], numbers[3] / 1e6, numbers[4] / 1e6, *numbers[5:], out=b"".join(streams["O"]),
                              err=b"".join(streams["X"]), files={key: value[:2] for key, value in files.items()}, taken=taken)
            elif kind != "S":
                raise AssertionError(f"unexpected {got}")

    def run(self, argv, limits=None, stdin=b"", **job):
        self.start(argv, limits, stdin, **job)
        return self.finish()

    def check_works(self):
        report = self.run(["/bin/echo", "42"])
        assert report.exited() and report.out == b"42\n", report

    def shell(self, script, limits=None, stdin=b"", **job):
        return self.run(["/bin/sh", "-c", script], limits, stdin, **job)
