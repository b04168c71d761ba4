"""Clients that never stop: runs of several languages, live runs, compiles, submissions and snippets. Each keeps a book of what it was
promised; what was said wrongly is noted at once, what was accepted is asked for at the end."""

import http.client
import json
import random
import select
import threading
import time

HELLO = '#include <stdio.h>\nint main(void) { puts("hello"); return 0; }\n'
SUM = {
    "ACCEPTED": "import sys\nn, *numbers = map(int, sys.stdin.read().split())\nprint(sum(numbers[:n]))\n",
    "WRONG_ANSWER": "print(27)\n",
    "RUN_TIME_ERROR": "raise SystemExit(3)\n",
}
LIVE = "import time\nfor i in range(20):\n    print('line', i, flush=True)\n    time.sleep(0.1)\n"
ANSWER_WITHIN = 30.0


class Refused(Exception):
    """No answer, or one that says: not now."""


class Book:
    """What all clients saw, shared and locked."""

    def __init__(self):
        self.lock = threading.Lock()
        self.wrong = []
        self.counts = {}
        self.served = []  # (begun, ended) of runs of the prober
        self.stored = []  # when a snippet was stored
        self.refusals = {}
        self.submissions = {}  # id: (cookie, expected verdict)
        self.snippets = {}  # id: content

    def count(self, what):
        with self.lock:
            self.counts[what] = self.counts.get(what, 0) + 1

    def refused(self, why):
        with self.lock:
            self.refusals[why] = self.refusals.get(why, 0) + 1

    def complain(self, what):
        with self.lock:
            self.wrong.append(what)


class Client:
    """One request, one connection: what was half done is told from what was not."""

    def __init__(self, port, timeout=ANSWER_WITHIN):
        self.port, self.timeout = port, timeout

    def ask(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        try:
            data = json.dumps(body) if body is not None else None
            connection.request(method, path, data, {"Content-Type": "application/json", **headers})
            answer = connection.getresponse()
            text = answer.read().decode(errors="replace")
            return answer.status, dict(answer.getheaders()), text
        except (OSError, http.client.HTTPException) as error:
            raise Refused(type(error).__name__) from error
        finally:
            connection.close()

    def run(self, language, name, source, **more):
        status, _, text = self.ask("POST", "/api/v1/runs", {"language": language, "files": [{"name": name, "content": source}], **more})
        if status != 200:
            raise Refused(problem(status, text))
        return json.loads(text)


def problem(status, text):
    try:
        return f"{status} {json.loads(text).get('type', '').rsplit(':', 1)[-1]}"
    except ValueError:
        return str(status)


class Load:

    def __init__(self, port, seed):
        self.port = port
        self.book = Book()
        self.ended = threading.Event()
        self.random = random.Random(seed)
        self.hit = threading.Event()  # while somebody's run may be hit on purpose
        work = [self.probe, self.interpret, self.compile, self.watch, self.submit, self.share]
        self.threads = [threading.Thread(target=self.again, args=(one,), daemon=True) for one in work]

    def start(self):
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.ended.set()
        for thread in self.threads:
            thread.join(2 * ANSWER_WITHIN)

    def again(self, work):
        while not self.ended.is_set():
            begun = time.monotonic()
            try:
                work(begun)
                self.book.count(work.__name__)
            except Refused as refused:
                self.book.refused(f"{work.__name__}: {refused}")
            except Exception as error:
                self.book.complain(f"{work.__name__}: {type(error).__name__}: {error}")
            self.ended.wait(PAUSES[work.__name__])

    # ---- what each does

    def probe(self, begun):
        """Short and impatient: says when runs are served."""
        answer = Client(self.port, timeout=2.0).run("c", "main.c", HELLO)
        if self.fine(answer, "hello\n"):
            with self.book.lock:
                self.book.served.append((begun, time.monotonic()))

    def interpret(self, begun):
        number = self.number()
        language, name, source = random_choice(number, [
            ("python3", "main.py", f"print({number} * 7)"),
            ("perl", "main.pl", f"print {number} * 7, \"\\n\";"),
            ("lua", "main.lua", f"print({number} * 7)"),
        ])
        self.fine(Client(self.port).run(language, name, source), f"{number * 7}\n")

    def compile(self, begun):
        """Never cached."""
        number = self.number()
        source = f'#include <stdio.h>\nint main(void) {{ printf("%d\\n", {number} + 1); return 0; }}\n'
        self.fine(Client(self.port).run("c", "main.c", source), f"{number + 1}\n")

    def watch(self, begun):
        """A live run: whatever comes is in order, and one that ends well is complete."""
        body = {"language": "python3", "files": [{"name": "main.py", "content": LIVE}]}
        status, _, text = Client(self.port).ask("POST", "/api/v1/runs", body, Accept="text/event-stream")
        if status != 200:
            raise Refused(problem(status, text))
        events = [event.split("\n") for event in text.split("\n\n") if event.startswith("event: ")]
        said = [(event[0][7:], json.loads(event[1][6:])) for event in events if len(event) == 2]
        printed = "".join(data["text"] for name, data in said if name == "stdout")
        complete = "".join(f"line {i}\n" for i in range(20))
        outcome = next((data["outcome"] for name, data in said if name == "outcome"), {"type": "none"})
        if not complete.startswith(printed) or (outcome == {"type": "exited", "exitCode": 0} and printed != complete):
            self.book.complain(f"a live run printed {printed!r} and ended {outcome}")
        if outcome["type"] != "exited":
            self.ours(outcome)

    def submit(self, begun):
        verdict, source = random_choice(self.number(), list(SUM.items()))
        body = {"language": "python3", "files": [{"name": "main.py", "content": source}]}
        status, headers, text = Client(self.port).ask("POST", "/api/v1/problems/sum/submissions", body)
        if status != 202:
            raise Refused(problem(status, text))
        cookie = headers.get("Set-Cookie", "").split(";")[0]
        with self.book.lock:
            self.book.submissions[json.loads(text)["id"]] = (cookie, verdict)

    def share(self, begun):
        """Bytes that can't be packed: a full disk must notice them."""
        content = "# " + "".join(self.random.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=40_000))
        body = {"language": "python3", "files": [{"name": "main.py", "content": content}]}
        status, _, text = Client(self.port, timeout=5.0).ask("POST", "/api/v1/snippets", body)
        if status != 201:
            raise Refused(problem(status, text))
        with self.book.lock:
            self.book.snippets[json.loads(text)["id"]] = content
            self.book.stored.append((begun, time.monotonic()))

    # ---- what is right

    def number(self):
        with self.book.lock:
            return self.random.randrange(1, 10**8)

    def fine(self, answer, expected):
        for step in ("compile", "run"):
            outcome = answer.get(step, {}).get("outcome", {"type": "exited", "exitCode": 0})
            if outcome["type"] != "exited":
                self.ours(outcome)
                return False
        right = "run" in answer and answer["run"]["stdout"] == expected and answer["run"]["outcome"] == {"type": "exited", "exitCode": 0}
        if not right:
            self.book.complain(f"a run gave {json.dumps(answer)[:400]}")
        return right

    def ours(self, outcome):
        """A run that was hit may say so; nothing else may be made up. One whose init was stopped ends by its wall time."""
        if outcome["type"] in ("sandboxFailure", "none") or (self.hit.is_set() and outcome == {"type": "limitExceeded", "limit": "wallTime"}):
            self.book.refused(f"hit: {outcome['type']}")
        else:
            self.book.complain(f"a run ended {outcome}")


def random_choice(number, options):
    return options[number % len(options)]


PAUSES = {"probe": 0.1, "interpret": 0.3, "compile": 0.7, "watch": 0.2, "submit": 1.5, "share": 0.4}


# ---- at the end

def verdict(port, submission, cookie):
    status, _, text = Client(port).ask("GET", f"/api/v1/submissions/{submission}", None, Cookie=cookie)
    if status != 200:
        raise Refused(problem(status, text))
    return json.loads(text).get("verdict")


def await_verdicts(port, submissions, seconds):
    """The verdict of each submission, by its id; None for one that is not judged in time."""
    deadline = time.monotonic() + seconds
    found = dict.fromkeys(submissions)
    while None in found.values() and time.monotonic() < deadline:
        for submission, (cookie, _) in submissions.items():
            if found[submission] is None:
                try:
                    found[submission] = verdict(port, submission, cookie)
                except Refused as refused:
                    found[submission] = None if str(refused)[:3] in ("503", "507") or not str(refused)[0].isdigit() else f"{refused}"
        select.select([], [], [], 0.2)
    return found


def stored(port, snippet):
    status, _, text = Client(port).ask("GET", f"/api/v1/snippets/{snippet}")
    return json.loads(text)["files"][0]["content"] if status == 200 else f"status {status}"
