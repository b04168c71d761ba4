"""Everything that a caller can say: random bytes, every frame with hostile values and in any order, cut at every byte. It must be served
or end the connection (exit code 0 or 2), never crash, and leave nothing. SANDLOT_SEED repeats a run."""

import itertools
import os
import random
import threading

import suite
from host import *
from jail import *

SEED = int(os.environ.get("SANDLOT_SEED", random.SystemRandom().randrange(1 << 32)))
RANDOM = random.Random(SEED)
NUMBERS = (0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 1 << 53, (1 << 63) - 1, 1 << 63, (1 << 64) - 1)
NAMES = (b"", b".", b"..", b"../x", b"a/../b", b"/etc/passwd", b"a//b", b"a/", b"-rf", b"--", b"a\0b", b"a\nb", b"\xff", b"\xed\xa0\x80", b"*", b"a" * 255,
         b"a" * 256, b"a/" * 511 + b"b", b"a/" * 512, b"LD_PRELOAD=/tmp/x", b"=", b"PATH=", b"a=\xff")


def ends_well(data, ready=True):
    """Says it all and hangs up; what came is read to its end."""
    jail = Jail()
    if ready:
        jail.await_ready()
    writer = threading.Thread(target=say_and_hang_up, args=(jail, data))
    writer.start()
    while jail.next(20) is not None:
        pass
    writer.join(20)
    check(jail.process.wait(20) in (0, 2), data[:200], jail.process.returncode, jail.process.stderr.read())
    jail.close()
    SLOTS.add(jail.slot)


def say_and_hang_up(jail, data):
    try:
        jail.send(data)
    except BrokenPipeError:
        pass
    jail.process.stdin.close()


SLOTS = set()


def nothing_is_left():
    while SLOTS:
        check_nothing_left(SLOTS.pop())
    with Jail() as next_one:
        next_one.check_works()


def hostile_frame():
    kind = RANDOM.choice("JAVFDCGIEKBZHR")
    if kind == "J":
        values = [RANDOM.choice(NUMBERS + (1000000, 1 << 26)) for _ in range(7)]
        payload = struct.pack(">QQQQIQQB", *values[:4], values[4] & 0xFFFFFFFF, *values[5:], RANDOM.choice((0, 1, 2, 3, 4, 255)))
    elif kind in "AVC":
        payload = string(RANDOM.choice(NAMES))
    elif kind == "F":
        payload = struct.pack(">BI", RANDOM.choice((0, 1, 2)), RANDOM.choice(NUMBERS) & 0xFFFFFFFF) + string(RANDOM.choice(NAMES))
    else:
        payload = RANDOM.randbytes(RANDOM.choice((0, 0, 1, 8, 65535, 65536)))
    if RANDOM.random() < 0.1:
        return struct.pack(">IB", RANDOM.choice(NUMBERS) & 0xFFFFFFFF, ord(kind)) + payload
    return frame(kind, payload)


def random_bytes_end_the_connection(_):
    print(f"     seed {SEED}", flush=True)
    for size in (1, 4, 5, 6, 100, 5000, 70000, 300000):
        for _ in range(4):
            ends_well(RANDOM.randbytes(size), ready=RANDOM.random() < 0.5)
    nothing_is_left()


def hostile_frames_are_served_or_end_the_connection(_):
    begin = frame("J", Limits().payload())
    for _ in range(150):
        ends_well(RANDOM.choice((b"", begin, begin + frame("A", string("true")), begin + frame("A", string("true")) + frame("G")))
                  + b"".join(hostile_frame() for _ in range(RANDOM.randrange(1, 8))))
    nothing_is_left()


def each_limit_above_its_maximum_is_refused(jail):
    maxima = list(jail.maxima)
    for index in range(7):
        for value in (maxima[index] + 1, (1 << 32) - 1 if index == 4 else 1 << 63, (1 << 32) - 1 if index == 4 else (1 << 64) - 1):
            limits = list(maxima)
            limits[index] = value
            ends_well(frame("J", struct.pack(">QQQQIQQB", *limits, 0)) + frame("A", string("true")) + frame("G"))
    jail.start(["true"], Limits(*(maxima[0] / 1e6, maxima[1] / 1e6), *maxima[2:]), stdin=b"")
    check(jail.finish().exited(), "the maxima themselves")
    nothing_is_left()


def frames_in_any_order_are_served_or_end_the_connection(_):
    frames = {"J": frame("J", Limits().payload()), "A": frame("A", string("true")), "V": frame("V", string("a=b")), "C": frame("C", string("x")),
              "F": frame("F", b"\0\0\0\0\1" + string("f")), "D": frame("D", b"x"), "G": frame("G"), "I": frame("I", b"x"), "E": frame("E"), "K": frame("K"),
              "B": frame("B")}
    for pair in itertools.product(frames, frames):
        ends_well(b"".join(frames[kind] for kind in pair))
    for _ in range(60):
        ends_well(b"".join(frames[RANDOM.choice("JJAAGVCFDIEKB")] for _ in range(12)))
    nothing_is_left()


def a_job_cut_at_any_byte_leaves_nothing(_):
    job = job_frames(["./a", "b"], Limits(), env=["A=b"], files=[("a", b"#!/bin/true\n", 1)], collect=["*"]) + frame("I", b"x") + frame("E")
    for length in range(len(job)):
        ends_well(job[:length])
    nothing_is_left()


def a_second_job_and_a_replay_are_refused(_):
    job = job_frames(["sleep", "5"], Limits(wall=1))
    ends_well(job + job)
    ends_well(job[:60] + job)
    nothing_is_left()


def memory_and_descriptors_stay_flat(jail):
    """Two thousand jobs of every kind, honest and not, on one slot."""
    def some_jobs(count):
        for number in range(count):
            if number % 10 == 0:
                jail.await_ready()
                jail.ready = False
                jail.send(job_frames(["sleep", "9"], Limits())[:-5] + frame("B") + frame("K"))
                while jail.next()[0] != "Z":
                    pass
            elif number % 10 == 1:
                jail.shell("head -c 100000 /dev/zero", Limits(output=5000))
            elif number % 10 == 2:
                jail.shell("echo x > a; echo y > b", collect=["*"], files=[("c", bytes(70000), 0)])
            elif number % 10 == 3:
                jail.run(["cat"], stdin=bytes(50000), terminal=number % 20 == 3)
            elif number % 10 == 4:
                jail.run(["./missing"], collect=["x"])
            else:
                jail.run(["true"])
        jail.await_ready()
        return resident(jail.process.pid), descriptors_of(jail.process.pid)
    memory, descriptors = some_jobs(200)
    later, descriptors_later = some_jobs(1800)
    check(later - memory < MIB and descriptors_later == descriptors, memory, later, descriptors, descriptors_later)


if __name__ == "__main__":
    suite.run(globals())
