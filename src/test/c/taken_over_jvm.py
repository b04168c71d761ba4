"""What a taken-over server would do: runs as its user, with nothing but what the JVM has. Each deed that succeeds though it must not is an
AssertionError. taken_over_jvm_test.py calls them as that user and looks at the host around each."""

import ctypes
import errno
import os
import resource
import signal
import subprocess
import tempfile
from pathlib import Path

from host import children_of, eventually, processes_of
from jail import *

libc = ctypes.CDLL(None, use_errno=True)
LIB = Path(JAIL).parent
PTRACE_TRACEME, PTRACE_CONT, PTRACE_ATTACH, PTRACE_SEIZE = 0, 7, 16, 0x4206
PIDFD_OPEN, PIDFD_GETFD, PROCESS_VM_WRITEV, NEW_USER, NEW_NS, NO_NEW_PRIVS = 434, 438, 311, 0x10000000, 0x20000, 38


def refused(action, *arguments):
    try:
        action(*arguments)
    except (PermissionError, ProcessLookupError):
        return
    except OSError as error:
        assert error.errno in (errno.EROFS, errno.ETXTBSY, errno.EPERM, errno.EACCES), (action, arguments, error)
        return
    raise AssertionError(f"could {action} {arguments}")


def refused_call(number, *arguments):
    words = [ctypes.c_long(argument) if isinstance(argument, int) else argument for argument in arguments]
    assert libc.syscall(ctypes.c_long(number), *words) == -1 and ctypes.get_errno() in (errno.EPERM, errno.ESRCH, errno.EACCES), (number, arguments, ctypes.get_errno())


def change_what_belongs_to_root():
    files = [JAIL, LIB / "init", LIB / "policy.kafel", Path("/etc") / LIB.name / "jail.conf", "/usr/local/lib/sandlot/nsjail/bin/nsjail"]
    files += sorted(Path("/run/sandlot").glob("slot-*.lock")) if os.access("/run/sandlot", os.R_OK) else []
    for file in files:
        for action in (lambda f: os.open(f, os.O_WRONLY), lambda f: os.truncate(f, 0), lambda f: os.chmod(f, 0o777), os.unlink,
                       lambda f: os.rename(f, f"{f}.mine"), lambda f: os.link(f, f"{os.path.dirname(f)}/mine")):
            refused(action, file)
    folders = ["/run/sandlot", LIB, Path("/etc") / LIB.name, "/var/lib/sandlot/root", "/var/lib/sandlot/root/trixie/usr/bin"]
    folders += [Path(line.split()[1]) / "sandlot" for line in Path("/proc/mounts").read_text().splitlines() if line.split()[2] in ("cgroup", "cgroup2")]
    for folder in filter(os.path.isdir, folders):
        refused(os.mkdir, Path(folder) / "mine")
        refused(os.symlink, "/etc/shadow", Path(folder) / "mine")
        for file in ("cgroup.procs", "memory.max", "memory.limit_in_bytes", "cpu.shares", "pids.max"):
            if (Path(folder) / file).exists():
                refused(os.open, Path(folder) / file, os.O_WRONLY)


def reach_into_running_jails():
    with Jail() as jail:
        jail.start(["sleep", "20"])
        jail.expect("S")
        helper = jail.process.pid
        nsjail = children_of(helper)[0]
        for pid in [helper, nsjail, *processes_of(jail.slot)]:
            refuse_every_way_into(pid)
        jail.send(frame("K"))
        assert jail.finish().killed_for == CANCELLED
        jail.check_works()


def refuse_every_way_into(pid):
    for number in range(65):
        refused(os.kill, pid, number)
    for name in ("mem", "environ", "maps", "auxv", "syscall", "stack", "clear_refs", "oom_score_adj", "fd/0"):
        refused(os.open, f"/proc/{pid}/{name}", os.O_RDWR)
    refused(os.write, os.open(f"/proc/{pid}/timerslack_ns", os.O_WRONLY), b"1000000000")
    for link in ("exe", "cwd", "root", "ns/net", "ns/mnt"):
        refused(os.readlink, f"/proc/{pid}/{link}")
    for request in (PTRACE_ATTACH, PTRACE_SEIZE):
        assert libc.ptrace(request, pid, 0, 0) == -1, request
    pidfd = libc.syscall(PIDFD_OPEN, pid, 0)
    refused_call(PIDFD_GETFD, pidfd, 0, 0)
    refused_call(PROCESS_VM_WRITEV, pid, (ctypes.c_size_t * 2)(ctypes.addressof(ctypes.create_string_buffer(8)), 8), 1, (ctypes.c_size_t * 2)(4096, 8), 1, 0)
    os.close(pidfd)
    for limit in (resource.RLIMIT_CPU, resource.RLIMIT_NOFILE):
        refused(resource.prlimit, pid, limit, (0, 0))
    refused(os.setpriority, os.PRIO_PROCESS, pid, 19)
    refused(os.sched_setaffinity, pid, {0})


def start_it_without_its_rights():
    """Under a tracer, without new privileges or in namespaces of one's own the kernel gives no root, and then it does nothing."""
    for prepare in (lambda: libc.prctl(NO_NEW_PRIVS, 1, 0, 0, 0), lambda: libc.unshare(NEW_USER), lambda: libc.unshare(NEW_USER | NEW_NS)):
        process = start("run", ROOT, preexec_fn=prepare)
        out, log = process.communicate(timeout=10)
        assert out[4:5] in (b"", b"H", b"Q") and (process.returncode == 1 or prepare_failed(prepare)), (process.returncode, out, log)
    child = os.fork()
    if child == 0:
        null = os.open("/dev/null", os.O_RDWR)
        for fd in range(3):
            os.dup2(null, fd)
        libc.ptrace(PTRACE_TRACEME, 0, 0, 0)
        os.execv(JAIL, [JAIL, "run", ROOT])
    os.waitpid(child, 0)
    assert f"Uid:\t{os.getuid()}\t{os.getuid()}" in Path(f"/proc/{child}/status").read_text(), "root under a tracer"
    libc.ptrace(PTRACE_CONT, child, 0, 0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 1, status


def prepare_failed(prepare):
    """Some hosts allow no namespaces to this user: then the start was a usual one."""
    child = os.fork()
    if child == 0:
        os._exit(prepare() & 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1


def lay_traps_where_it_starts():
    with tempfile.TemporaryDirectory() as folder:
        for name in ("init", "nsjail", "jail.conf", "policy.kafel", "run", "etc", "proc", "core", "sandlot-init"):
            os.symlink("/etc/shadow", Path(folder, name))
        environment = {"PATH": folder, "HOME": folder, "TMPDIR": folder, "TMP": folder, "LD_LIBRARY_PATH": folder, "LD_AUDIT": f"{folder}/x.so",
                       "GLIBC_TUNABLES": "glibc.malloc.check=3:glibc.rtld.nns=9999999999", "MALLOC_ARENA_MAX": "9" * 1000, "A" * 5000: "B" * 60000}
        for name in (JAIL, os.path.relpath(JAIL, folder), "/proc/self/fd/9"):
            def prepare():
                os.dup2(os.open(JAIL, os.O_PATH), 9, inheritable=True)
            process = subprocess.Popen([name, "run", ROOT], executable=name, bufsize=0, cwd=folder, env=environment, close_fds=False, preexec_fn=prepare,
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            jail = Jail.over(process)
            report = jail.run(["env"])
            assert report.exited() and b"TMPDIR=/tmp\n" in report.out and folder.encode() not in report.out, report
            jail.close()


def start_hundreds_at_once():
    """It gets the slots that there are, and not one more; the others end by themselves."""
    jails = [start("run", ROOT) for _ in range(SLOTS + 100)]
    first = [os.read(process.stdout.fileno(), 5)[4:] for process in jails]
    got = first.count(b"H")
    assert set(first) <= {b"H", b"Q"} and 0 < got <= SLOTS, (got, set(first))
    for process, said in zip(jails, first):
        if said == b"Q":
            assert process.wait(30) == 3, process.returncode
    for process in jails:
        process.stdin.close()
    for process, said in zip(jails, first):
        process.stdout.close()
        assert said == b"Q" or process.wait(30) == 0, process.returncode


def fill_everything_and_read_nothing():
    """Eight jobs that fork, fill memory, disk and output, for which nobody reads; then it is gone without a word."""
    script = "import os\nfor i in range(50):\n  os.fork() if i < 6 else 0\nx = [bytearray(1 << 20)]\nwhile 1:\n x += x[:1] * 9\n open(f'/tmp/{len(x)}', 'wb').write(bytes(1 << 20))\n print('x' * 65536)"
    jails = [Jail() for _ in range(8)]
    for jail in jails:
        jail.start(["python3", "-c", script], Limits(output=16 * MIB, memory=256 * MIB, wall=20, cpu=20, processes=128))
    assert eventually(lambda: all(len(processes_of(jail.slot)) > 3 for jail in jails)), "they don't run"
    os._exit(0)

