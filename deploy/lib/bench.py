"""Measures a running Sandlot beside the bare program, for deploy/bench. Standard library only; talks to loopback only.

The client is one blocking socket per connection, with requests made beforehand: about 0.1 ms of CPU time a request, which is
part of every figure over REST.
"""

import argparse
import json
import multiprocessing
import os
import select
import socket
import statistics
import subprocess
import time

C_HELLO = '#include <stdio.h>\n\nint main(void) {\n    puts("Hello, World!");\n    return 0;\n}\n'
JAVA_HELLO = 'public class Main {\n    public static void main(String[] args) {\n        System.out.println("Hello, World!");\n    }\n}\n'
PYTHON_HELLO = 'print("Hello, World!")\n'
ROUNDS = 5
WARM_UP = {"c": 5000, "python3": 300}  # until the JVM has compiled what a run needs


class Client:
    """One kept-alive connection; a new one when the server has ended it, as Tomcat does after 100 requests."""

    def __init__(self, port, address="127.0.0.1"):
        self.port = port
        self.address = address
        self.socket = None

    def connect(self):
        """Outside of what is measured."""
        if self.socket is not None and not self._ended():
            return
        self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=60, source_address=(self.address, 0))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = b""

    def _ended(self):
        readable, _, _ = select.select([self.socket], [], [], 0)
        return bool(readable)  # nothing was asked: it can only be the end

    def post(self, request):
        """Returns status, header fields and body."""
        self.socket.sendall(request)
        head, self.buffer = self._until(b"\r\n\r\n")
        fields = {}
        status, *lines = head.decode("latin-1").split("\r\n")
        for line in lines:
            name, _, value = line.partition(":")
            fields[name.lower()] = value.strip()
        body = self._body(fields)
        if fields.get("connection") == "close":
            self.socket.close()
            self.socket = None
        return int(status.split()[1]), fields, body

    def _body(self, fields):
        if fields.get("transfer-encoding") == "chunked":
            body = b""
            while True:
                size, self.buffer = self._until(b"\r\n")
                length = int(size, 16)
                body += self._take(length)
                self._take(2)
                if length == 0:
                    return body
        return self._take(int(fields.get("content-length", "0")))

    def _until(self, mark):
        while mark not in self.buffer:
            self._receive()
        before, _, after = self.buffer.partition(mark)
        return before, after

    def _take(self, length):
        while len(self.buffer) < length:
            self._receive()
        taken, self.buffer = self.buffer[:length], self.buffer[length:]
        return taken

    def _receive(self):
        data = self.socket.recv(65536)
        if not data:
            raise ConnectionError("the server closed the connection")
        self.buffer += data


def run_request(language, name, source, key=None):
    body = json.dumps({"language": language, "files": [{"name": name, "content": source}]}).encode()
    authorization = f"Authorization: Bearer {key}\r\n" if key else ""
    head = (
        "POST /api/v1/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Accept: application/json\r\n{authorization}Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


REQUESTS = {"c": run_request("c", "main.c", C_HELLO), "python3": run_request("python3", "main.py", PYTHON_HELLO)}


def checked_run(client, language):
    return checked(client, REQUESTS[language])


def checked(client, request):
    """One run; how long it took in milliseconds. Anything but the right output is an error."""
    client.connect()
    start = time.perf_counter()
    status, _, body = client.post(request)
    took = (time.perf_counter() - start) * 1000
    if status != 200:
        raise RuntimeError(f"the server answered {status}: {body[:300]!r}")
    result = json.loads(body)
    if result.get("run", {}).get("stdout") != "Hello, World!\n":
        raise RuntimeError(f"a wrong result: {body[:600]!r}")
    return took, result


class Bare:
    """The same program in the same root file system, without anything around it."""

    COMMANDS = {"c": "/tmp/hello", "python3": "/usr/bin/python3 /tmp/hello.py"}

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def times(self, language, count):
        self.process.stdin.write(f"{count} {self.COMMANDS[language]}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer.strip():
            raise RuntimeError("the bare program did not run")
        return [int(word) / 1000 for word in answer.split()]


def latency(port, bare, language, count):
    client = Client(port)
    for _ in range(WARM_UP[language]):
        checked_run(client, language)
    over_rest, alone = [], []
    for _ in range(ROUNDS):  # taking turns, so that a busy moment of the machine meets both
        alone += bare.times(language, count // ROUNDS)
        for _ in range(count // ROUNDS):
            took, result = checked_run(client, language)
            if "compile" in result and not result["compile"]["cached"]:
                raise RuntimeError("the compile step was not taken from the cache")
            over_rest.append(took)
    return over_rest, alone


def cold_java(port, count=15):
    """Compile and run, each time a source that was never compiled before."""
    client, times = Client(port), []
    for number in range(count + 3):
        took, result = checked(client, run_request("java", "Main.java", f"// {time.time_ns()}\n{JAVA_HELLO}"))
        if result["compile"]["cached"]:
            raise RuntimeError("the compile step was taken from the cache")
        if number >= 3:
            times.append(took)
    return times


def keep_running(port, seconds, barrier, results):
    client = Client(port)
    checked_run(client, "c")
    barrier.wait()
    done, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        checked_run(client, "c")
        done += 1
    results.put(done)


def throughput(port, clients, seconds):
    barrier, results = multiprocessing.Barrier(clients), multiprocessing.Queue()
    workers = [multiprocessing.Process(target=keep_running, args=(port, seconds, barrier, results)) for _ in range(clients)]
    for worker in workers:
        worker.start()
    done = sum(results.get(timeout=seconds + 60) for _ in workers)
    for worker in workers:
        worker.join()
    return done / seconds


def bare_throughput(bare, seconds=2.0):
    """Starts of the bare program a second, one after another on one core."""
    times = bare.times("c", int(seconds * 500))
    return len(times) / (sum(times) / 1000)


def children_of(pids):
    """These processes and all that they started."""
    parents = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", encoding="latin-1") as stat:
                    parents[int(name)] = int(stat.read().rpartition(")")[2].split()[1])
            except OSError:
                continue  # it ended
    family = set(pids)
    while True:
        more = {pid for pid, parent in parents.items() if parent in family} - family
        if not more:
            return family
        family |= more


def pss_mb(pid):
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            return sum(int(line.split()[1]) for line in file if line.startswith("Pss:")) * 1024 / 1e6
    except OSError:
        return 0.0  # it ended, or a kernel thread


def memory(server, data):
    with open(os.path.join(data, "postgres", "postmaster.pid"), encoding="ascii") as file:
        postmaster = int(file.readline())
    database = children_of([postmaster])
    slots = children_of([server]) - {server} - database
    return {
        "server": pss_mb(server),
        "slots": sum(map(pss_mb, slots)),
        "PostgreSQL": sum(map(pss_mb, database)),
    }


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def latency_rows(title, over_rest, alone, target):
    p50, bare50 = statistics.median(over_rest), statistics.median(alone)
    return (
        f"| {title} | {p50:.2f} ms | {percentile(over_rest, 0.95):.2f} ms | {bare50:.2f} ms | {percentile(alone, 0.95):.2f} ms "
        f"| +{p50 - bare50:.2f} ms, {p50 / bare50:.1f} × | {target} |"
    )


def memory_row(title, parts):
    detail = ", ".join(f"{name} {value:.0f}" for name, value in parts.items())
    return f"| {title} | {sum(parts.values()):.0f} MB ({detail}) | | | | | at most 500 MB |"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--port", type=int, required=True)
    arguments.add_argument("--server", type=int, required=True, help="pid of the JVM")
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--runs", type=int, required=True)
    arguments.add_argument("--seconds", type=int, required=True)
    arguments.add_argument("--starts", required=True, help="first and second start to serving, in seconds")
    arguments.add_argument("bare", nargs="+", help="the command that runs the bare program")
    given = arguments.parse_args()

    time.sleep(10)
    idle = memory(given.server, given.data)
    bare = Bare(given.bare)
    rows = [
        latency_rows("C hello over REST, compile cached", *latency(given.port, bare, "c", given.runs), "p50 at most +4 ms"),
        latency_rows("Python hello over REST", *latency(given.port, bare, "python3", given.runs), "p50 at most +8 ms"),
    ]
    java = cold_java(given.port)
    rows.append(
        f"| Java hello, compile and run, nothing cached | {statistics.median(java):.0f} ms | {percentile(java, 0.95):.0f} ms | | | | under 1 s |"
    )
    rate = throughput(given.port, 4, given.seconds)
    alone = bare_throughput(bare)
    rows.append(f"| C hello, 4 clients, a fresh jail each | {rate:.0f} runs/s | | {alone:.0f} /s | | {rate / alone:.2f} × | at least 200 runs/s |")
    time.sleep(10)
    rows.append(memory_row("memory (PSS) of the idle service", idle))
    rows.append(memory_row("the same after the load above", memory(given.server, given.data)))
    first, second = given.starts.split(",")
    rows.append(f"| start to serving, second start | {second} s (first, with initdb: {first} s) | | | | | under 15 s |")

    print(f"{os.cpu_count()} cores, {given.runs} runs each in {ROUNDS} turns after {WARM_UP['c']} to warm up, {given.seconds} s of load, load average {os.getloadavg()[0]:.1f} at the end\n")
    print("| figure | median | p95 | bare median | bare p95 | over the bare program | wanted |")
    print("|---|---|---|---|---|---|---|")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
