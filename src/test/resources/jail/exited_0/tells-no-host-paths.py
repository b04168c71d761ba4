# attacks: 85
import re

text = open("/proc/self/mountinfo").read()
for word in ("slot", "nsjail", "canary", "/home", "/data", "/run/user"):
    if word in text:
        print("mountinfo says", word)
if open("/proc/sys/kernel/hostname").read().strip() != "box":
    print("hostname")
maps = open("/proc/self/cgroup").read()
if re.search(r"slot\d", maps):
    print("cgroup", maps)
print("held")
