# attacks: 84, 85: the planted flags, by each name that a path could have
# limits: cpu=10s wall=20s
import os

NAMES = ("/var/lib/sandlot/flag/server", "/var/lib/sandlot/flag/root", "flag/server", "server", "flag")
PREFIXES = ["", "/", "../../../../..", "/proc/1/root", "/proc/1/cwd", "/proc/self/root", "/proc/self/cwd/../../..", "/proc/thread-self/root",
            "/dev/fd/3/../..", "/var/lib/sandlot", "/var/lib/sandlot/root/trixie/../..", "/mnt", "/old_root", "/.old_root", "/host", "/rootfs"]
PREFIXES += [f"/proc/{p}/{link}" for p in os.listdir("/proc") if p.isdigit() for link in ("root", "cwd")]
PREFIXES += [f"/proc/self/fd/{n}" for n in os.listdir("/proc/self/fd")]

found = []


def look(path):
    try:
        with open(path, "rb") as file:
            content = file.read(4096)
        if b"sandlot-flag-" in content:
            found.append((path, content))
    except OSError:
        pass


for prefix in PREFIXES:
    for name in NAMES:
        look(os.path.join(prefix, name.lstrip("/")) if prefix else name)
# Everything that is there under such a name, and everything small that is mounted from elsewhere.
for folder, folders, files in os.walk("/"):
    if folder.startswith(("/proc", "/sys")):
        folders.clear()
        continue
    for file in files:
        if folder.endswith("/flag") or file in ("flag", "flag.txt"):
            look(os.path.join(folder, file))
for line in open("/proc/self/mountinfo"):
    target = line.split()[4]
    if "sandlot/flag" in line:
        found.append(line)
    if os.path.isfile(target) and os.path.getsize(target) < 4096:
        look(target)
print(found or "held")
