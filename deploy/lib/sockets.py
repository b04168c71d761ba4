"""Opens very many pages that do nothing, each with its push channel, for deploy/bench --sockets. Standard library only; talks to
loopback only, twenty pages from each address, and ends by itself.
"""

import argparse
import base64
import collections
import http.client
import json
import os
import re
import resource
import socket
import statistics
import subprocess
import urllib.parse

import bench

PAGES_EACH = 20


def open_page(port, address):
    """A page as a browser opens it: its start message, then its WebSocket, which is returned; None when it is refused, and the status."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60, source_address=(address, 0))
    connection.request("GET", "/?v-r=init&location=&query=")
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != 200:
        return None, answer.status
    start = json.loads(body)["appConfig"]
    query = urllib.parse.urlencode(
        {
            "v-r": "push",
            "v-uiId": start["v-uiId"],
            "v-pushId": start["uidl"]["Vaadin-Push-ID"],
            "X-Atmosphere-Transport": "websocket",
            "X-Atmosphere-TrackMessageSize": "true",
            "X-Atmosphere-tracking-id": "0",
            "X-atmo-protocol": "true",
        }
    )
    channel = socket.create_connection(("127.0.0.1", port), timeout=60, source_address=(address, 0))
    key = base64.b64encode(os.urandom(16)).decode()
    cookie = answer.headers["Set-Cookie"].split(";")[0]
    channel.sendall(
        (
            f"GET /VAADIN/push?{query} HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: http://localhost:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nCookie: {cookie}\r\n\r\n"
        ).encode()
    )
    said = channel.recv(4096)
    status = int(said.split()[1]) if said else 0
    return (channel, status) if status == 101 else (None, status)


def live_heap_mb(pid):
    """What is in use after a full collection."""
    command = ["setpriv", "--reuid=sandlot", "--regid=sandlot", "--clear-groups", os.path.join(os.environ["JAVA_HOME"], "bin", "jcmd"), str(pid)]
    subprocess.run([*command, "GC.run"], check=True, stdout=subprocess.DEVNULL)
    said = subprocess.run([*command, "GC.heap_info"], check=True, capture_output=True, text=True).stdout
    return sum(int(kib) for kib in re.findall(r"^(?:DefNew|Tenured).*used (\d+)K", said, re.MULTILINE)) / 1024


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--port", type=int, required=True)
    arguments.add_argument("--server", type=int, required=True, help="pid of the JVM")
    arguments.add_argument("--clients", type=int, required=True, help="pages to open")
    given = arguments.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, given.clients + 200)), hard))

    client = bench.Client(given.port)
    for _ in range(100):
        bench.checked_run(client, "c")
    open_page(given.port, "127.0.2.254")
    heap, pss = live_heap_mb(given.server), bench.pss_mb(given.server)

    channels, refused = [], collections.Counter()
    for number in range(given.clients):
        channel, status = open_page(given.port, f"127.0.2.{1 + number // PAGES_EACH % 250}")
        if channel is None:
            refused[status] += 1
        else:
            channels.append(channel)
    heap_open, pss_open = live_heap_mb(given.server), bench.pss_mb(given.server)
    times = [bench.checked_run(client, "c")[0] for _ in range(50)]
    for channel in channels:
        channel.close()

    opened = max(len(channels), 1)
    print(f"pages open with their WebSocket: {len(channels)}; refused: {dict(refused) or 'none'}")
    print(f"heap in use: {heap:.0f} MB before, {heap_open:.0f} MB with them: {(heap_open - heap) * 1024 / opened:.0f} KiB a page")
    print(f"memory of the server (PSS): {pss:.0f} MB before, {pss_open:.0f} MB with them")
    print(f"C hello meanwhile: p50 {statistics.median(times):.2f} ms, p95 {bench.percentile(times, 0.95):.2f} ms")


if __name__ == "__main__":
    main()
