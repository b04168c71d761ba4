# attacks: 81: and what holds them open, and names for them in the kernel
# repeat: 4
# limits: memory=128MiB
import glob
import os
import socket

found = glob.glob("/tmp/*") + glob.glob("/dev/shm/*") + glob.glob("/tmp/.*") + [f for f in glob.glob("/work/*") if f != "/work/main.py"]
if found:
    print("found", found)
for folder in ("/tmp", "/dev/shm", "/work"):
    with open(folder + "/left", "w") as file:
        file.write("x")
    os.mkdir(folder + "/folder")
    os.chmod(folder + "/folder", 0)
name = socket.socket(socket.AF_UNIX)
name.bind("\0left")
if os.fork() == 0:
    os.setsid()
    os.open("/tmp/left", os.O_RDWR)
    while True:
        os.sched_yield()
print("held", flush=True)
os._exit(0)
