"""The service under test, as deploy/lib/serve keeps it, and the parts of it that can be hit."""

import contextlib
import hashlib
import os
import signal
import socket
import subprocess
from pathlib import Path

import host

SERVE = Path(__file__).resolve().parents[3] / "deploy/lib/serve"
DATA_MIB = 640

# Many visitors from one address are the test's nature.
OPTIONS = ["--sandlot.judge.rates=100000/1d", "--sandlot.access.runs-per-minute=100000", "--sandlot.access.snippets-per-hour=100000"]


class Service:

    def __init__(self, beneath):
        self.beneath = Path(beneath)
        self.data = self.beneath / "data"
        self.log = self.beneath / "serve.log"
        self.place = Path("/run/sandlot") / f"server-{hashlib.sha256(str(self.data).encode()).hexdigest()[:12]}"
        self.slots = host.Slots()
        self.servers = set()  # pids of all that have been
        self.used_slots = set()
        self.keeper = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def mount_data(self):
        self.data.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DATA_MIB}m,mode=0700", "tmpfs", self.data], check=True)

    def start(self):
        command = [SERVE, "--port", str(self.port), "--address", "127.0.0.1", "--beneath", self.beneath, "--", *OPTIONS]
        with open(self.log, "a") as log:
            self.keeper = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, "SANDLOT_METRICS_PORT": "-1"})

    def stop(self):
        self.keeper.send_signal(signal.SIGTERM)
        return self.keeper.wait(timeout=60)

    # ---- its parts

    def server(self):
        with contextlib.suppress(OSError, ValueError):
            pid = int((self.place / "pid").read_text())
            self.servers.add(pid)
            return pid
        return 0

    def jails(self, every=None):
        """Its sandlot-jails, each with its nsjail and the inits beneath that."""
        every = every or host.processes()
        server = self.server()
        found = [process for process in every.values() if process.parent == server and process.name == "sandlot-jail"]
        return found

    def children(self, process, every):
        return [child for child in every.values() if child.parent == process.pid]

    def nsjails(self):
        every = host.processes()
        return [child for jail in self.jails(every) for child in self.children(jail, every) if child.name == "nsjail"]

    def inits(self):
        """PID 1 of each jail, and whether it waits for a job."""
        every = host.processes()
        nsjails = [child for jail in self.jails(every) for child in self.children(jail, every)]
        inits = [child for nsjail in nsjails for child in self.children(nsjail, every) if self.slots.of(child) is not None]
        return [(init, not self.children(init, every)) for init in inits]

    def postmaster(self):
        with contextlib.suppress(OSError, ValueError, IndexError):
            return int((self.data / "postgres/postmaster.pid").read_text().split()[0])
        return 0

    def backends(self):
        postmaster = self.postmaster()
        return [process for process in host.processes().values() if process.parent == postmaster]

    def note_slots(self):
        for init, _ in self.inits():
            self.used_slots.add(self.slots.of(init))

    # ---- what must not be

    def leftovers(self, running=True):
        """Processes, cgroups and mounts that belong to nobody any more."""
        every = host.processes()
        server = self.server() if running else 0
        left = []
        for process in every.values():
            line = list(host.ancestors(process, every))
            if process.session in self.servers and process.session != server:
                left.append(f"{process.name} ({process.pid}) of a server that is gone")
            if self.slots.of(process) in self.used_slots and not any(it.name == "sandlot-jail" for it in line):
                left.append(f"{process.name} ({process.pid}) in slot {self.slots.of(process)} without a sandlot-jail")
        held = {slot for slot in self.used_slots if self.slots.held(slot)}
        left += [f"cgroup {group}" for slot in self.used_slots - held for group in self.slots.groups(slot)]
        postmaster = self.postmaster() if running else 0
        for process in host.working_in(self.data / "postgres", every):
            if postmaster not in [it.pid for it in host.ancestors(process, every)]:
                left.append(f"{process.name} ({process.pid}) of a PostgreSQL that is gone")
        left += [mount for mount in host.mounts_beneath(self.beneath) if mount != str(self.data)]
        return left

    def last_words(self, lines=40):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def send(number, pid):
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
