"""Plays a server that was taken over (the deeds of taken_over_jvm.py, as its user) and looks at the host around each of its deeds: root's files are what they were, no
process or cgroup is left, and a usual start works. docs/security/a-taken-over-server.md says what follows from it."""

import hashlib
import os
import pwd
import stat
import traceback
from pathlib import Path

import suite
import taken_over_jvm
from host import *
from jail import *

SETUID = os.stat(JAIL).st_mode & 0o4000


def fingerprint():
    """Of every file that only root may change and that sandlot-jail believes."""
    found = {}
    for top in {Path(JAIL).parent, Path("/usr/local/lib/sandlot"), Path("/etc") / Path(JAIL).parent.name}:
        for file in [top, *top.rglob("*")]:
            about = file.lstat()
            content = hashlib.sha256(file.read_bytes()).digest() if stat.S_ISREG(about.st_mode) else b""
            found[file] = (about.st_mode, about.st_uid, about.st_gid, content)
    locks = Path("/run/sandlot")
    found.update({file: (file.lstat().st_mode, file.lstat().st_uid) for file in [locks, *locks.glob("slot-*.lock")]})
    found.update({Path(file): Path(file).read_bytes() for file in ("/etc/passwd", "/etc/shadow", "/proc/mounts")})
    return found


def leftovers():
    """Processes and cgroups of slots that nobody holds."""
    held = held_slots()
    return [(slot, processes_of(slot), cgroups_of(slot)) for slot in range(64) if slot not in held and (processes_of(slot) or cgroups_of(slot))]


def become_sandlot():
    user = pwd.getpwnam("sandlot")
    os.chdir("/")
    os.setgroups([])
    os.setresgid(user.pw_gid, user.pw_gid, user.pw_gid)
    os.setresuid(user.pw_uid, user.pw_uid, user.pw_uid)


def plays(deed):
    if not SETUID:
        return  # a build for tests that this user may not start
    before = fingerprint()
    child = os.fork()
    if child == 0:
        try:
            become_sandlot()
            deed()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    _, status = os.waitpid(child, 0)
    check(status == 0, deed, status)
    check(eventually(lambda: not leftovers(), 15), deed, leftovers())
    after = fingerprint()
    changed = [file for file in before if after.get(file) != before[file]]
    check(not changed, deed, changed)
    with Jail() as usual:
        usual.check_works()
    check_nothing_left(usual.slot)


def root_files_are_out_of_its_reach(_):
    plays(taken_over_jvm.change_what_belongs_to_root)


def running_jails_are_out_of_its_reach(_):
    plays(taken_over_jvm.reach_into_running_jails)


def without_its_rights_it_does_nothing(_):
    plays(taken_over_jvm.start_it_without_its_rights)


def traps_where_it_starts_catch_nothing(_):
    plays(taken_over_jvm.lay_traps_where_it_starts)


def hundreds_of_starts_get_the_slots_that_there_are(_):
    plays(taken_over_jvm.start_hundreds_at_once)


def what_it_filled_goes_with_it(_):
    plays(taken_over_jvm.fill_everything_and_read_nothing)


if __name__ == "__main__":
    suite.run(globals())
