# attacks: 56
# limits: cpu=2s memory=128MiB
import errno
import subprocess

subprocess.run(["/bin/true"] + ["x" * 10] * 100000, check=True)
for size, count in ((1 << 17, 1), (1 << 16, 400)):
    try:
        subprocess.run(["/bin/true"] + ["x" * size] * count)
        print("started with", count, "arguments of", size)
    except OSError as e:
        assert e.errno == errno.E2BIG, e
print("held")
