"""How long a C hello takes beside the bare program: p50 and p95 in ms, and jobs per second over several slots."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from host import compile_hello
from jail import *


def quantiles(seconds):
    ordered = sorted(seconds)
    return f"p50 {ordered[len(ordered) // 2] * 1e3:.2f} ms, p95 {ordered[len(ordered) * 95 // 100] * 1e3:.2f} ms"


def timed(action, times):
    seconds = []
    for _ in range(times):
        begin = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - begin)
    return seconds


def main():
    jobs, slots = int(sys.argv[1]) if len(sys.argv) > 1 else 500, int(sys.argv[2]) if len(sys.argv) > 2 else 4
    hello = compile_hello()
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder, "hello")
        program.write_bytes(hello)
        program.chmod(0o755)
        print("bare program:             ", quantiles(timed(lambda: subprocess.run([program], stdout=subprocess.PIPE, check=True), jobs)))
    with Jail() as jail:
        def one():
            jail.start(["./main"], stdin=b"", files=[("main", hello, 1)])
            jail.finish()

        def handed_over():
            jail.await_ready()
            begin = time.perf_counter()
            one()
            return time.perf_counter() - begin
        print("job handed over to report:", quantiles([handed_over() for _ in range(jobs)]))
        seconds = timed(one, jobs)
        print("one after another:        ", quantiles(seconds), f"({jobs / sum(seconds):.0f}/s on one slot)")
    jails = [Jail() for _ in range(slots)]
    for jail in jails:
        jail.await_ready()

    def serve(own):
        for _ in range(jobs):
            own.start(["./main"], stdin=b"", files=[("main", hello, 1)])
            own.finish()
    threads = [threading.Thread(target=serve, args=(jail,)) for jail in jails]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{slots} slots:                   {jobs * slots / (time.perf_counter() - begin):.0f} jobs/s")
    for jail in jails:
        jail.close()


if __name__ == "__main__":
    main()
