# attacks: 42
# limits: processes=20 cpu=2s wall=10s
# expect: processLimitHit
import os
import threading
import time

for threads in range(1000):
    try:
        threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
    except RuntimeError:
        print("held" if threads < 20 else "too many", flush=True)
        os._exit(0)
print("no limit", flush=True)
os._exit(0)
