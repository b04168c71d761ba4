"""Random moments, random parts: after each the service is back within 10 s, nothing is left behind, and what was accepted is there.

    chaos.py --beneath DIR [--seconds N] [--seed N] [event…]

DIR holds app, languages and problems; what is printed as seed makes the same choices again.
"""

import argparse
import json
import random
import signal
import sys
import time

import host
from events import EVENTS, HELD, pause
from load import Client, Load, Refused, await_verdicts, stored
from service import Service

BACK_WITHIN = 10.0
GIVE_UP = 40.0
START_WITHIN = 120.0
GONE_WITHIN = 6.0
JUDGED_WITHIN = 90.0
QUIET = (1.0, 3.0)


class Result:

    def __init__(self):
        self.passed = self.failed = 0

    def tell(self, name, faults, note=""):
        if faults:
            self.failed += 1
        else:
            self.passed += 1
        print(f"{'FAIL' if faults else 'ok  '} {name}{note}", flush=True)
        for fault in faults[:5]:
            print(f"       {fault}", flush=True)


def healthy(service):
    try:
        status, _, text = Client(service.port, timeout=2.0).ask("GET", "/health")
        return status == 200 and json.loads(text)["storage"]["status"] == "UP"
    except (Refused, ValueError, KeyError):
        return False


def first_after(times, moment):
    """How long after the moment the first of these began that were begun after it and ended well."""
    return next((ended - moment for begun, ended in times if begun >= moment), None)


def await_back(service, load, moment, storage_from):
    """Seconds until runs and storage were served again; None for one that wasn't in time."""
    def back():
        with load.book.lock:
            runs, stored_again = first_after(load.book.served, moment), first_after(load.book.stored, storage_from)
        return (runs, stored_again) if runs is not None and stored_again is not None and healthy(service) else None

    found = host.eventually(back, GIVE_UP)
    with load.book.lock:
        return found or (first_after(load.book.served, moment), first_after(load.book.stored, storage_from))


def happen(name, service, load, choices):
    """One event, and everything that must hold after it."""
    faults = []
    service.note_slots()
    before = service.server()
    mounts = len(host.mounts_beneath(service.beneath))
    moment = time.monotonic()
    if "stopped" in name:
        load.hit.set()
    happened = EVENTS[name](service, choices)
    storage_from = moment
    if happened.give_back:
        try:
            if happened.while_held and (fault := happened.while_held()):
                faults.append(fault)
            pause(max(0.0, HELD - (time.monotonic() - moment)))
        except Refused as refused:
            faults.append(f"refused: {refused}")
        finally:
            happened.give_back()
        storage_from = time.monotonic()
    runs, storage = await_back(service, load, moment, storage_from)
    for what, took in (("runs", runs), ("storage", storage)):
        if took is None or took > BACK_WITHIN:
            faults.append(f"{what} back after {f'{took:.1f}' if took is not None else f'over {GIVE_UP:.0f}'} s")
    if happened.keeps_server and service.server() != before:
        faults.append("the server did not live through it")
    left = []
    host.eventually(lambda: not left_behind(service, left), GONE_WITHIN)
    faults += left
    if len(host.mounts_beneath(service.beneath)) != mounts:
        faults.append("a mount was left")
    load.hit.clear()
    note = f": {happened.what}; runs after {runs or 0:.1f} s, storage after {storage or 0:.1f} s"
    return faults, note


def left_behind(service, left):
    left[:] = service.leftovers()
    return left


def longest_gap(served, begun, ended):
    moments = [begun, *(end for _, end in served), ended]
    return max(later - earlier for earlier, later in zip(moments, moments[1:]))


def plan(names, choices):
    """All of them in a random order, again and again."""
    while True:
        order = list(names)
        choices.shuffle(order)
        yield from order


def parse(words):
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--beneath", required=True)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("events", nargs="*")
    arguments = parser.parse_args(words)
    unknown = set(arguments.events) - set(EVENTS)
    if unknown:
        parser.error(f"no such event: {', '.join(unknown)}; there are: {', '.join(EVENTS)}")
    return arguments


def main(words):
    arguments = parse(words)
    choices = random.Random(arguments.seed)
    print(f"seed {arguments.seed}, {arguments.seconds:.0f} s", flush=True)
    service = Service(arguments.beneath)
    service.mount_data()
    result = Result()
    service.start()
    load = Load(service.port, arguments.seed)
    try:
        begun = time.monotonic()
        if not host.eventually(lambda: healthy(service), START_WITHIN):
            result.tell("start", ["it does not serve"])
            return
        print(f"     serving after {time.monotonic() - begun:.1f} s", flush=True)
        play(arguments, service, load, choices, result)
    finally:
        load.ended.set()
        if service.keeper.poll() is None:
            service.stop()
        if result.failed:
            print(service.last_words(), flush=True)
        print(f"{result.passed} passed, {result.failed} failed")
    sys.exit(result.failed > 0)


def play(arguments, service, load, choices, result):
    load.start()
    host.eventually(lambda: load.book.served and load.book.stored, 30)
    begun = time.monotonic()
    events = 0
    for name in plan(arguments.events or EVENTS, choices):
        if time.monotonic() - begun > arguments.seconds:
            break
        pause(choices.uniform(*QUIET))
        faults, note = happen(name, service, load, choices)
        events += not faults
        result.tell(name, faults, note)
    ended = time.monotonic()
    load.stop()
    settle(service, load, result)
    gap = longest_gap(load.book.served, begun, ended)
    print(f"     {events} events survived in {ended - begun:.0f} s; the longest time without service: {gap:.1f} s", flush=True)
    print(f"     done: {load.book.counts}", flush=True)
    print(f"     refused: {load.book.refusals}", flush=True)


def settle(service, load, result):
    """What was promised."""
    book = load.book
    verdicts = await_verdicts(service.port, book.submissions, JUDGED_WITHIN)
    wrong = [f"{submission}: {verdicts[submission]}, not {expected}" for submission, (_, expected) in book.submissions.items()
             if verdicts[submission] != expected]
    result.tell(f"{len(verdicts)} submissions have their verdicts", wrong or ([] if verdicts else ["none was accepted"]))
    lost = [snippet for snippet, content in book.snippets.items() if stored(service.port, snippet) != content]
    result.tell(f"{len(book.snippets)} snippets are there", lost or ([] if book.snippets else ["none was stored"]))
    result.tell(f"{sum(book.counts.values())} answers are right", book.wrong)
    service.note_slots()
    code = service.stop()
    left = []
    def gone():
        left[:] = service.leftovers(running=False)
        return not left
    host.eventually(gone, GONE_WITHIN)
    result.tell("an end in order leaves nothing", left + ([f"the keeper ended with {code}"] if code else []))


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    main(sys.argv[1:])
