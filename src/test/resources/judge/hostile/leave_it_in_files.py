import glob
import os

data = input()
for folder in ("/work", "/tmp", "/dev/shm", "/var/tmp", "."):
    try:
        for name in glob.glob(folder + "/kept*"):
            print(name, open(name).read())
        with open(folder + "/kept-" + data.split()[0], "w") as file:
            file.write(data)
    except OSError:
        pass
if data != "ping":
    os.execv("/bin/cat", ["cat", "/tmp/kept-" + data.split()[0], "/no/such/" + data])
print("pong")
