"""What the process that starts sandlot-jail leaves to it: as user sandlot, with everything that a parent can prepare for its child."""

import ctypes
import errno
import fcntl
import os
import resource
import signal
import socket
import subprocess
import termios
from pathlib import Path

import suite
from host import *
from jail import *

libc = ctypes.CDLL(None, use_errno=True)
PR_SET_TIMERSLACK, STICKY_TIMEOUTS, IOPRIO_SET, IOPRIO_IDLE = 29, 0x4000000, 251, 3 << 13


# attacks: 161
def nothing_is_taken_from_the_command_line(_):
    for arguments in ([], ["run"], ["run", ROOT, "x"], ["../run", ROOT], ["--help"], ["root", ROOT], ["", ROOT], ["run/", ROOT], ["RUN", ROOT],
                      ["x" * 100000, ROOT]):
        result = start(*arguments)
        out, log = result.communicate(timeout=10)
        check(result.returncode == 1 and b"Usage" in log and out == b"", arguments, result)


def a_root_file_system_is_a_name_and_never_a_path(_):
    for name in ("", ".", "..", "/", "../root/trixie", "trixie/", "trixie.building", "Trixie", "trixie\n", "trixie x", "x" * 16, "x" * 100000, "nothing"):
        result = start("run", name)
        out, _ = result.communicate(timeout=10)
        check(result.returncode == 3 and out[4:5] == b"Q" and b"root file system" in out, name[:20], result.returncode, out)


def nobody_else_may_start_it(_):
    if os.stat(JAIL).st_mode & 0o4000:
        try:
            start("run", ROOT, user="nobody", group="nogroup").kill()
        except PermissionError as refused:
            check(refused.errno == errno.EACCES, refused)
        else:
            check(False, "nobody may start a jail")


def everything_that_a_caller_left_is_taken_away(_):
    def prepare():
        os.dup2(1, 60, inheritable=True)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, 4096))
        resource.setrlimit(resource.RLIMIT_STACK, (1 << 16, resource.RLIM_INFINITY))
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        signal.setitimer(signal.ITIMER_REAL, 0.5)
        os.umask(0)
        os.nice(19)
        os.sched_setaffinity(0, {0})
        libc.syscall(IOPRIO_SET, 1, 0, IOPRIO_IDLE)
        libc.personality(STICKY_TIMEOUTS)
    environment = {"LD_PRELOAD": "/tmp/x.so", "PATH": "/tmp", "GCONV_PATH": "/tmp", "TMPDIR": "/tmp", "MALLOC_TRACE": "/tmp/trace"}
    with Jail(preexec_fn=prepare, close_fds=False, cwd="/tmp", env=environment) as jail:
        check(os.sched_getaffinity(jail.process.pid) == os.sched_getaffinity(1), os.sched_getaffinity(jail.process.pid))
        check(os.getpriority(os.PRIO_PROCESS, jail.process.pid) == 0, "nice")
        check(Path(f"/proc/{jail.process.pid}/personality").read_text().strip() == "00000000", "personality")
        check(descriptors_of(jail.process.pid) < 25 and os.readlink(f"/proc/{jail.process.pid}/cwd") == "/", "descriptors or folder")
        report = jail.shell("sleep 0.7; umask; ls /proc/self/fd; dd if=/dev/zero of=f bs=1M count=1 2>/dev/null && echo wrote; trap", Limits(wall=3))
        check(report.exited() and report.out == b"0022\n0\n1\n2\n3\nwrote\n", report)
    check_nothing_left(jail.slot)


def hard_limits_of_the_caller_end_it_cleanly_at_worst(_):
    """They go away too where root has CAP_SYS_RESOURCE, which some containers take away."""
    names = [name for name in dir(resource) if name.startswith("RLIMIT_")]
    for name in names:
        for limit in (0, 1, 8):
            try:
                process = start("run", ROOT, preexec_fn=lambda: resource.setrlimit(getattr(resource, name), (limit, limit)))
            except (subprocess.SubprocessError, OSError):
                continue  # not even the caller survives it
            seen = os.read(process.stdout.fileno(), 5)
            process.stdin.close()
            check(process.wait(20) in (0, 1, 3, 127, -signal.SIGKILL, -signal.SIGSEGV), name, limit, process.returncode)
            check(seen == b"" or seen[4:] in (b"H", b"Q"), name, limit, seen)
    with Jail() as jail:
        jail.check_works()
    check_nothing_left(jail.slot)


def a_caller_cannot_make_the_clocks_slow(_):
    with Jail(preexec_fn=lambda: libc.prctl(PR_SET_TIMERSLACK, 10 ** 18, 0, 0, 0)) as jail:
        report = jail.shell("sleep 20", Limits(wall=0.5))
        check(report.killed_for == WALL_TIME and report.wall < 0.6, report)


def standard_streams_must_be_pipes(_):
    reading, writing = os.pipe()
    one, other = socket.socketpair()
    terminal = os.openpty()
    wrong = [subprocess.DEVNULL, os.open("/etc/passwd", os.O_RDONLY), one.fileno(), terminal[1]]
    for name, more in (("stdin", [writing]), ("stdout", [reading]), ("stderr", [reading])):
        for descriptor in wrong + more:
            process = start("run", ROOT, **{name: descriptor})
            check(process.wait(10) == 1, name, descriptor, process.returncode)
    for closed in range(3):
        process = start("run", ROOT, preexec_fn=lambda: os.close(closed))
        check(process.wait(10) == 1, closed, process.returncode)


def a_shared_open_file_cannot_make_it_block(_):
    """The caller keeps a copy of what it gave as standard output and error, and takes O_NONBLOCK away again and again."""
    for stream in ("stdout", "stderr"):
        reading, writing = os.pipe()
        jail = Jail.__new__(Jail)
        jail.process, jail.pending, jail.ready = start("run", ROOT, **{stream: writing}), b"", False
        jail.input, jail.output = jail.process.stdin.fileno(), reading if stream == "stdout" else jail.process.stdout.fileno()
        jail.slot = struct.unpack(">II", jail.expect("H")[:8])[1]
        fcntl.fcntl(writing, fcntl.F_SETFL, fcntl.fcntl(writing, fcntl.F_GETFL) & ~os.O_NONBLOCK)
        if stream == "stderr":
            fill(writing)
            jail.await_ready()
            old = nsjail_of(jail)
            os.kill(old, signal.SIGKILL)  # which it has to log
            check(eventually(lambda: children_of(jail.process.pid) not in ([], [old]) and processes_of(jail.slot)), "no new nsjail")
            check(jail.shell("sleep 20", Limits(wall=0.5)).killed_for == WALL_TIME, "no wall limit")
        else:
            jail.start(["yes"], Limits(wall=0.7, output=4 * MIB), stdin=b"")
            check(eventually(lambda: len(processes_of(jail.slot)) > 1), "no job")
            check(eventually(lambda: len(processes_of(jail.slot)) <= 1, 5), "the clock stood still")
        jail.process.stdin.close()
        check(jail.process.wait(10) == 0, jail.process.returncode)
        check_nothing_left(jail.slot)
        os.close(reading)
        os.close(writing)


def fill(pipe):
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_NONBLOCK)
    try:
        while True:
            os.write(pipe, b"x")
    except BlockingIOError:
        fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) & ~os.O_NONBLOCK)


def a_full_pipe_keeps_nobody_who_cannot_start(_):
    """One that has no slot ends, though it can't say why: else a caller could have any number of root's processes hang."""
    reading, writing = os.pipe()
    fill(writing)
    lock = lock_all_slots()
    process = start("run", ROOT, stdout=writing)
    check(process.wait(10) == 3, process.returncode)
    for file in lock:
        file.close()
    os.close(reading)
    os.close(writing)


def lock_all_slots():
    files = [open(f"/run/sandlot/slot-{slot}.lock", "a") for slot in range(SLOTS)]
    for file in files:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pass
    return files


def a_terminal_cannot_stop_it(_):
    """It is made the leader of a session with a terminal: ^Z and its like reach whoever is in the foreground, whatever his user."""
    master, slave = os.openpty()

    def prepare():
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    jail = Jail(preexec_fn=prepare, pass_fds=[slave])
    os.close(slave)
    jail.start(["sleep", "20"], Limits(wall=1))
    jail.expect("S")
    os.write(master, b"\x1a")
    report = jail.finish(5)
    check(report.killed_for == WALL_TIME and report.wall < 1.2, report)
    jail.check_works()
    jail.start(["sleep", "20"])
    jail.expect("S")
    os.write(master, b"\x1c")
    while jail.next() is not None:
        pass
    check(jail.close() == 0, jail.process.returncode)
    check_nothing_left(jail.slot)
    os.close(master)


if __name__ == "__main__":
    suite.run(globals())
