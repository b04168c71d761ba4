"""One honest client beside twenty that attack a running Sandlot, for deploy/bench --attack. Standard library only; talks to
loopback only, each client from an address of its own there, and ends by itself.

The honest client runs a C program that was compiled before, twice a second, first alone, then under attack, in two parts of the same
length: during the first one a server that was just started still compiles its own code for what the attack makes it do. Its requests
are made by bench.Client, so the figures compare with those of deploy/bench. The attackers live in one process.

With --training there is only an attack, from which the JVM learns for its start-up cache.
"""

import argparse
import collections
import http.client
import itertools
import json
import multiprocessing
import os
import random
import statistics
import threading
import time

import bench

HONEST = "127.0.0.2"
NETWORK = "127.0.1"
PACE_S = 0.5
THREADS_EACH = 8
LANGUAGE_FILES = {"c": "main.c", "python3": "main.py"}

FORK_BOMB = "#include <unistd.h>\nint main(void) { for (;;) fork(); }\n"
MEMORY_HOG = "#include <stdlib.h>\n#include <string.h>\nint main(void) { for (;;) { char *p = malloc(1 << 20); if (p) memset(p, 1, 1 << 20); } }\n"
OUTPUT_FLOOD = "#include <stdio.h>\nint main(void) { for (;;) puts(\"0123456789012345678901234567890123456789012345678901234567890\"); }\n"
ERROR_FLOOD = "#include <stdio.h>\nint main(void) { for (;;) { fputs(\"x\\n\", stderr); puts(\"y\"); } }\n"
SPINNER = "int main(void) { for (volatile long i = 0;; i++); }\n"
SLEEPER = "import time\ntime.sleep(60)\n"
COMPILE_BOMB = """#define A(x) x x x x x x x x
#define B(x) A(A(A(A(A(A(x))))))
int main(void) { int a[1]; B(a[0]++;) return a[0]; } // %s
"""
BIG_BINARY = "char a[14 << 20] = {1}; int main(void) { return a[0]; } // %s\n"
SLOW_COMPILE = '#include "/dev/zero"\n// %s\n'

# What an attacker asks for, again and again: language, source and whether each request has a source of its own.
ATTACKS = {
    "fork bomb": ("c", FORK_BOMB, False),
    "memory hog": ("c", MEMORY_HOG, False),
    "output flood": ("c", OUTPUT_FLOOD, False),
    "flood of both streams": ("c", ERROR_FLOOD, False),
    "compile bomb": ("c", COMPILE_BOMB, True),
    "endless compile": ("c", SLOW_COMPILE, True),
    "big program": ("c", BIG_BINARY, True),
    "sleeper": ("python3", SLEEPER, False),
    "spinner": ("c", SPINNER, False),
    "memory hog, short": ("c", MEMORY_HOG, True),
}


class Honest:
    """Paced runs of hello; milliseconds and statuses."""

    def __init__(self, port):
        self.client = bench.Client(port, HONEST)

    def run(self, seconds):
        times, statuses = [], collections.Counter()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            begun = time.monotonic()
            self.client.connect()
            start = time.perf_counter()
            status, _, body = self.client.post(bench.REQUESTS["c"])
            times.append((time.perf_counter() - start) * 1000)
            statuses[status] += 1
            if status == 200 and json.loads(body).get("run", {}).get("stdout") != "Hello, World!\n":
                raise RuntimeError(f"a wrong result: {body[:600]!r}")
            time.sleep(max(0, PACE_S - (time.monotonic() - begun)))
        return times, statuses


def attack(port, number, kind, stop, count):
    """Sends one attack after another from an address of its own until the time is up; obeys no Retry-After."""
    language, source, fresh = ATTACKS[kind]
    host = f"{NETWORK}.{number + 1}"
    connection = None
    while not stop.is_set():
        text = source % random.random() if "%s" in source else source + (f"// {random.random()}\n" if fresh else "")
        body = json.dumps({"language": language, "files": [{"name": LANGUAGE_FILES[language], "content": text}]})
        try:
            if connection is None:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=180, source_address=(host, 0))
            connection.request("POST", "/api/v1/runs", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            said = answer.read()
        except (OSError, http.client.HTTPException) as e:
            count(kind, f"connection: {type(e).__name__}")
            connection = None
            stop.wait(0.05)
            continue
        if answer.status == 429:
            count(kind, "429 with Retry-After" if (answer.headers.get("Retry-After") or "").isdigit() else "429 without Retry-After")
            stop.wait(0.02)
        elif answer.status == 200:
            result = json.loads(said)
            end = (result.get("run") or result["compile"])["outcome"]
            count(kind, "200 " + (end.get("limit") or end["type"]))
        else:
            count(kind, str(answer.status))


def attackers(port, clients, seconds, ready, results):
    """A process of its own, so that the honest client's clock isn't disturbed more than the machine disturbs it."""
    os.nice(5)  # they stand for other machines: what they compute for themselves shall not count
    stop, lock, counts = threading.Event(), threading.Lock(), collections.Counter()

    def count(kind, what):
        if not stop.is_set():
            with lock:
                counts[kind, what] += 1

    kinds = itertools.cycle(ATTACKS)
    for number, kind in zip(range(clients), kinds):
        for _ in range(THREADS_EACH):
            threading.Thread(target=attack, args=(port, number, kind, stop, count), daemon=True).start()
    ready.set()
    time.sleep(seconds)
    stop.set()
    with lock:
        results.put(dict(counts))


def figures(times):
    return statistics.median(times), bench.percentile(times, 0.95), max(times), len(times)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--port", type=int, required=True)
    arguments.add_argument("--seconds", type=int, required=True, help="of each part: quiet, under attack at first, under attack later")
    arguments.add_argument("--clients", type=int, required=True, help="that attack")
    mode = arguments.add_mutually_exclusive_group(required=True)
    mode.add_argument("--key", help="for warming up: more runs a minute than an address may have")
    mode.add_argument("--training", action="store_true", help="only attack, measure nothing")
    given = arguments.parse_args()

    ready, results = multiprocessing.Event(), multiprocessing.Queue()
    if given.training:
        attackers(given.port, given.clients, given.seconds, ready, results)
        return

    warm_up = bench.run_request("c", "main.c", bench.C_HELLO, given.key)
    warming = bench.Client(given.port)
    for _ in range(bench.WARM_UP["c"]):
        bench.checked(warming, warm_up)
    honest = Honest(given.port)
    quiet, quiet_statuses = honest.run(given.seconds)

    crowd = multiprocessing.Process(target=attackers, args=(given.port, given.clients, 2 * given.seconds + 10, ready, results))
    crowd.start()
    ready.wait()
    honest.run(5)  # until the attack is in full swing; the honest client doesn't pause for it
    rows = {"quiet": (quiet, quiet_statuses), "under attack, at first": honest.run(given.seconds), "under attack, later": honest.run(given.seconds)}
    counts = results.get(timeout=given.seconds + 60)
    crowd.join()

    print(f"{os.cpu_count()} cores, {given.clients} attackers with {THREADS_EACH} requests at a time each, {given.seconds} s each part\n")
    print("| the honest client | p50 | p95 | longest | runs | statuses |")
    print("|---|---|---|---|---|---|")
    for name, (times, statuses) in rows.items():
        p50, p95, longest, number = figures(times)
        said = ", ".join(f"{status}: {times}" for status, times in sorted(statuses.items()))
        print(f"| {name} | {p50:.2f} ms | {p95:.2f} ms | {longest:.0f} ms | {number} | {said} |")
    for name, (times, _) in list(rows.items())[1:]:
        print(f"\nhonest p95 {name} / quiet: {bench.percentile(times, 0.95) / bench.percentile(quiet, 0.95):.2f} (wanted: at most 3)")
    print()
    print("| attack | answers |")
    print("|---|---|")
    for kind in ATTACKS:
        said = {what: number for (k, what), number in counts.items() if k == kind}
        if said:
            print(f"| {kind} | " + ", ".join(f"{what}: {number}" for what, number in sorted(said.items())) + " |")
    refused = sum(number for (_, what), number in counts.items() if what == "429 with Retry-After")
    unfair = sum(number for (_, what), number in counts.items() if what == "429 without Retry-After")
    other = {what: number for (_, what), number in counts.items() if not what.startswith(("200 ", "429 "))}
    print(f"\n429 with Retry-After: {refused}, without: {unfair}; anything but 200 and 429: {other or 'none'}")


if __name__ == "__main__":
    main()
