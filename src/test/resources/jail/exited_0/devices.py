# attacks: 125
import os

allowed = {"fd", "full", "null", "ptmx", "pts", "random", "shm", "stderr", "stdin", "stdout", "tty", "urandom", "zero"}
for name in os.listdir("/dev"):
    if name not in allowed:
        print("device", name)
for name in ("/dev/mem", "/dev/kvm", "/dev/fuse", "/dev/loop-control", "/dev/vsock", "/dev/cpu/0/msr", "/dev/vda", "/dev/sda"):
    if os.path.exists(name):
        print(name)
print("held")
