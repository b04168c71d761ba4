# attacks: 97
# profile: compile
# limits: cpu=5s memory=256MiB
# collect: *
# expect: files<=4096 filesTruncated
import os

for i in range(6000):
    open(f"f{i}", "w").close()
path = "/work"
for i in range(200):
    path += "/d"
    os.mkdir(path)
open("big", "wb").write(b"x" * 500000)
for i in range(20):
    os.symlink("big", f"link{i}")
print("held")
