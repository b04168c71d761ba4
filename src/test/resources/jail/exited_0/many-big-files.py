# attacks: 76: 16 MB each, until no space is left
# limits: memory=256MiB cpu=5s wall=20s fileSize=16MiB
# expect: !memoryLimitHit
import errno

for folder in ("/work", "/tmp", "/dev/shm"):
    try:
        for i in range(30):
            with open(f"{folder}/big{i}", "wb") as file:
                file.write(b"x" * 16000000)
        print(folder, "never got full")
    except OSError as e:
        assert e.errno == errno.ENOSPC, e
print("held")
