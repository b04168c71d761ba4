# attacks: 126
import os

for pid in [int(name) for name in os.listdir("/proc") if name.isdigit()]:
    if pid > 32:
        print("process", pid)
print("held")
