"""Stands for the server in serve_test.py: answers /health on a Unix socket, and misbehaves when told to.

    fake_server.py SOCKET [exit-after SECONDS | never-listen | leave-child]
"""

import os
import pathlib
import select
import socket
import subprocess
import sys
import time

path, behaviour = sys.argv[1], sys.argv[2:]
if behaviour[:1] == ["leave-child"]:
    subprocess.Popen(["sleep", "600"])
if behaviour[:1] == ["never-listen"]:
    time.sleep(600)
listener = socket.socket(socket.AF_UNIX)
listener.bind(path)
listener.listen()
begun = time.monotonic()
while True:
    if behaviour[:1] == ["exit-after"] and time.monotonic() - begun > float(behaviour[1]):
        sys.exit(3)
    if not select.select([listener], [], [], 0.1)[0]:
        continue
    if pathlib.Path(os.path.dirname(path), "deaf").exists():
        time.sleep(600)
    connection, _ = listener.accept()
    connection.recv(4096)
    connection.sendall(b"HTTP/1.1 200 \r\nConnection: close\r\n\r\n{}")
    connection.close()
