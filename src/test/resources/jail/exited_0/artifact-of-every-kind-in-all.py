# attacks: 92, 93, 94, 97: a folder full of what is no regular file, all of it asked for
# profile: compile
# collect: *
# expect: files=2 filesTruncated
import os
import socket

os.mkfifo("fifo")
socket.socket(socket.AF_UNIX).bind("socket")
for name, target in (("passwd", "/etc/passwd"), ("root", "/"), ("self", "/proc/self"), ("up", ".."), ("here", "."), ("loop", "loop"), ("zero", "/dev/zero"),
                     ("canary", os.environ["CANARY_FILE"]), ("init", "/proc/1/mem"), ("out", "/dev/stdout"), ("pipe", "fifo")):
    os.symlink(target, name)
    os.makedirs("deep/" + name)
    os.symlink("../../" + name, f"deep/{name}/{name}")
with open("ok", "w") as file:
    file.write("ok")
print("held")
