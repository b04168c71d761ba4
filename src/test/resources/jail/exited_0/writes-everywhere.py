# attacks: 80: every mount that it sees, and the usual folders
import os

folders = ["/", "/usr", "/usr/bin", "/usr/lib", "/etc", "/bin", "/lib", "/var", "/var/tmp", "/opt", "/home", "/root",
           "/sbin", "/run", "/srv", "/mnt", "/media", "/boot", "/dev", "/dev/pts", "/proc", "/sys", "/proc/sys/kernel"]
folders += [line.split()[4] for line in open("/proc/self/mountinfo")]
for folder in folders:
    if folder in ("/tmp", "/work", "/dev/shm") or not os.path.isdir(folder):
        continue
    try:
        os.close(os.open(os.path.join(folder, "x"), os.O_WRONLY | os.O_CREAT))
        print("wrote to", folder)
    except OSError:
        pass
for file in ("/etc/passwd", "/etc/hosts", "/sbin/sandlot-init", "/proc/sys/kernel/core_pattern", "/usr/bin/perl"):
    try:
        open(file, "a").close()
        print("opened", file)
    except OSError:
        pass
print("held")
