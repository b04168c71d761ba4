"""deploy/lib/serve.py with a server that is only played. Runs as root; the server runs as the user sandlot."""

import contextlib
import fcntl
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
import types
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEEPER = HERE.parents[2] / "deploy/lib/serve.py"
PYTHON = "/usr/bin/python3"


def check(condition, *seen):
    if not condition:
        raise AssertionError(" ".join(repr(value) for value in seen))


def eventually(condition, seconds=15.0):
    deadline = time.monotonic() + seconds
    waiting = True
    while waiting and not condition():
        waiting = time.monotonic() < deadline
        select.select([], [], [], 0.02)
    return waiting


def state(pid):
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1][0]
    return "X"


def alive(pid):
    return state(pid) not in "ZX"


def stopped(pid):
    return state(pid) == "T"


class Kept:
    """A keeper and its server, in a folder of their own."""

    def __init__(self, *behaviour, port=1, folder=None, systemd=None):
        self.folder = folder or Path(tempfile.mkdtemp(prefix="sandlot-serve-"))
        self.folder.chmod(0o755)
        self.place = self.folder / "place"
        self.data = self.folder / "data"
        self.data.mkdir(exist_ok=True)
        shutil.copy(HERE / "fake_server.py", self.folder)
        shutil.chown(self.data, "sandlot", "sandlot")
        become = ["setpriv", "--reuid=sandlot", "--regid=sandlot", "--init-groups", "--pdeathsig=TERM"]
        command = [*become, PYTHON, "-I", self.folder / "fake_server.py", self.place / "tmp/health.sock", *behaviour]
        environment = {"PATH": os.environ["PATH"], **({"NOTIFY_SOCKET": systemd} if systemd else {})}
        self.log = open(self.folder / "log", "a")
        self.process = subprocess.Popen(
            [PYTHON, "-I", KEEPER, "--place", self.place, "--data", self.data, "--port", str(port), "--address", "127.0.0.1", "--", *command],
            stdout=self.log, stderr=subprocess.STDOUT, env=environment)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(timeout=40)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def said(self):
        return (self.folder / "log").read_text()

    def pid(self):
        with contextlib.suppress(OSError, ValueError):
            return int((self.place / "pid").read_text())
        return 0

    def served(self):
        return len(re.findall(r"Sandlot is on", self.said()))

    def await_served(self, times=1):
        check(eventually(lambda: self.served() >= times), "not serving", self.said())
        return self.pid()


def a_killed_server_is_started_again_and_an_end_in_order_leaves_nothing():
    with Kept() as kept:
        first = kept.await_served()
        os.kill(first, signal.SIGKILL)
        second = kept.await_served(2)
        check(second != first and "killed by SIGKILL" in kept.said(), kept.said())
        kept.process.terminate()
        check(kept.process.wait(timeout=10) == 0 and not alive(second), "left behind", second)
        check(kept.said().endswith("Stopped.\n"), kept.said())


def a_stopped_server_goes_on():
    with Kept() as kept:
        first = kept.await_served()
        os.kill(first, signal.SIGSTOP)
        check(eventually(lambda: "it shall go on" in kept.said()), kept.said())
        check(eventually(lambda: not stopped(first)), kept.said())
        kept.process.terminate()
        kept.process.wait(timeout=10)
        check("is ended" not in kept.said() and kept.said().endswith("Stopped.\n"), kept.said())


def a_server_that_is_stopped_again_and_again_is_replaced():
    """Also one that never answered."""
    for behaviour in ([], ["never-listen"]):
        with Kept(*behaviour) as kept:
            check(eventually(kept.pid), "not started")
            first = kept.pid()
            check(eventually(lambda pid=first: stop_again(pid)), kept.said())
            check(eventually(lambda pid=first: kept.pid() not in (0, pid)), kept.said())
            check("it was stopped, again and again" in kept.said(), kept.said())


def stop_again(pid):
    """Whether it is gone."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGSTOP)
    return not alive(pid)


def a_server_that_does_not_answer_is_replaced():
    with Kept() as kept:
        first = kept.await_served()
        (kept.place / "tmp/deaf").touch()
        kept.await_served(2)  # with a temporary folder of its own
        check(not alive(first) and "it did not answer" in kept.said(), kept.said())


def pauses_between_servers_that_do_not_serve_double():
    with Kept("exit-after", "0.1") as kept:
        check(eventually(lambda: "again in 4 s" in kept.said(), 20), kept.said())
        pauses = re.findall(r"again in (\d+) s", kept.said())
        check(pauses == ["1", "2", "4"], pauses)


def what_a_dead_server_left_is_ended():
    with Kept("leave-child") as kept:
        first = kept.await_served()
        child = next(int(pid) for pid in Path(f"/proc/{first}/task/{first}/children").read_text().split())
        os.kill(child, signal.SIGSTOP)
        os.kill(first, signal.SIGKILL)
        kept.await_served(2)
        check(not alive(child), "left behind", child)


def a_second_keeper_is_refused():
    with Kept() as kept:
        first = kept.await_served()
        folder = kept.folder
        second = Kept(folder=folder)
        check(second.process.wait(timeout=10) == 1, second.process.returncode)
        check("keeps a server in" in kept.said() and alive(first) and kept.pid() == first, kept.said())


def a_server_whose_keeper_was_killed_is_taken_over():
    for stopped in (False, True):
        with Kept() as kept:
            first = kept.await_served()
            if stopped:
                os.kill(first, signal.SIGSTOP)
            kept.process.kill()
            kept.process.wait()
            with Kept(folder=kept.folder) as successor:
                second = successor.await_served(2)
                check(not alive(first) and second != first, successor.said())


def a_taken_port_is_refused():
    with socket.create_server(("127.0.0.1", 0)) as other, Kept(port=other.getsockname()[1]) as kept:
        check(kept.process.wait(timeout=10) == 1 and "is taken. Fix:" in kept.said(), kept.said())


def systemd_is_told():
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(f"{folder}/notify")
        systemd.settimeout(10)
        with Kept(systemd=f"{folder}/notify") as kept:
            heard = []
            while "READY=1" not in heard:
                heard += systemd.recv(4096).decode().split("\n")
            kept.await_served()
            systemd.recv(4096)
            check("WATCHDOG=1" in heard or "WATCHDOG=1" in systemd.recv(4096).decode(), heard)


def leftovers_of_free_slots_are_ended():
    """A process of the last slot's uid, which nobody holds, and one whose slot is held."""
    conf = Path("/etc/sandlot/jail.conf").read_text()
    slots, first_uid = (int(re.search(rf"^{key} *= *(\d+)", conf, re.MULTILINE)[1]) for key in ("slots", "first_uid"))
    free, held = slots - 1, slots - 2
    Path("/run/sandlot").mkdir(mode=0o755, exist_ok=True)
    lock = open(f"/run/sandlot/slot-{held}.lock", "a")
    fcntl.flock(lock, fcntl.LOCK_EX)
    left = [subprocess.Popen(["sleep", "600"], user=first_uid + slot, group=first_uid + slot, extra_groups=[]) for slot in (free, held)]
    try:
        with Kept() as kept:
            kept.await_served()
            check(left[0].poll() == -signal.SIGKILL and left[1].poll() is None, [it.poll() for it in left])
    finally:
        for process in left:
            process.kill()
            process.wait()
        lock.close()


def main():
    wanted = sys.argv[1:]
    tests = [(name, test) for name, test in globals().items()
             if isinstance(test, types.FunctionType) and test.__code__.co_argcount == 0 and name != "main" and (not wanted or name in wanted)]
    passed = failed = 0
    for name, test in tests:
        try:
            test()
            passed += 1
            print("ok  ", name, flush=True)
        except Exception:
            failed += 1
            print("FAIL", name, flush=True)
            traceback.print_exc(limit=-4)
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
