# attacks: 122, 124
import os

status = dict(line.rstrip("\n").split(":\t", 1) for line in open("/proc/self/status") if ":\t" in line)
for name, value in (("NoNewPrivs", "1"), ("Seccomp", "2"), ("CapInh", "0" * 16), ("CapPrm", "0" * 16),
                    ("CapEff", "0" * 16), ("CapBnd", "0" * 16), ("CapAmb", "0" * 16)):
    if status[name] != value:
        print(name, status[name])
if len(open("/proc/self/uid_map").read().splitlines()) != 1 or open("/proc/self/uid_map").read().split()[2] != "1":
    print(open("/proc/self/uid_map").read())
try:
    os.setgroups([0])
    print("setgroups")
except OSError:
    pass
for root, folders, files in os.walk("/usr"):
    for name in files:
        path = os.path.join(root, name)
        if os.lstat(path).st_mode & 0o6000:
            print("set-user-id:", path)
if "cgroup" in {line.split(" - ")[1].split()[0] for line in open("/proc/self/mountinfo")}:
    print("cgroupfs")
print("held")
