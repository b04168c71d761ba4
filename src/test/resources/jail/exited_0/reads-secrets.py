# attacks: 84
import os
import socket

for name in ("/etc/shadow", "/root", "/proc/kcore", "/proc/kmsg", "/sys/kernel", "/sys/class", "/sys/fs/cgroup",
             "/etc/sandlot/jail.conf", "/run/sandlot", "/var/lib/sandlot/data", "/var/lib/sandlot/root",
             "/usr/local/lib/sandlot", os.environ["CANARY_FILE"], "/proc/1/root" + os.environ["CANARY_FILE"],
             "/proc/self/root/../.." + os.environ["CANARY_FILE"]):
    try:
        found = os.listdir(name) if os.path.isdir(name) else open(name, "rb").read(100)
        if found:
            print("read", name)
    except OSError:
        pass
for name in ("/proc/keys", "/proc/kallsyms", "/proc/cmdline", "/proc/timer_list", "/proc/config.gz", "/proc/sched_debug"):
    try:
        if open(name, "rb").read(100):
            print("read", name)
    except OSError:
        pass
if os.getuid() != 1000 or os.geteuid() != 1000 or socket.gethostname() != "box":
    print("uid", os.getuid(), "host", socket.gethostname())
print("held")
