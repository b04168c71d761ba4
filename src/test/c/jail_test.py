"""sandlot-jail and init as installed, driven over their protocol. Runs as root to look at the host and to kill what it tests;
sandlot-jail itself is started as the user sandlot."""

import os
import re
import signal
import struct
import subprocess
import threading
from pathlib import Path

import suite
from host import *
from jail import *

HELLO = compile_hello()


# ---- what a job gets

def hello_from_a_file_that_came_as_a_frame(jail):
    report = jail.run(["./main"], files=[("main", HELLO, 1)])
    check(report.exited() and report.out == b"Hello, World!\n" and report.err == b"", report)
    check(report.peak > 0 and 0 < report.wall < 2 and report.cpu < 1, report)


def exit_code_and_both_streams_are_told_apart(jail):
    report = jail.shell("echo out; echo err >&2; exit 37")
    check(report.exited(37) and report.out == b"out\n" and report.err == b"err\n", report)


def signals_are_told_as_what_they_are(jail):
    for number in (signal.SIGABRT, signal.SIGSEGV, signal.SIGFPE, signal.SIGKILL, signal.SIGTERM):
        report = jail.shell(f"kill -{int(number)} $$")
        check((report.killed_for, report.ended, report.code) == (BY_ITSELF, SIGNALLED, number), number, report)


def a_program_that_is_not_there_could_not_start(jail):
    report = jail.run(["./nothing"])
    check((report.ended, report.code) == (COULD_NOT_START, 2), report)
    report = jail.run(["nothing-in-the-path"])
    check((report.ended, report.code) == (COULD_NOT_START, 2), report)
    report = jail.run(["./data"], files=[("data", b"no program", 0)])
    check((report.ended, report.code) == (COULD_NOT_START, 13), report)
    report = jail.run(["./data"], files=[("data", b"\x7fELFnonsense", 1)])
    check((report.ended, report.code) == (COULD_NOT_START, 8), report)
    jail.check_works()


def stdin_reaches_the_program_and_ends(jail):
    report = jail.run(["cat"], stdin=b"one\ntwo\n")
    check(report.exited() and report.out == b"one\ntwo\n", report)
    check(jail.run(["wc", "-c"], stdin=b"").out.strip() == b"0", "empty input")


def input_of_megabytes_passes_through_the_window(jail):
    total, sent, taken = 3 * MIB, 0, 0
    jail.start(["wc", "-c"], Limits(wall=20))
    while taken < total:
        piece = min(WINDOW - (sent - taken), total - sent, 65536)
        if piece > 0:
            jail.send(frame("I", b"x" * piece))
            sent += piece
            continue
        kind, payload = jail.next()
        taken += struct.unpack(">I", payload)[0] if kind == "W" else 0
    jail.send(frame("E"))
    check(jail.finish().out.strip() == str(total).encode(), "wc counted otherwise")


def input_nobody_reads_is_taken_all_the_same(jail):
    jail.start(["/bin/sh", "-c", "exec <&-; echo closed; sleep 0.3"])
    kind = ""
    while kind != "O":
        kind, _ = jail.next()
    jail.send(frame("I", b"x" * 65536) + frame("I", b"y" * 65536))
    report = jail.finish()
    check(report.exited() and report.taken == 131072, report)


def typed_lines_are_answered_while_the_program_runs(jail):
    jail.start(["python3", "-c", "while True:\n l = input('> ')\n print('got', l)"], Limits(), terminal=True)
    seen = b""
    for line in (b"one\n", b"two\n"):
        while not seen.endswith(b"> "):
            kind, payload = jail.next()
            seen += payload[8:] if kind in "OX" else b""
        seen += b"|"
        jail.send(frame("I", line))
    jail.send(frame("E"))
    report = jail.finish()
    check(seen.startswith(b"> |") and (seen + report.out).endswith(b"got two\n") and b"got one\n" in seen + report.out, seen, report)
    check(b"EOFError" in report.err and b"EOFError" not in report.out and report.code == 1, report)


def a_terminal_is_one(jail):
    report = jail.shell("tty; stty size; test -t 0 && test -t 1 && test -t 2 && echo yes; echo $TERM; echo to tty > /dev/tty", terminal=True)
    check(report.exited() and report.out == b"/dev/pts/0\n24 80\nyes\ndumb\nto tty\n", report)


def end_of_input_on_a_terminal_ends_a_broken_line_too(jail):
    report = jail.run(["cat"], stdin=b"no newline", terminal=True)
    check(report.exited() and report.out == b"no newline", report)


def closing_and_opening_the_terminal_again_goes_well(jail):
    for _ in range(20):
        report = jail.run(["cat"], stdin=b"line\n", terminal=True)
        check(report.exited() and report.out == b"line\n", report)
    script = "import os,time\nos.closerange(0, 3)\ntime.sleep(0.3)\nos.write(os.open('/dev/tty', os.O_RDWR), b'back')"
    report = jail.run(["python3", "-c", script], terminal=True)
    check(report.exited() and report.out == b"back", report)


def files_come_in_with_folders_and_modes(jail):
    files = [("a/b/c.txt", b"deep", 0), ("run.sh", b"#!/bin/sh\ncat a/b/c.txt; stat -c %a run.sh a/b/c.txt\n", 1), ("empty", b"", 0), ("ü n\n", b"odd", 0)]
    report = jail.run(["./run.sh"], files=files)
    check(report.exited() and report.out == b"deep755\n644\n", report)
    report = jail.run(["cat", "big"], Limits(output=4 * MIB), files=[("big", bytes(range(256)) * 12288, 0)])
    check(report.exited() and report.out == bytes(range(256)) * 12288, len(report.out))


def files_that_clash_could_not_be_written(jail):
    report = jail.run(["true"], files=[("a", b"1", 0), ("a", b"2", 0)])
    check((report.ended, report.code) == (COULD_NOT_START, 17), report)
    report = jail.run(["true"], files=[("a", b"1", 0), ("a/b", b"2", 0)])
    check((report.ended, report.code) == (COULD_NOT_START, 20), report)


def files_go_out_by_name_and_all_together(jail):
    make = "printf A > a; printf B > b; chmod +x b; mkdir -p d/e; printf C > d/e/c; : > empty"
    report = jail.shell(make, collect=["b", "d/e/c", "missing"])
    check(report.files == {"b": (b"B", True), "d/e/c": (b"C", False)} and report.flags == 0, report)
    report = jail.shell(make, collect=["*"])
    check(report.files == {"a": (b"A", False), "b": (b"B", True), "d/e/c": (b"C", False), "empty": (b"", False)}, report)


def big_files_go_out_whole(_):
    content = os.urandom(5000000)
    with Jail("compile") as jail:
        for number in range(25):
            report = jail.run(["cp", "in", "out"], Limits(collect=8 * MIB), files=[("in", content, 0)], collect=["out"])
            check(report.exited() and report.files == {"out": (content, False)}, number, report.killed_for, report.ended, report.files.keys())


def nothing_but_regular_files_of_work_goes_out(jail):
    hostile = "ln -s /etc/passwd l; ln -s /etc d; mkfifo p; ln -s /dev/zero z; mkdir r; ln -s ../../etc r/up; echo fine > ok"
    report = jail.shell(hostile, collect=["l", "d/passwd", "p", "z", "r/up/passwd", "ok"])
    check(report.files == {"ok": (b"fine\n", False)} and report.flags == 4, report)
    report = jail.shell(hostile, collect=["*"])
    check(report.files == {"ok": (b"fine\n", False)} and report.flags == 4, report)


def files_go_out_whole_when_nobody_reads_for_a_while(jail):
    for size in range(500000, 760000, 20000):
        jail.await_ready()
        init = processes_of(jail.slot)
        jail.start(["/bin/sh", "-c", f"head -c {size} /dev/zero > f"], Limits(collect=4 * MIB), stdin=b"", collect=["f"])
        eventually(lambda: not set(init) & set(processes_of(jail.slot)), 0.5)  # the biggest hold init up until they are read
        report = jail.finish()
        check(report.exited() and len(report.files["f"][0]) == size, size, len(report.files["f"][0]))


def files_beyond_their_total_are_left_out(jail):
    report = jail.shell("head -c 900000 /dev/zero > a; head -c 900000 /dev/zero > b; truncate -s 10M c", collect=["*"])
    check(len(report.files) == 1 and report.flags == 4, report.files.keys(), report.flags)
    report = jail.shell("deep=$(printf 'd/%.0s' $(seq 40)); mkdir -p $deep; echo deep > ${deep}f", collect=["*"])
    check(report.exited() and report.files == {} and report.flags == 4, report.files.keys(), report)


# ---- limits

def cpu_time_ends_an_endless_loop(jail):
    report = jail.shell("while :; do :; done", Limits(cpu=0.5))
    check(report.killed_for == CPU_TIME and 0.5 <= report.cpu < 0.6, report)


def cpu_time_counts_children_and_threads_together(jail):
    report = jail.shell("for i in 1 2 3 4; do (while :; do :; done) & done; wait", Limits(cpu=0.4))
    check(report.killed_for == CPU_TIME and 0.4 <= report.cpu < 0.5, report)


def wall_time_ends_a_sleep_and_a_stopped_program(jail):
    report = jail.shell("sleep 10", Limits(wall=0.4))
    check(report.killed_for == WALL_TIME and 0.4 <= report.wall < 0.5 and report.cpu < 0.1, report)
    report = jail.shell("kill -STOP $$", Limits(wall=0.3))
    check(report.killed_for == WALL_TIME and 0.3 <= report.wall < 0.4, report)


def memory_over_its_limit_is_an_oom_kill(jail):
    report = jail.run(["python3", "-c", "x = bytearray(200 << 20)"], Limits(memory=64 * MIB))
    check((report.ended, report.code) == (SIGNALLED, 9) and report.oom_kills >= 1 and 60 * MIB < report.peak <= 64 * MIB, report)


def a_tiny_memory_limit_is_still_a_result(jail):
    for size in (1, 4096, 300000, MIB):
        report = jail.run(["/bin/true"], Limits(memory=size))
        check(report.exited() or report.oom_kills or report.ended == COULD_NOT_START, size, report)
    jail.check_works()


def output_is_cut_at_its_limit_on_each_stream(jail):
    report = jail.shell("yes", Limits(output=100000))
    check(report.killed_for == OUTPUT and len(report.out) == 100000 and report.flags == 1, report.killed_for, len(report.out), report.flags)
    report = jail.shell("yes >&2", Limits(output=100000))
    check(report.killed_for == OUTPUT and len(report.err) == 100000 and report.flags == 2, report.killed_for, len(report.err), report.flags)
    report = jail.shell("printf 12345; exit 0", Limits(output=4))
    check(report.killed_for == OUTPUT and report.out == b"1234", report)
    report = jail.shell("printf 1234; exit 0", Limits(output=4))
    check(report.exited() and report.out == b"1234", report)


def what_was_printed_before_a_kill_is_delivered(jail):
    report = jail.shell("head -c 60000 /dev/zero; echo done >&2; sleep 5", Limits(wall=0.5))
    check(report.killed_for == WALL_TIME and len(report.out) == 60000 and report.err == b"done\n", report)


def a_fork_bomb_hits_the_process_limit_and_dies(jail):
    report = jail.run(["python3", "-c", "import os\nwhile 1:\n try: os.fork()\n except OSError: pass"], Limits(cpu=1, wall=8, processes=64))
    check(report.killed_for in (WALL_TIME, CPU_TIME) and report.process_hits > 0, report)
    jail.check_works()


def the_process_limit_is_exact(jail):
    script = "import os,time\nn=0\ntry:\n while 1:\n  if os.fork()==0: time.sleep(9)\n  n+=1\nexcept OSError: print(n)"
    report = jail.run(["python3", "-c", script], Limits(processes=10))
    check(report.exited() and report.out == b"9\n" and report.process_hits == 1, report)


def after_a_refused_fork_the_next_ones_are_refused_before_they_cost_anything(jail):
    script = """
import os, resource, signal, time
def fill():
    children = []
    try:
        while True:
            child = os.fork()
            if child == 0:
                signal.pause()
            children.append(child)
    except OSError:
        return children
before = resource.getrlimit(resource.RLIMIT_NPROC)
children = fill()
while resource.getrlimit(resource.RLIMIT_NPROC) == before:
    time.sleep(0.01)
for child in children:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
print(len(children), before != resource.getrlimit(resource.RLIMIT_NPROC) == (11, 11), len(fill()))
"""
    report = jail.run(["python3", "-c", script], Limits(processes=10))
    check(report.exited() and report.out == b"9 True 9\n" and report.process_hits == 1, report)
    report = jail.run(["bash", "-c", "ulimit -u"], Limits(processes=10))
    check(report.exited() and report.out != b"11\n", "another job on the slot", report)


def a_lower_limit_of_its_own_stays_when_forks_are_refused(jail):
    script = '''
import os, resource, time
told, tell = os.pipe()
if os.fork() == 0:
    hard = resource.getrlimit(resource.RLIMIT_NPROC)[1]
    resource.setrlimit(resource.RLIMIT_NPROC, (7, hard))
    os.write(tell, b"x")
    while resource.getrlimit(resource.RLIMIT_NPROC)[1] == hard:
        time.sleep(0.01)
    print(resource.getrlimit(resource.RLIMIT_NPROC), flush=True)
    os._exit(0)
os.read(told, 1)
child = 1
while child:
    try:
        child = os.fork()
    except OSError:
        break
if child == 0:
    time.sleep(20)
os.wait()
'''
    report = jail.run(["python3", "-c", script], Limits(processes=10, wall=20))
    check(report.exited() and report.out == b"(7, 11)\n", report)


def a_file_over_its_size_is_a_signal(jail):
    report = jail.run(["python3", "-c", "open('/work/f','wb').write(b'x' * (3 << 20))"], Limits(file_size=2 * MIB))
    check(report.ended == EXITED or report.code == signal.SIGXFSZ, report)
    report = jail.run(["head", "-c", "3000000", "/dev/zero"], Limits(file_size=2 * MIB, output=4 * MIB))
    check(report.exited() and len(report.out) == 3000000, "a pipe is no file")
    report = jail.shell("exec head -c 3000000 /dev/zero > f", Limits(file_size=2 * MIB))
    check((report.ended, report.code) == (SIGNALLED, signal.SIGXFSZ), report)


def a_full_disk_is_no_space_left(jail):
    report = jail.shell("i=0; while head -c 4000000 /dev/zero > f$i; do i=$((i+1)); done; rm f*; i=0; while : > e$i; do i=$((i+1)); done",
                       Limits(cpu=10, wall=20))
    check(report.killed_for == BY_ITSELF and report.oom_kills == 0 and report.err.count(b"No space left") == 2, report)


def a_background_job_gives_way(jail):
    for background, shares in ((False, ("1024", "100")), (True, ("256", "25")), (False, ("1024", "100"))):
        jail.start(["cat"], background=background)
        check(jail.next()[0] == "S", "not started")
        weights = {path.read_text().strip() for group in cgroups_of(jail.slot) for name in ("cpu.shares", "cpu.weight") for path in group.glob(name)}
        check(len(weights) == 1 and weights < set(shares), background, weights)
        jail.send(frame("E"))
        check(jail.finish().exited(), "cat failed")
    report = jail.shell("tty", terminal=True, background=True)
    check(report.exited() and report.out == b"/dev/pts/0\n", report)


def a_confined_job_has_half_of_the_processors(jail):
    ask = "import os; print(*os.sched_getaffinity(0))"
    every = jail.run(["python3", "-c", ask]).out.split()
    half = jail.run(["python3", "-c", ask], confined=True).out.split()
    check(half == every[len(every) // 2:], every, half)
    widen = "import os; os.sched_setaffinity(0, range(%d)); print(*os.sched_getaffinity(0))" % len(every)
    report = jail.run(["python3", "-c", widen], confined=True)
    check(report.exited() and report.out.split() == half, report)
    check(jail.run(["python3", "-c", ask]).out.split() == every, "the next job is confined too")


def a_confined_job_comes_last_but_does_not_starve(jail):
    def rank():
        return [(group / name).read_text().strip() for group in cgroups_of(jail.slot) for name in ("cpu.idle", "cpu.shares", "cpu.weight") if (group / name).exists()]

    jail.start(["/bin/sh", "-c", "read x; while :; do :; done"], Limits(wall=20, cpu=10), confined=True)
    jail.expect("S")
    if len(rank()) == 1:
        return  # Linux before 5.15
    check(rank()[0] == "1", "it doesn't come last", rank())
    check(eventually(lambda: rank() in (["0", "256"], ["0", "25"])), "one that gets little doesn't rise", rank())
    jail.send(frame("I", b"\n"))
    check(eventually(lambda: rank()[0] == "1"), "one that gets much doesn't come last again", rank())
    jail.send(frame("K"))
    check(jail.finish().killed_for == CANCELLED, "not cancelled")
    for background in False, True:
        jail.start(["cat"], background=background)
        jail.expect("S")
        check(rank()[0] == "0", "others come last too", background)
        jail.send(frame("E"))
        check(jail.finish().exited(), "cat failed")


def cancel_ends_a_job(jail):
    jail.start(["/bin/sh", "-c", "echo started; sleep 20"])
    kind = ""
    while kind != "O":
        kind, _ = jail.next()
    jail.send(frame("K"))
    report = jail.finish()
    check(report.killed_for == CANCELLED and report.wall < 2, report)
    jail.check_works()


def beats_are_answered_at_any_time(jail):
    jail.beat()
    jail.await_ready()
    jail.beat()
    jail.ready = False
    jail.send(job_frames(["cat"], Limits())[:-5])
    jail.beat()
    jail.send(frame("G"))
    jail.expect("S")
    for _ in range(3):
        jail.beat()
    jail.send(frame("I", b"x") + frame("E") + frame("B"))
    kinds = []
    while "Z" not in kinds:
        kinds.append(jail.next()[0])
    check(kinds.count("B") == 1 and kinds[-1] == "Z", kinds)
    jail.expect("R")


def many_questions_are_owed_one_answer(jail):
    jail.await_ready()
    os.kill(jail.process.pid, signal.SIGSTOP)
    jail.send(frame("B") * 10000)
    os.kill(jail.process.pid, signal.SIGCONT)
    answers = 0
    try:
        while jail.next(1.0)[0] == "B":
            answers += 1
    except TimeoutError:
        pass
    check(0 < answers <= 50000 // 65541 + 2, answers)
    jail.check_works()


def questions_that_nobody_hears_answered_fill_nothing(jail):
    jail.start(["yes"], Limits(output=16 * MIB, wall=20, cpu=20), stdin=b"")
    before = resident(jail.process.pid)
    for _ in range(200):
        jail.send(frame("B") * 100)
    check(resident(jail.process.pid) - before < 2 * MIB, before, resident(jail.process.pid))
    jail.send(frame("K"))
    kinds = []
    while "Z" not in kinds:
        kinds.append(jail.next()[0])
    check(kinds.count("B") <= 200, kinds.count("B"))
    jail.expect("R")


def cancel_before_go_ends_a_job(jail):
    jail.await_ready()
    jail.ready = False
    jail.send(job_frames(["sleep", "9"], Limits())[:-5] + frame("K"))
    check(jail.finish().killed_for == CANCELLED, "not cancelled")
    jail.await_ready()
    jail.send(frame("K") + frame("I", b"late") + frame("E"))
    jail.check_works()


def a_daemon_dies_with_the_program_and_holds_nobody(jail):
    report = jail.run(["python3", "-c", "import os,time\nif os.fork()==0:\n os.setsid()\n while 1: time.sleep(1)\nprint('main')"])
    check(report.exited() and report.out == b"main\n" and report.wall < 3, report)
    jail.check_works()


def closing_all_streams_burns_no_cpu_of_ours(jail):
    before = cpu_of(jail.process.pid)
    report = jail.run(["python3", "-c", "import os,time\nos.closerange(0, 3)\ntime.sleep(1)"])
    check(report.exited() and cpu_of(jail.process.pid) - before < 0.2, report)


def a_slow_reader_blocks_nothing_but_itself(jail):
    jail.start(["/bin/sh", "-c", "head -c 3000000 /dev/zero; sleep 20"], Limits(wall=0.7, output=4 * MIB), stdin=b"")
    check(eventually(lambda: len(processes_of(jail.slot)) > 1), "no job")
    check(eventually(lambda: len(processes_of(jail.slot)) <= 1, 5), "the clock stood still while nobody read")
    report = jail.finish()
    check(report.killed_for == WALL_TIME and 100000 < len(report.out) < 3000000 and report.wall < 0.9, report.killed_for, len(report.out), report.wall)


def nothing_of_one_job_reaches_the_next(jail):
    jail.shell("echo x > /work/f; echo x > /tmp/f; echo x > /dev/shm/f; (sleep 100 &)")
    report = jail.shell("ls -A /work /tmp /dev/shm; ps -e 2>/dev/null | wc -l; ls -d /proc/[0-9]*")
    check(b"f\n" not in report.out.replace(b"self\n", b""), report)


def the_jail_is_what_it_should_be(jail):
    report = jail.shell("cat /proc/self/status; env; ls /proc/self/fd; cat /proc/keys /proc/cmdline; cat /proc/self/oom_score_adj; id -u; ulimit -n")
    text = report.out.decode()
    for wanted in ("NoNewPrivs:\t1", "Seccomp:\t2", "CapEff:\t0000000000000000", "CapBnd:\t0000000000000000", "SigQ:\t0/128", "\n1000\n1000\n256\n"):
        check(wanted in text, wanted, text)
    environment = sorted(line for line in text.splitlines() if re.match(r"[A-Z]+=", line))
    check([line for line in environment if not line.startswith(("PWD=", "OLDPWD=", "_="))]
          == ["HOME=/tmp", "LANG=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin", "TMPDIR=/tmp"], environment)
    report = jail.run(["env"], env=["PATH=/bin", "X=1=2", "E="])
    check(sorted(report.out.split()) == [b"E=", b"HOME=/tmp", b"LANG=C.UTF-8", b"PATH=/bin", b"TMPDIR=/tmp", b"X=1=2"], report)


# attacks: 102
def a_crash_cannot_start_the_hosts_handler_of_core_dumps(jail):
    script = "import resource as r\nprint(r.getrlimit(r.RLIMIT_CORE))\ntry: r.setrlimit(r.RLIMIT_CORE, (0, 1))\nexcept (OSError, ValueError): print('refused')\nimport os; os.abort()"
    report = jail.run(["python3", "-c", script])
    check((report.ended, report.code) == (SIGNALLED, signal.SIGABRT), report)
    report = jail.run(["python3", "-u", "-c", script])
    check(report.out == b"(1, 1)\nrefused\n", report)


# attacks: 54
def init_is_out_of_the_programs_reach(jail):
    script = """
import os, signal
for what in ('/proc/1/fd', '/proc/1/mem', '/proc/1/environ', '/proc/1/maps'):
    try:
        os.listdir(what) if what.endswith('fd') else open(what, 'rb').read(1)
        print('open', what)
    except OSError: pass
for number in (9, 15, 19, 11):
    os.kill(1, number)
try: os.kill(-1, 9)
except OSError: pass
print('alive')
"""
    report = jail.run(["python3", "-c", script])
    check(report.exited() and report.out == b"alive\n", report)


# ---- the protocol

def ends_with_protocol_error(frames, ready=True):
    jail = Jail()
    if ready:
        jail.await_ready()
    try:
        jail.send(frames)
    except BrokenPipeError:
        pass
    while jail.next() is not None:
        pass
    check(jail.process.wait(timeout=10) == 2, frames[:40], jail.process.returncode)
    jail.close()
    check_nothing_left(jail.slot)


# attacks: 160
def malformed_frames_end_the_connection(_):
    good = job_frames(["sleep", "9"], Limits())
    begin = frame("J", Limits().payload())
    for wrong in (
            b"\xff" * 64,
            struct.pack(">IB", 65537, ord("J")),
            frame("?"),
            frame("G"),
            frame("A", string("x")),
            frame("J", b""),
            frame("J", Limits().payload()[:-1] + b"\x08"),
            frame("J", Limits(cpu=0).payload()),
            frame("J", Limits(processes=100000).payload()),
            frame("J", Limits(memory=1 << 62).payload()),
            begin + begin,
            begin + frame("G"),
            begin + frame("I", b"x"),
            begin + frame("A", b"\x00\x05abc"),
            begin + frame("A", string("a\0b")),
            begin + frame("V", string("=x")),
            begin + frame("V", string("novalue")),
            begin + frame("D", b"x"),
            begin + frame("F", b"\x02\0\0\0\0" + string("f")),
            begin + frame("F", b"\0\0\0\0\1" + string("f")) + frame("D", b"xy"),
            begin + frame("F", b"\0\0\0\0\1" + string("f")) + frame("A", string("x")),
            begin + frame("C", string("../x")),
            begin + frame("A", string("x" * 65000)) * 9,
            begin + frame("K", b"x"),
            frame("B", b"x"),
            begin + frame("B", b"x"),
            good + frame("I", b"x" * 65536) * 7,
            good + frame("G"),
            good + frame("E", b"x"),
            good + begin):
        ends_with_protocol_error(wrong)
    for name in ("", "/abs", "a//b", "a/", ".", "..", "a/../b", "./a", "a" * 256, "a/" * 600 + "b", b"\xff", b"\xed\xa0\x80", "nul\0"):
        ends_with_protocol_error(begin + frame("F", b"\0\0\0\0\0" + string(name)))


# attacks: 160
def a_job_before_ready_is_refused(jail):
    jail.start(["sleep", "1"], stdin=b"")
    jail.send(frame("J", Limits().payload()))
    while jail.next() is not None:
        pass
    check(jail.process.wait(timeout=10) == 2, jail.process.returncode)


# ---- deaths

# attacks: 46
def killed_nsjail_is_replaced(jail):
    jail.await_ready()
    old = nsjail_of(jail)
    os.kill(old, signal.SIGKILL)
    check(eventually(lambda: children_of(jail.process.pid) not in ([], [old]) and processes_of(jail.slot)), "no new nsjail")
    jail.check_works()
    jail.start(["sleep", "20"])
    check(jail.next()[0] == "S", "not started")
    os.kill(nsjail_of(jail), signal.SIGKILL)
    report = jail.finish()
    check((report.killed_for, report.ended) == (BY_ITSELF, NO_WORD) and report.wall < 5, report)
    jail.check_works()


def a_program_that_wants_to_outlive_its_jail_does_not(_):
    """It forgets the signal of its parent's death, leaves sessions and parents, and catches what can be caught; then nsjail or sandlot-jail
    is killed from outside."""
    script = """
import ctypes, os, signal, time
for _ in range(3):
    os.fork()
    os.setsid() if os.getpid() != os.getpgrp() else None
    ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
    for number in set(signal.valid_signals()) - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_IGN)
os.write(1, b'up')
time.sleep(60)
"""
    for victim in (nsjail_of, lambda jail: jail.process.pid):
        jail = Jail()
        jail.start(["python3", "-c", script])
        heard = b""
        while heard.count(b"up") < 8:
            kind, payload = jail.next()
            heard += payload[8:] if kind == "O" else b""
        inside = processes_of(jail.slot)
        check(len(inside) == 9, inside)
        os.kill(victim(jail), signal.SIGKILL)
        check(eventually(lambda: not set(inside) & set(processes_of(jail.slot)), 5), "left behind", processes_of(jail.slot))
        if jail.process.poll() is None and victim is nsjail_of:
            report = jail.finish()
            check(report.ended == NO_WORD, report)
            jail.check_works()
        jail.close()
        with Jail() as successor:
            successor.check_works()
        check_nothing_left(jail.slot)


def killed_init_is_replaced(jail):
    jail.await_ready()
    old = processes_of(jail.slot)
    os.kill(old[0], signal.SIGKILL)
    check(eventually(lambda: processes_of(jail.slot) not in ([], old)), "no new jail")
    jail.check_works()
    jail.start(["sleep", "20"])
    check(jail.next()[0] == "S", "not started")
    os.kill(min(processes_of(jail.slot)), signal.SIGKILL)
    report = jail.finish()
    check((report.killed_for, report.ended) == (BY_ITSELF, NO_WORD), report)
    jail.check_works()


def stopped_nsjail_is_replaced(jail):
    jail.await_ready()
    old = nsjail_of(jail)
    os.kill(old, signal.SIGSTOP)
    check(eventually(lambda: children_of(jail.process.pid) not in ([], [old]), 2), "no new nsjail")
    jail.check_works()
    jail.start(["cat"])
    jail.expect("S")
    old = nsjail_of(jail)
    os.kill(old, signal.SIGSTOP)
    jail.send(frame("E"))
    report = jail.finish()
    check(report.exited(), report)
    jail.expect("R", 2)
    jail.ready = True
    check(nsjail_of(jail) != old, "the same nsjail")
    jail.check_works()


def a_stopped_init_that_waits_costs_one_job_a_second(jail):
    jail.await_ready()
    os.kill(min(processes_of(jail.slot)), signal.SIGSTOP)
    jail.start(["true"], stdin=b"")
    report = jail.finish(3)
    check((report.killed_for, report.ended) == (SETUP, NO_WORD), report)
    jail.check_works()


def an_init_stopped_while_it_takes_a_big_job_is_noticed(jail):
    jail.await_ready()
    os.kill(min(processes_of(jail.slot)), signal.SIGSTOP)
    writer = threading.Thread(target=jail.start, args=(["true"],), kwargs={"stdin": b"", "files": [("big", bytes(32 * MIB), 0)]})
    writer.start()
    while jail.next(5)[0] != "Z":
        pass
    writer.join()
    jail.ready = False
    jail.check_works()


def an_init_stopped_in_mid_job_is_ended_by_the_wall_limit(jail):
    jail.start(["sleep", "20"], Limits(wall=1))
    jail.expect("S")
    os.kill(min(processes_of(jail.slot)), signal.SIGSTOP)
    report = jail.finish(5)
    check(report.killed_for == WALL_TIME and 1 <= report.wall < 1.2, report)
    jail.check_works()


def a_stopped_sandlot_jail_is_ended_by_the_next(_):
    for job in (None, ["sleep", "60"]):
        jail = Jail()
        jail.await_ready()
        if job:
            jail.start(job)
            jail.expect("S")
        os.kill(jail.process.pid, signal.SIGSTOP)
        with Jail() as successor:
            check(jail.process.wait(5) == -signal.SIGKILL, jail.process.returncode)
            successor.check_works()
        jail.close()
        check_nothing_left(jail.slot)


def others_are_left_alone_by_the_next(_):
    """One that runs, one that was stopped but holds no slot, and a stopped process whose number stands in a free slot's lock file."""
    with Jail() as running:
        other = subprocess.Popen(["sleep", "60"])
        os.kill(other.pid, signal.SIGSTOP)
        lock = Path("/run/sandlot/slot-63.lock")
        before = lock.read_text() if lock.exists() else None
        lock.write_text(f"{other.pid}\n")
        with Jail() as successor:
            successor.check_works()
            running.check_works()
            check(other.poll() is None, "it ended a process that isn't sandlot-jail")
        other.kill()
        other.wait()
        lock.write_text(before or "")
        lock.chmod(0o600)


def a_root_on_a_mount_that_trusts_nothing_serves_all_the_same(_):
    prepare = 'mount --bind "$1" "$1"; mount -o remount,bind,ro,nosuid,nodev "$1"; shift; exec "$@"'
    rights = ["setpriv", "--reuid=sandlot", "--regid=sandlot", "--clear-groups"] if os.stat(JAIL).st_mode & 0o4000 else []
    command = ["unshare", "--mount", "--propagation", "private", "sh", "-ec", prepare, "sh", ROOTS, *rights, JAIL, "run", ROOT]
    jail = Jail.over(subprocess.Popen(command, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
    check_works(jail)
    report = jail.shell("touch /usr/x; mount | grep ' / '")
    check(b"(ro" in report.out and b"Read-only" in report.err, report)
    jail.close()


def the_job_after_a_killed_one_runs(jail):
    for _ in range(40):
        jail.await_ready()
        os.kill(min(processes_of(jail.slot)), signal.SIGKILL)
        report = jail.run(["true"])
        check(report.exited() or report.ended == NO_WORD, report)
        jail.check_works()


# attacks: 46
def killed_sandlot_jail_leaves_no_process_and_its_successor_sweeps(_):
    jail = Jail()
    jail.start(["python3", "-c", "import os,time\nfor i in range(4): os.fork()\ntime.sleep(60)"])
    check(eventually(lambda: len(processes_of(jail.slot)) > 10), "no job")
    slot = jail.slot
    jail.process.kill()
    jail.process.wait()
    check(eventually(lambda: not processes_of(slot)), "left behind", processes_of(slot))
    check(cgroups_of(slot), "the cgroup of a killed sandlot-jail stays for its successor")
    with Jail() as successor:
        successor.check_works()
    check_nothing_left(slot)


def a_dead_caller_ends_everything(_):
    for job in (None, ["sleep", "30"], ["python3", "-c", "import os\nwhile 1:\n try: os.fork()\n except OSError: pass"]):
        jail = Jail()
        jail.await_ready()
        if job:
            jail.start(job)
            jail.next()
        check(jail.close() == 0, "exit code")
        check_nothing_left(jail.slot)


def a_caller_that_dies_without_reading_ends_everything(_):
    jail = Jail()
    jail.start(["yes"], Limits(output=16 * MIB, wall=30, cpu=20))
    check(eventually(lambda: len(processes_of(jail.slot)) > 1), "no job")
    check(jail.close() == 0, "exit code")
    check_nothing_left(jail.slot)


def each_process_has_a_slot_of_its_own(_):
    with Jail() as one, Jail("compile") as two:
        check(one.slot != two.slot, one.slot, two.slot)
        one.start(["id", "-u"], stdin=b"")
        two.start(["id", "-u"], stdin=b"")
        check(one.finish().out == two.finish().out == b"1000\n", "ids")
        check(two.maxima[2] == 2048 * MIB and one.maxima[2] == 1024 * MIB, one.maxima, two.maxima)


def five_hundred_jobs_in_a_row(jail):
    for number in range(500):
        report = jail.run(["./main"], files=[("main", HELLO, 1)])
        check(report.exited() and report.out == b"Hello, World!\n" and report.wall < 1, number, report)
    descriptors = len(os.listdir(f"/proc/{jail.process.pid}/fd"))
    check(descriptors < 25, "descriptors", descriptors)


if __name__ == "__main__":
    suite.run(globals())
