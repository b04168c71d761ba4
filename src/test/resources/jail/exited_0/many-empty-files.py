# attacks: 77
# limits: memory=128MiB cpu=5s wall=20s
# expect: !memoryLimitHit
import errno

for folder in ("/work", "/tmp", "/dev/shm"):
    for i in range(1000000):
        try:
            open(f"{folder}/empty{i}", "w").close()
        except OSError as e:
            assert e.errno == errno.ENOSPC, e
            break
    else:
        print(folder, "took a million")
print("held")
