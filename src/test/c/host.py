"""The host, seen from outside the jails, and how a test says what it expects."""

import os
import re
import select
import subprocess
import tempfile
import time
from pathlib import Path

FIRST_UID = 200000


def cgroup_parents():
    found = []
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        left, right = line.split(" - ")
        if right.split()[0] in ("cgroup", "cgroup2"):
            path = Path(left.split()[4]) / "sandlot"
            if path.is_dir():
                found.append(path)
    return found


def cgroups_of(slot):
    return [path for parent in cgroup_parents() for path in parent.glob(f"slot{slot}-*")]


def processes_of(slot):
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            text = status.read_text()
        except OSError:
            continue
        if re.search(rf"^Uid:\s+{FIRST_UID + slot}\s", text, re.M) and "State:\tZ" not in text:
            found.append(int(status.parent.name))
    return found


def children_of(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def eventually(condition, seconds=10.0):
    deadline = time.monotonic() + seconds
    waiting = True
    while waiting and not condition():
        waiting = time.monotonic() < deadline
        select.select([], [], [], 0.02)
    return waiting


def check(condition, *seen):
    if not condition:
        raise AssertionError(" ".join(repr(value) for value in seen))


def held_slots():
    """The slots that a sandlot-jail holds at this moment, as the kernel tells it."""
    locked = set(re.findall(r"FLOCK .*:(\d+) 0 EOF", Path("/proc/locks").read_text()))
    return [int(lock.stem[5:]) for lock in Path("/run/sandlot").glob("slot-*.lock") if str(lock.stat().st_ino) in locked]


def check_nothing_left(slot):
    """Once a slot is free again. What another sandlot-jail has in it by then, say of a service on this host, is its own."""
    check(eventually(lambda: slot in held_slots() or (not processes_of(slot) and not cgroups_of(slot))), "left behind", processes_of(slot), cgroups_of(slot))


def check_works(jail):
    report = jail.run(["/bin/echo", "42"])
    check(report.exited() and report.out == b"42\n", report)


def resident(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) * 1024


def cpu_of(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def descriptors_of(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def nsjail_of(jail):
    return children_of(jail.process.pid)[0]


def compile_hello():
    """As a binary; SANDLOT_HELLO names one that is there, for a machine without a compiler."""
    if "SANDLOT_HELLO" in os.environ:
        return Path(os.environ["SANDLOT_HELLO"]).read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "hello.c"
        source.write_text('#include <stdio.h>\nint main(void) { puts("Hello, World!"); }\n')
        subprocess.run(["gcc", "-O2", "-s", "-o", f"{folder}/hello", source], check=True)
        return Path(folder, "hello").read_bytes()
