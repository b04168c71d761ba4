import os
import signal
import sys

data = input()
if data == "ping":
    print("pong")
else:
    print(data, file=sys.stderr, flush=True)
    os.kill(os.getpid(), signal.SIGABRT)
