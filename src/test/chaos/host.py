"""The host as root sees it: processes, cgroups, locks, mounts."""

import contextlib
import fcntl
import os
import re
import select
import time
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
LOCKS = Path("/run/sandlot")


@dataclass(frozen=True)
class Process:
    pid: int
    parent: int
    session: int
    uid: int
    name: str
    state: str


def processes():
    """Every process by its pid; zombies are gone."""
    found = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError, IndexError):
                stat = (entry / "stat").read_text(errors="replace")
                uid = int(re.search(r"^Uid:\s+(\d+)", (entry / "status").read_text(), re.MULTILINE)[1])
                fields = stat[stat.rindex(")") + 2 :].split()
                if fields[0] not in "ZX":
                    name = stat[stat.index("(") + 1 : stat.rindex(")")]
                    found[int(entry.name)] = Process(int(entry.name), int(fields[1]), int(fields[3]), uid, name, fields[0])
    return found


def ancestors(process, every):
    while process:
        yield process
        process = every.get(process.parent)


def working_in(folder, every):
    found = []
    for process in every.values():
        with contextlib.suppress(OSError):
            if os.readlink(PROC / str(process.pid) / "cwd") == str(folder):
                found.append(process)
    return found


def eventually(condition, seconds=10.0, pause=0.05):
    deadline = time.monotonic() + seconds
    while not (met := condition()) and time.monotonic() < deadline:
        select.select([], [], [], pause)
    return met


class Slots:
    """What /etc/sandlot/jail.conf says of them."""

    def __init__(self):
        text = Path("/etc/sandlot/jail.conf").read_text()
        conf = dict(re.findall(r"^(slots|first_uid|cgroup) *= *(\S+)", text, re.MULTILINE))
        self.first_uid, self.count, self.cgroup = int(conf["first_uid"]), int(conf["slots"]), conf["cgroup"]

    def of(self, process):
        slot = process.uid - self.first_uid
        return slot if 0 <= slot < self.count else None

    def parents(self):
        found = []
        for line in (PROC / "self/mountinfo").read_text().splitlines():
            left, right = line.split(" - ", 1)
            if right.split()[0] in ("cgroup", "cgroup2"):
                parent = Path(left.split()[4]) / self.cgroup
                if parent.is_dir():
                    found.append(parent)
        return found

    def groups(self, slot):
        return [group for parent in self.parents() for group in parent.glob(f"slot{slot}-*")]

    @staticmethod
    def held(slot):
        """Whether some sandlot-jail serves this slot."""
        try:
            with open(LOCKS / f"slot-{slot}.lock") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return False
        except BlockingIOError:
            return True
        except FileNotFoundError:
            return False


def mounts_beneath(folder):
    return [line.split()[4] for line in (PROC / "self/mountinfo").read_text().splitlines() if line.split()[4].startswith(str(folder))]
