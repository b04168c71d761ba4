#!/usr/bin/env python3
"""How long the kernel makes others wait beside a fork bomb, by the bomb's weight for the processor.

    fork_bomb_bench.py [SHARES...]     as root, on cgroup v1; cpu.shares of the bomb, 1024 being usual

Milliseconds for moving a process to another cgroup (a jail's init would be moved into four), for a fork, and for a process that moves itself.
"""

import contextlib
import os
import pathlib
import select
import signal
import sys
import time

CPU = pathlib.Path("/sys/fs/cgroup/cpu/sandlot-fork-bomb-bench")
PIDS = pathlib.Path("/sys/fs/cgroup/pids/sandlot-fork-bomb-bench")
PROCESSES = 64
TIMES = 100
WARM_UP, PAUSE, AT_MOST = 1.5, 0.02, 60


def pause(seconds):
    select.select([], [], [], seconds)


def enter(group, file="cgroup.procs", pid=0):
    (group / file).write_text(str(pid))


def bomb():
    """Forks until it is killed, or for a minute."""
    pid = os.fork()
    if pid:
        return pid
    enter(CPU / "bomb")
    enter(PIDS / "bomb")
    end = time.monotonic() + AT_MOST
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            os.fork()
    os._exit(0)


def defuse(pid):
    os.kill(pid, signal.SIGSTOP)
    (PIDS / "bomb/pids.max").write_text("0")
    while pids := (PIDS / "bomb/cgroup.procs").read_text().split():
        for each in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(each), signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)
        pause(PAUSE)


def measure(action):
    took = []
    for i in range(TIMES):
        begun = time.perf_counter()
        action(("one", "other")[i % 2])
        took.append((time.perf_counter() - begun) * 1000)
        pause(PAUSE)
    took.sort()
    return f"{took[TIMES // 2]:8.2f} {took[TIMES * 95 // 100]:8.2f}"


def fork(_):
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def beside_a_bomb(shares):
    (CPU / "bomb/cpu.shares").write_text(str(shares))
    (PIDS / "bomb/pids.max").write_text(str(PROCESSES))
    victim = os.fork()
    if victim == 0:
        pause(AT_MOST)
        os._exit(0)
    forker = bomb()
    pause(WARM_UP)
    moved = measure(lambda group: enter(CPU / group, pid=victim))
    moving = measure(lambda group: enter(CPU / group, "tasks"))
    forked = measure(fork)
    enter(CPU.parent)
    os.kill(victim, signal.SIGKILL)
    os.waitpid(victim, 0)
    defuse(forker)
    print(f"{shares:6} {moved} {moving} {forked}", flush=True)


def main(arguments):
    for group in ("bomb", "one", "other"):
        (CPU / group).mkdir(parents=True, exist_ok=True)
    (PIDS / "bomb").mkdir(parents=True, exist_ok=True)
    print("shares   moved p50, p95   itself p50, p95     fork p50, p95")
    try:
        for shares in arguments or ["51", "102", "256", "512", "1024"]:
            beside_a_bomb(int(shares))
    finally:
        for group in (CPU / "bomb", CPU / "one", CPU / "other", CPU, PIDS / "bomb", PIDS):
            group.rmdir()


if __name__ == "__main__":
    main(sys.argv[1:])
