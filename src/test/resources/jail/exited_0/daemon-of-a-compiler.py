# attacks: 152: holds the streams, the folder and a port, and waits for the run step
# profile: compile
# collect: *
# expect: files<=2 stdout=held
import os
import signal
import socket
import time

for i in range(8):
    if os.fork() == 0:
        os.setsid()
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        server = socket.create_server(("127.0.0.1", 0))
        held = open(f"/tmp/held{i}", "w")
        time.sleep(600)
print("held", flush=True)
os._exit(0)
