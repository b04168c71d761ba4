#!/usr/bin/python3 -I
"""Keeps Sandlot's server running, for deploy/lib/serve.sh.

    serve.py --place DIR --data DIR --port N --address A [--doctor COMMAND] -- COMMAND...

Starts the command, asks it twice a second over its Unix socket whether it is there, has one that was stopped go on, ends one that is
stopped again or doesn't answer, takes away what a dead one left, and starts it again: at once when it had served well or failed once,
otherwise after a pause that doubles. Runs as root, since what a dead server leaves belongs to root and to the users of the jails.
Under systemd it says when it serves and that it is alive. SIGTERM, SIGINT and SIGHUP stop the server in order.
"""

import argparse
import contextlib
import fcntl
import os
import pathlib
import pwd
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import time

ACCOUNT = "sandlot"
JAIL_CONF = pathlib.Path("/etc/sandlot/jail.conf")
JAIL_LOCKS = pathlib.Path("/run/sandlot")
PROC = pathlib.Path("/proc")

LOOK_EVERY = 0.5
ANSWER_WITHIN = 2.0
SILENT_LOOKS = 2  # on a machine that slept, time alone says nothing
SILENT_FOR = 3.8
STOPPED_LOOKS = 2
START_WITHIN = 120.0  # with an initdb, on a slow machine
SERVED_WELL = 10.0
LONGEST_PAUSE = 60
STOP_WITHIN = 25.0  # requests under way, then the jails, then PostgreSQL
GONE_BY_ITSELF = 1.0
GONE_BY_FORCE = 5.0
DOCTOR_AFTER = 15.0
DOCTOR_EVERY = 24 * 3600.0


def say(text):
    print(text, flush=True)


def now():
    return time.monotonic()


# ---- processes, as /proc shows them

class Process:
    """One line of /proc: what it is and to whom it belongs. A zombie is gone."""

    def __init__(self, pid):
        self.pid = pid
        text = (PROC / str(pid) / "stat").read_text(errors="replace")
        self.name = text[text.index("(") + 1 : text.rindex(")")]
        fields = text[text.rindex(")") + 2 :].split()
        self.state = fields[0]
        self.session = int(fields[3])

    @property
    def gone(self):
        return self.state in "ZX"

    @property
    def stopped(self):
        return self.state == "T"

    @property
    def uid(self):
        return os.stat(PROC / str(self.pid)).st_uid

    def real_uid(self):
        found = re.search(r"^Uid:\s+(\d+)", (PROC / str(self.pid) / "status").read_text(), re.MULTILINE)
        return int(found[1])

    def works_in(self, folder):
        return os.readlink(PROC / str(self.pid) / "cwd") == str(folder)


def processes(wanted):
    """Those that are alive and wanted; what ends meanwhile isn't."""
    found = []
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError, ValueError):
                process = Process(int(entry.name))
                if not process.gone and wanted(process):
                    found.append(process)
    return found


def end(wanted, patience):
    """Kills what is wanted and doesn't go by itself in time; returns what can't be killed."""
    begun = now()
    while (left := processes(wanted)) and now() - begun < patience + GONE_BY_FORCE:
        if now() - begun >= patience:
            for process in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGKILL)
        time.sleep(0.02)
    return left


# ---- what is to be one's own

class Taken(Exception):
    """Somebody else holds it; the message says who and how to mend that."""


def lock(path, fix):
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        raise Taken(fix) from None
    return file


class Place:
    """The runtime folder of one data folder: locks and the server's pid, which are root's, and its temporary folder."""

    def __init__(self, path, data):
        self.path = pathlib.Path(path)
        self.data = data
        self.pid_file = self.path / "pid"
        self.temporary = self.path / "tmp"
        self.socket = self.temporary / "health.sock"
        for folder in (self.path.parent, self.path):
            folder.mkdir(exist_ok=True)
            folder.chmod(0o755)  # whoever made it: the server must find its own part
        self.keeper = lock(
            self.path / "keeper.lock",
            f"another deploy/run or sandlot.service keeps a server in {data}. Fix: stop that one first (systemctl stop sandlot, or Ctrl+C)",
        )

    def lock_server(self):
        """The lock that a server holds as long as it lives, by a descriptor that it inherits."""
        return lock(self.path / "server.lock", f"a server of an earlier call still works in {self.data} and can't be ended. Fix: restart the machine")

    def take_over(self):
        """Ends a server whose keeper was killed: in order, unless it was stopped."""
        with contextlib.suppress(Taken):
            os.close(self.lock_server())
            return
        account = pwd.getpwnam(ACCOUNT).pw_uid
        pid = int(self.pid_file.read_text())
        say(f"A server of an earlier call (process {pid}) still works in {self.data}; ending it.")
        servers = processes(lambda process: process.pid == pid and process.uid == account)
        for server in servers:
            os.kill(server.pid, signal.SIGTERM)
        end(lambda process: process.pid == pid and process.uid == account, STOP_WITHIN if not any(it.stopped for it in servers) else 0)
        end_session(pid)
        self.await_unlocked()

    def await_unlocked(self):
        """The first thread of a process may be gone while others still hold what it had open."""
        until = now() + GONE_BY_FORCE
        while True:
            try:
                os.close(self.lock_server())
                return
            except Taken:
                if now() >= until:
                    raise
            time.sleep(0.02)

    def fresh_temporary(self):
        shutil.rmtree(self.temporary, ignore_errors=True)
        self.temporary.mkdir(mode=0o700)
        account = pwd.getpwnam(ACCOUNT)
        os.chown(self.temporary, account.pw_uid, account.pw_gid)


def port_taken(address, port):
    try:
        socket.create_connection((address, port), timeout=ANSWER_WITHIN).close()
        return True
    except OSError:
        return False


# ---- what earlier servers left

def settings(path=JAIL_CONF):
    text = path.read_text()
    return {key: value for key, value in re.findall(r"^(slots|first_uid|cgroup) *= *(\S+)", text, re.MULTILINE)}


def cgroup_parents(name):
    for line in (PROC / "self/mountinfo").read_text().splitlines():
        left, right = line.split(" - ", 1)
        if right.split()[0] in ("cgroup", "cgroup2"):
            parent = pathlib.Path(left.split()[4]) / name
            if parent.is_dir():
                yield parent


def sweep_jails():
    """Ends processes and removes cgroups of slots that nobody holds. Returns what can't be ended."""
    conf = settings()
    first, left = int(conf["first_uid"]), []
    leftovers = {process.real_uid() - first for process in processes(lambda it: first <= it.real_uid() < first + int(conf["slots"]))}
    groups = [group for parent in cgroup_parents(conf["cgroup"]) for group in parent.glob("slot*-*")]
    leftovers |= {int(found[1]) for group in groups if (found := re.match(r"slot(\d+)-", group.name))}
    for slot in sorted(leftovers):
        try:
            held = lock(JAIL_LOCKS / f"slot-{slot}.lock", "")
        except Taken:
            continue  # it serves somebody
        left += end(lambda process, uid=first + slot: process.real_uid() == uid, 0)
        for group in groups:
            if group.name.startswith(f"slot{slot}-"):
                with contextlib.suppress(OSError):
                    group.rmdir()
        os.close(held)
    return left


def end_session(leader):
    """What a dead server started and left: each sandlot-jail ends by itself, unless it was stopped."""
    left = end(lambda process: process.session == leader, GONE_BY_ITSELF)
    for process in left:
        say(f"Process {process.pid} ({process.name}) of the last server can't be killed. Fix: restart the machine")


def end_postgres(data):
    """For the very end; a server that starts does it itself."""
    folder = pathlib.Path(data) / "postgres"
    end(lambda process: process.works_in(folder) and process.name.startswith("postgres"), GONE_BY_ITSELF)


# ---- systemd

def notify(*lines):
    """Tells systemd, when that started us and wants to know."""
    address = os.environ.get("NOTIFY_SOCKET")
    if address:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as systemd, contextlib.suppress(OSError):
            systemd.sendto("\n".join(lines).encode(), address.replace("@", "\0", 1))


# ---- the server

class Server:
    """One process of the server, from its start to its end."""

    def __init__(self, command, place, data):
        self.begun = now()
        self.place = place
        self.answered_at = None
        self.serving_at = None
        self.silent_since = None
        self.silent = self.stopped = 0
        self.reason = ""
        place.fresh_temporary()
        held = place.lock_server()
        # A session of its own: Ctrl+C reaches the keeper alone, which then stops the server in order.
        self.process = subprocess.Popen(command, cwd=data, stdin=subprocess.DEVNULL, start_new_session=True, pass_fds=[held])
        os.close(held)
        place.pid_file.write_text(f"{self.process.pid}\n")
        self.end = os.pidfd_open(self.process.pid)

    @property
    def pid(self):
        return self.process.pid

    def served_well(self):
        return self.serving_at is not None and now() - self.serving_at >= SERVED_WELL

    def look(self):
        """Why it must be ended, or nothing."""
        with contextlib.suppress(OSError, ValueError):
            self.stopped = self.stopped + 1 if Process(self.pid).stopped else 0
        if self.stopped >= STOPPED_LOOKS:
            return "it was stopped, again and again"
        if self.stopped:
            say("The server was stopped; it shall go on.")
            os.kill(self.pid, signal.SIGCONT)
            return ""
        self.ask()
        if self.answered_at is None:
            return f"it did not start in {START_WITHIN:.0f} s" if now() - self.begun > START_WITHIN else ""
        silent = self.silent >= SILENT_LOOKS and now() - self.silent_since >= SILENT_FOR
        return "it did not answer" if silent else ""

    def ask(self):
        """Any answer counts: /health is about the jails and needs no database."""
        begun = now()
        try:
            status, self.reason = ask_health(self.place.socket)
        except OSError:
            self.silent += 1
            self.silent_since = self.silent_since or begun
            return
        self.silent, self.silent_since = 0, None
        self.answered_at = self.answered_at or now()
        if status == 200:
            self.serving_at = self.serving_at or now()

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def wait(self):
        """Its end, in words."""
        code = self.process.wait()
        os.close(self.end)
        end_session(self.pid)
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"


def ask_health(path):
    """The status and the body of /health."""
    deadline = now() + ANSWER_WITHIN
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC) as connection:
        connection.settimeout(ANSWER_WITHIN)
        connection.connect(str(path))
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        answer = b""
        while len(answer) < 65536 and now() < deadline and (piece := connection.recv(4096)):
            answer += piece
    found = re.match(rb"HTTP/1\.1 (\d{3})", answer)
    if not found:
        raise OSError("no answer")
    return int(found[1]), answer.partition(b"\r\n\r\n")[2].decode(errors="replace")


class Keeper:
    """Starts servers, one after the other, until it is told to stop."""

    def __init__(self, arguments, place):
        self.arguments = arguments
        self.place = place
        self.stopping = False
        self.down_since = now()
        self.failures = 0
        self.announced = ""
        self.doctor = None
        self.doctor_due = None
        self.wake, told = socket.socketpair()
        self.wake.setblocking(False)
        told.setblocking(False)
        signal.set_wakeup_fd(told.fileno())
        self.told = told
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self.stop)

    def stop(self, *_):
        self.stopping = True

    def keep(self):
        while not self.stopping:
            server = Server(self.arguments.command, self.place, self.arguments.data)
            self.announced = ""
            why = self.watch(server)
            if self.stopping:
                self.stop_in_order(server)
                break
            if why:
                say(f"The server is ended: {why}.")
                server.kill()
            ended = server.wait()
            if self.down_since is None:
                self.down_since = now()
            self.failures = 0 if server.served_well() else self.failures + 1
            pause = min(LONGEST_PAUSE, 2 ** (self.failures - 2)) if self.failures > 1 else 0
            say(f"The server ended ({ended}); starting it again{f' in {pause} s' if pause else ''}.")
            notify(f"STATUS=Starting again after: {why or ended}")
            self.pause(pause)
        end_postgres(self.arguments.data)
        self.end_doctor()
        say("Stopped.")

    def watch(self, server):
        """Until the server has ended, must be ended (then: why) or is to stop."""
        due = now()
        while not self.stopping:
            if self.sleep(max(0.0, due - now()), server.end):
                return ""
            if self.stopping:
                return ""
            due = now() + LOOK_EVERY
            why = server.look()
            if why:
                return why
            notify("WATCHDOG=1")
            self.announce(server)
            self.ask_doctor(server)
        return ""

    def announce(self, server):
        if server.serving_at and self.announced != "serving":
            self.announced = "serving"
            took = f"{now() - self.down_since:.1f} s"
            self.down_since = None
            say(f"\nSandlot is on http://{self.arguments.shown}:{self.arguments.port}  (serving after {took}; Ctrl+C stops it)\n")
            notify("READY=1", f"STATUS=Serving on port {self.arguments.port}")
        elif server.answered_at and not self.announced and now() - server.answered_at > 30:
            self.announced = "page"
            say(f"\nThe page is on http://{self.arguments.shown}:{self.arguments.port}, but nothing can be run: {server.reason}\n"
                "Fix: deploy/doctor checks the host.\n")
            notify("READY=1", "STATUS=The page is there, but nothing can be run: see /health and deploy/doctor")

    def stop_in_order(self, server):
        notify("STOPPING=1")
        with contextlib.suppress(ProcessLookupError):
            os.kill(server.pid, signal.SIGTERM)
        if not select.select([server.end], [], [], STOP_WITHIN)[0]:
            say(f"The server did not end in {STOP_WITHIN:.0f} s; it is killed.")
            server.kill()
        server.wait()

    def pause(self, seconds):
        until = now() + seconds
        while not self.stopping and now() < until:
            self.sleep(min(LOOK_EVERY, until - now()))
            notify("WATCHDOG=1")

    def sleep(self, seconds, *ends):
        """Until then, a signal, or one of these ends: whether it was the last."""
        ready = select.select([self.wake, *ends], [], [], seconds)[0]
        with contextlib.suppress(BlockingIOError):
            self.wake.recv(4096)
        return any(end in ready for end in ends)

    # The doctor looks at the host once it serves, and every day.

    def ask_doctor(self, server):
        if self.doctor and self.doctor.poll() is not None:
            self.doctor = None
        if self.doctor_due is None and server.serving_at:
            self.doctor_due = now() + DOCTOR_AFTER
        if self.arguments.doctor and not self.doctor and self.doctor_due and now() >= self.doctor_due:
            self.doctor_due = now() + DOCTOR_EVERY
            command = ["nice", "-n", "19", self.arguments.doctor, "--port", str(self.arguments.port), "--report"]
            self.doctor = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def end_doctor(self):
        if self.doctor and self.doctor.poll() is None:
            self.doctor.kill()
            self.doctor.wait()


def parse(words):
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--place", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--address", required=True)
    parser.add_argument("--doctor")
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args(words)
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}
    arguments.reached = everywhere.get(arguments.address, arguments.address)
    local = arguments.reached in ("127.0.0.1", "::1")
    arguments.shown = "localhost" if local else f"[{arguments.reached}]" if ":" in arguments.reached else arguments.reached
    return arguments


def main(words):
    arguments = parse(words)
    os.umask(0o022)
    try:
        place = Place(arguments.place, arguments.data)
        place.take_over()
        if left := sweep_jails():
            names = ", ".join(f"{process.pid} ({process.name})" for process in left)
            raise Taken(f"processes of earlier jails can't be killed: {names}. Fix: restart the machine")
        if port_taken(arguments.reached, arguments.port):
            raise Taken(f"port {arguments.port} is taken. Fix: end what listens there (ss -ltnp 'sport = :{arguments.port}' names it) or call deploy/run --port N")
    except Taken as taken:
        sys.exit(f"sandlot: {taken}")
    Keeper(arguments, place).keep()


if __name__ == "__main__":
    main(sys.argv[1:])
