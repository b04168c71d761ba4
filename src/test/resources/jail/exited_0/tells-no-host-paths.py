# attacks: 85
import re

text = open("/proc/self/mountinfo").read()
for word in ("slot", "nsjail", "canary", "/home", "/data", "/run/user"):
    if word in text:
        print("mountinfo says", word)
if open("/proc/sys/kernel/hostname").read().strip() != "box":
    print("hostname")
for line in open("/proc/self/cgroup"):
    # Of its cgroup it sees the name, which says the slot and how many jobs that slot had; no other path.
    if not re.fullmatch(r"(/\.\.)*/(sandlot[a-z-]*/)?(slot\d+-\d+)?", line.rstrip("\n").split(":", 2)[2]):
        print("cgroup", line)
print("held")
