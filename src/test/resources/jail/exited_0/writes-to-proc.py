# attacks: 80, 120: every file of /proc, in the jail's own processes and beside them
# limits: cpu=5s wall=20s memory=128MiB
import os

own = str(os.getpid())
for root, folders, files in os.walk("/proc"):
    if root == "/proc":
        # Other processes, and other ways to the own one.
        folders[:] = [f for f in folders if f in ("1", own, "sys", "net", "fs", "irq", "bus", "driver", "tty", "sysvipc")]
    folders[:] = [f for f in folders if f not in ("fd", "map_files", "cwd", "root")]
    for name in files:
        path = os.path.join(root, name)
        if os.path.islink(path) or os.path.exists(path) and os.path.samefile(path, "/dev/null"):
            continue
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY))
            print("opened for writing:", path)
        except OSError:
            pass
for path in ("/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/proc/sys/vm/drop_caches", "/proc/sys/kernel/ns_last_pid",
             "/proc/self/uid_map", "/proc/self/gid_map", "/proc/self/setgroups", "/proc/self/oom_score_adj", "/proc/self/mem"):
    try:
        with open(path, "w") as file:
            file.write("1")
        print("wrote", path)
    except OSError:
        pass
print("held")
