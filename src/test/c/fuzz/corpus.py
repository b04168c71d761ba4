"""Makes the seeds of the fuzz targets: corpus.py FOLDER."""

import struct
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from jail import Limits, frame, job_frames, string  # noqa: E402

TOP = Path(__file__).resolve().parents[4]


def job(terminal=False):
    limits = Limits(collect=1 << 20)
    return job_frames(["./a", "b"], limits, env=["A=b", "PATH=/bin"], files=[("d/e", b"x" * 300, 1), ("f", b"", 0)], collect=["*", "d/e"], terminal=terminal)


def deeds(*numbers):
    return b"".join(number if isinstance(number, bytes) else bytes([number]) for number in numbers)


WORD = b"\x01a"
READY = deeds(12, 0, 13)
SET_UP = deeds(READY, 2, 0, 3, WORD, 7, 14)
SEEDS = {
    "service": [
        deeds(SET_UP, 15, 22, 0, 5, 0, 16, 1, 0, 24, 1, 24, 2, 21, 0, READY),
        deeds(READY, 2, 1, 3, WORD, 7, 14, 19, 1, 19, 1, 15, 8, 16, 1, 0, 21, 0),
        deeds(READY, 2, 0x80, 9, 0, 3, WORD, 4, b"\x03A=b", 5, b"\x01*", 6, 0, 3, 0, b"\x01f", 1, b"D\x03\x00xyz", 7, 14, 15, 16, 1, 0, 24, 1, 24, 2, 20, 0, 4, 0,
              b"\x01f", 17, b"D\x04\x00abcd", 21, 0, READY),
        deeds(SET_UP, 15, 1, b"I\x05\x00hello", 23, 8, 23, 9, 25),
        deeds(SET_UP, 15, 22, 0, 255, 8, 26, 255, 15, 11, READY),
        deeds(SET_UP, 27, 1, READY, 27, 0, READY),
        deeds(READY, 0, struct.pack("<H", len(job())), job(), 14, 15, 18, b"\x05\x00", frame("T")),
        deeds(READY, 27, 0, 10, 26, 255, 12, READY, 27, 0, 10, 26, 255, 15, READY, 10, 27, 0, 10, 10),
        deeds(10, 10, 11, READY, 10, 2, 0, 10, 3, WORD, 10, 7, 10, 14, 15, 10, 9, 10),
    ],
    "frames": [job(), frame("P", bytes(13))] + [string(name) for name in ("a=b", "*", "a/b", "ü/ñ", "..", "a//b")],
    "init": [job(True), job(), job(True).replace(b"d/e", b"d/f")],
    "text": [b"\x00" + (TOP / "deploy/jail.conf").read_bytes(), b"\x04" + (TOP / "deploy/jail.conf").read_bytes()]
            + [b"\x01" + line for line in Path("/proc/self/mountinfo").read_bytes().splitlines()]
            + [b"\x02" + Path("/proc/self/status").read_bytes(), b"\x03oom_kill_disable 0\nunder_oom 0\noom_kill 12\n", b"\x03cpu memory pids"],
}


def main():
    for target, seeds in SEEDS.items():
        folder = Path(sys.argv[1]) / target
        folder.mkdir(parents=True)
        for number, seed in enumerate(seeds):
            (folder / f"seed-{number}").write_bytes(seed)


if __name__ == "__main__":
    main()
