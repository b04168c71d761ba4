"""A double of init that lies, in the place of the real one: whatever it does, sandlot-jail reports the job as ours, or gives its slot up
cleanly, and is there all the while. Installed beside the one under test, in the same kind of build, for as long as these tests run."""

import atexit
import re
import subprocess
from pathlib import Path

import suite
from host import *
import jail
from jail import *

HERE = Path(__file__).resolve().parent
INSTALL = HERE / "../../../deploy/lib/install-jail.sh"
NAME = "sandlot-lying"
SOURCE = HERE / "lying_init.c"
LIES = re.findall(r"^static void (\w+)\(void\) \{ ", SOURCE.read_text(), re.M)
IN_THE_JOB = LIES[LIES.index("ends_before_its_job"):]


def install():
    sanitized = b"AddressSanitizer" in Path(JAIL).read_bytes()
    atexit.register(subprocess.run, [INSTALL, "--remove", NAME], check=True)
    subprocess.run([INSTALL, "--beside", NAME] + ["SANITIZE=address,undefined"] * sanitized, check=True, stdout=subprocess.DEVNULL)
    jail.JAIL = f"/usr/local/lib/{NAME}/sandlot-jail"


def lie(name):
    folder = Path("/usr/local/lib") / NAME
    subprocess.run(["gcc", "-O1", "-static", f"-DLIE={name}", "-o", folder / "init.new", SOURCE, HERE / "../../main/c/frames.c"], check=True)
    os.rename(folder / "init.new", folder / "init")


def never_crashes(served):
    """Ends it and looks how it ended; the slot must be empty."""
    served.process.stdin.close()
    while served.next(20) is not None:
        pass
    code = served.close()
    check(code in (0, 3), code, served.log)
    check_nothing_left(served.slot)


def last_heard(jail, deadline=15):
    """Reads up to the report or the quarantine; what kind of frame came last, or None."""
    last = None
    while last not in ("Z", "Q"):
        got = jail.next(deadline)
        if got is None:
            return last
        last = got[0]
        check(last != "Z" or got[1][1] in (NO_WORD, EXITED, COULD_NOT_START), got)
    return last


def lies_before_the_job_keep_it_answering(_):
    for name in LIES:
        if name in IN_THE_JOB:
            continue
        lie(name)
        jail = Jail()
        before = resident(jail.process.pid)
        for _ in range(20):
            if jail.process.poll() is None:
                try:
                    jail.send(frame("B"))
                except BrokenPipeError:
                    break
            got = jail.next(10)
            if got is None or got[0] == "Q":
                break
            check(got[0] in "BR", name, got)
        if jail.process.poll() is None:
            check(resident(jail.process.pid) - before < 4 * MIB and descriptors_of(jail.process.pid) < 40, name)
        never_crashes(jail)
        print("    ", name, flush=True)


def an_init_outside_its_cgroup_or_not_alone_in_it_gets_no_job(_):
    for name in ("greets_with_a_child", "greets_from_outside_on_v1"):
        lie(name)
        jail = Jail()
        heard = []
        while (got := jail.next(60)) is not None and "Q" not in heard:
            heard.append(got[0])
        check(heard == ["Q"], name, heard)
        never_crashes(jail)


def lies_in_a_job_end_it_as_ours(_):
    for name in IN_THE_JOB:
        for terminal in (False, True):
            lie(name)
            jail = Jail()
            try:
                jail.await_ready()
                jail.start(["x"], Limits(wall=1, collect=0 if "never" in name else MIB), stdin=b"", terminal=terminal)
                check(last_heard(jail) in (None, "Z", "Q"), name)
            except (BrokenPipeError, AssertionError):
                check(jail.process.wait(10) == 3, name, jail.process.returncode)
            if jail.process.poll() is None:
                check(descriptors_of(jail.process.pid) < 40, name, descriptors_of(jail.process.pid))
            never_crashes(jail)
        print("    ", name, flush=True)


def files_that_nobody_reads_fill_no_memory(_):
    """What comes faster than the JVM reads waits in the socket, in frames as small as can be."""
    lie("sends_its_data_in_single_bytes")
    for limit in (150000, 250000):
        jail = Jail()
        jail.start(["x"], Limits(collect=limit), stdin=b"")
        before = resident(jail.process.pid)
        eventually(lambda: False, 1.5)
        check(resident(jail.process.pid) - before < 2 * MIB, before, resident(jail.process.pid))
        check(last_heard(jail) == "Z", "no report")
        never_crashes(jail)


if __name__ == "__main__":
    install()
    suite.run(globals())
