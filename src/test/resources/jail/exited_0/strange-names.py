# attacks: 89
# collect: *
# limits: cpu=3s
# profile: compile
# expect: files>=1
import os

for name in (b"x" * 255, b"line\nbreak", b"-rf", b"\xff\xfe", b" ", b"\xe2\x80\xae.txt", b"*", b"..."):
    with open(name, "w") as file:
        file.write("strange")
deep = b"/work"
os.chdir(deep)
for depth in range(1000):
    try:
        os.mkdir(b"d")
        os.chdir(b"d")
    except OSError:
        break
try:
    open(b"x" * 4096, "w")
    print("a name of 4096 bytes")
except OSError:
    pass
print("held")
