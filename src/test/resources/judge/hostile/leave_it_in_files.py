import glob
import os

FOLDERS = ("/work", "/tmp", "/dev/shm", "/var/tmp")

data = input()
if data == "ping":
    print("pong")
else:
    for folder in FOLDERS:
        for name in glob.glob(folder + "/kept*"):
            print(name, open(name).read())
for folder in FOLDERS:
    try:
        with open(folder + "/kept-" + data.split()[0], "w") as file:
            file.write(data)
    except OSError:
        pass
if data != "ping":
    os.execv("/bin/cat", ["cat", "/tmp/kept-" + data.split()[0], "/no/such/" + data])
