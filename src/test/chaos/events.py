"""What can happen to the service. Each event hits one part, chosen at random, and returns what it hit; some give back what they took."""

import contextlib
import os
import select
import signal
import subprocess
from dataclasses import dataclass
from typing import Callable

import host
from load import Client, Refused
from service import send

HELD = 2.5  # seconds that something is kept from the service: shorter than a silence that gets the server killed


@dataclass
class Happened:
    what: str
    storage: bool = False  # whether snippets may be refused meanwhile
    keeps_server: bool = False  # whether the server must live through it
    give_back: Callable = None
    while_held: Callable = None


def pause(seconds):
    select.select([], [], [], seconds)


# ---- the server and its keeper

def server_killed(service, random):
    pid = service.server()
    send(signal.SIGKILL, pid)
    return Happened(f"server {pid}", storage=True)


def server_stopped(service, random):
    pid = service.server()
    send(signal.SIGSTOP, pid)
    return Happened(f"server {pid}", storage=True)


def keeper_killed(service, random):
    """systemd starts another, and so does the test."""
    pid = service.keeper.pid
    service.keeper.kill()
    service.keeper.wait()
    service.start()
    return Happened(f"keeper {pid}", storage=True)


# ---- jails

def one_of(found, random):
    """The parts are made anew all the time."""
    parts = host.eventually(found, 5)
    return random.choice(parts)


def jail_hit(number, parts):
    def event(service, random):
        part = one_of(lambda: getattr(service, parts)(), random)
        send(number, part.pid)
        return Happened(f"{part.name} {part.pid}", keeps_server=True)

    return event


def init_killed(service, random):
    init, waits = one_of(service.inits, random)
    send(signal.SIGKILL, init.pid)
    return Happened(f"init {init.pid} {'that waits' if waits else 'in a job'}", keeps_server=True)


def init_stopped(service, random):
    init, waits = one_of(lambda: [it for it in service.inits() if it[1]], random)
    send(signal.SIGSTOP, init.pid)
    return Happened(f"init {init.pid} that waits", keeps_server=True)


def cgroups_removed(service, random):
    """As cgdelete does it: processes go to the hierarchy's top, folders away, also the one above if nobody else is in it."""
    removed = 0
    every_parent = service.slots.parents()
    for _ in range(20):
        for parent in every_parent:
            for slot in service.used_slots:
                for group in parent.glob(f"slot{slot}-*"):
                    with contextlib.suppress(OSError):
                        for pid in (group / "cgroup.procs").read_text().split():
                            with contextlib.suppress(OSError):
                                (parent.parent / "cgroup.procs").write_text(pid)
                        group.rmdir()
                        removed += 1
            with contextlib.suppress(OSError):
                parent.rmdir()
    return Happened(f"{removed} cgroups", keeps_server=True)


# ---- PostgreSQL

def postmaster_killed(service, random):
    pid = service.postmaster()
    send(signal.SIGKILL, pid)
    return Happened(f"PostgreSQL {pid}", storage=True, keeps_server=True)


def postmaster_stopped(service, random):
    pid = service.postmaster()
    send(signal.SIGSTOP, pid)
    return Happened(f"PostgreSQL {pid}", storage=True, keeps_server=True)


def backend_killed(service, random):
    backend = one_of(service.backends, random)
    send(signal.SIGKILL, backend.pid)
    return Happened(f"process {backend.pid} of PostgreSQL", storage=True, keeps_server=True)


def backend_stopped(service, random):
    backend = one_of(service.backends, random)
    send(signal.SIGSTOP, backend.pid)
    return Happened(f"process {backend.pid} of PostgreSQL", storage=True, keeps_server=True)


# ---- what runs out

def disk_filled(service, random):
    fill = service.data / "fill"
    subprocess.run(["dd", "if=/dev/zero", f"of={fill}", "bs=1M"], stderr=subprocess.DEVNULL, check=False)

    def refused_in_words():
        """A run needs no disk; a snippet is stored, or refused by name."""
        source = f'#include <stdio.h>\nint main(void) {{ printf("%d\\n", {random.randrange(10**9)}); }}\n'
        answer = Client(service.port).run("c", "main.c", source)
        if answer.get("run", {}).get("outcome") != {"type": "exited", "exitCode": 0}:
            return f"a run on a full disk gave {answer}"
        content = "".join(random.choices("abcdefghijklmnopqrstuvwxyz", k=900_000))
        body = {"language": "c", "files": [{"name": "main.c", "content": content}]}
        try:
            status, _, text = Client(service.port).ask("POST", "/api/v1/snippets", body)
        except Refused as refused:
            return f"a snippet on a full disk: {refused}"
        named = status == 507 and "disk is full" in text
        return "" if named or (status == 503 and "runs go on" in text) else f"a snippet on a full disk gave {status} {text[:200]}"

    return Happened("the data's disk", storage=True, keeps_server=True, give_back=fill.unlink, while_held=refused_in_words)


def limited(which, amount):
    """As the server's own user, who may lower what he has: root can't everywhere."""
    def limits(pid, *values):
        words = ["setpriv", "--reuid=sandlot", "--regid=sandlot", "--clear-groups", "prlimit", "--pid", str(pid)]
        return subprocess.run([*words, *values], capture_output=True, text=True, check=False).stdout

    def event(service, random):
        pid = service.server()
        before = limits(pid, f"--{which}", "--raw", "--noheadings", "--output=SOFT").strip()
        limits(pid, f"--{which}={amount(pid)}:")
        return Happened(f"server {pid}", storage=True, keeps_server=True, give_back=lambda: limits(pid, f"--{which}={before}:"))

    return event


EVENTS = {
    "server killed": server_killed,
    "server stopped": server_stopped,
    "keeper killed": keeper_killed,
    "sandlot-jail killed": jail_hit(signal.SIGKILL, "jails"),
    "nsjail killed": jail_hit(signal.SIGKILL, "nsjails"),
    "init killed": init_killed,
    "sandlot-jail stopped": jail_hit(signal.SIGSTOP, "jails"),
    "nsjail stopped": jail_hit(signal.SIGSTOP, "nsjails"),
    "init stopped": init_stopped,
    "cgroups removed": cgroups_removed,
    "PostgreSQL killed": postmaster_killed,
    "PostgreSQL stopped": postmaster_stopped,
    "process of PostgreSQL killed": backend_killed,
    "process of PostgreSQL stopped": backend_stopped,
    "disk filled": disk_filled,
    "threads used up": limited("nproc", lambda pid: 1),
    "files used up": limited("nofile", lambda pid: len(os.listdir(f"/proc/{pid}/fd")) + 1),
}
