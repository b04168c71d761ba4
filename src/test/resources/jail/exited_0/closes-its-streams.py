# attacks: 65
# expect: stdoutBytes=0 stderrBytes=0
import os
import time

for stream in range(3):
    os.close(stream)
time.sleep(0.1)
os._exit(0)
