"""How long "Hello, World!" takes in each language, beside the bare toolchain in the same root file system. For deploy/bench --languages,
which calls it as root; writes a page in Markdown to standard output. Talks to loopback only.

Each language's starter program is run: cold (the first run since the host's file cache was emptied and the server started), warm (the
program was never compiled before), cached (the same program again), and bare: the same commands as an ordinary user of the same root
file system, without jail or server. All but cold are the best of several: what else the host does only adds. What the run step itself
takes, processor time and memory, is the baseline that every program in the language has beneath it. Where a language names its quick starts,
bare is measured a second time with nothing in their places.

Compilers that wait would come in between, so they are measured apart, by --measure-waiting, on another start of the server: a program that was
never compiled before, a while after the last one in the language.
"""

import argparse
import json
import os
import pathlib
import platform
import subprocess
import sys
import time

import yaml

from bench import Client, run_request

MOST_USED = ("python3", "javascript", "java", "typescript", "c", "cpp", "csharp", "go", "rust", "php")
SLOW_MS = 1500
COMPILE_MIB, RUN_MIB = 1024, 256  # as LanguageFolder has them
HEAP_SHARE = 0.7
UNTIL_READY_S = 10  # a compiler that waits has warmed up by then
FIRST_WAITING = 1000  # no program of the other measurement

# Within a mount namespace of its own: the root with an empty /work, /tmp and a /proc; $1 is the root, $2 the script, the others are hidden.
BARE = """
set -e
mount -t proc proc "$1/proc"
mount -t tmpfs -o mode=1777 tmpfs "$1/tmp"
mount -t tmpfs -o mode=1777 tmpfs "$1/work"
mount --bind /dev/null "$1/dev/null"
mount --bind /dev/urandom "$1/dev/urandom"
for hidden in "${@:3}"; do
    if [ -d "$1$hidden" ]; then mount -t tmpfs -o mode=1777 tmpfs "$1$hidden"; else mount --bind /dev/null "$1$hidden"; fi
done
exec env -i PATH=/usr/bin:/bin HOME=/tmp TMPDIR=/tmp LANG=C.UTF-8 /usr/sbin/chroot --userspec=65534:65534 --groups= "$1" /bin/sh -c "$2"
"""


class Language:

    def __init__(self, folder):
        self.description = yaml.safe_load((folder / "language.yaml").read_text())
        self.id = folder.name
        self.name = self.description["name"]
        self.file = self.description["file"]
        self.root = self.description.get("root", "trixie")
        self.source = (folder / ("hello." + self.file.split(".")[-1])).read_text()

    @property
    def waits(self):
        return "waiting" in self.description.get("compile", {})

    @property
    def quick_starts(self):
        return self.description.get("quick_starts", [])

    @property
    def compiled(self):
        return "compile" in self.description

    def changed(self, number):
        """The same program in other bytes, so that it must be compiled."""
        comment = self.description.get("line_comment")
        if comment:
            return f"{self.source}\n{comment} {number}\n"
        if "block_comment" in self.description:
            start, end = self.description["block_comment"]
            return f"{self.source}\n{start} {number} {end}\n"
        return self.source + "\n" * (number + 1)

    def command(self, step, memory_mib):
        section = self.description[step]
        memory = (section.get("limits") or {}).get("memory_mib", memory_mib)
        words = []
        for word in section["command"]:
            if word == "{files}":
                words.append(self.file)
            elif word == "{options}":
                words += [flag for option in self.description.get("options", []) if option.get("default") for flag in option["flags"]]
            else:
                words.append(self.filled(word, memory))
        env = [f"{name}={quoted(self.filled(value, memory))}" for name, value in (section.get("env") or {}).items()]
        return " ".join(env + [quoted(word) for word in words])

    def filled(self, word, memory):
        return (
            word.replace("{heap_mib}", str(int(memory * HEAP_SHARE))).replace("{stem}", self.file.rsplit(".", 1)[0]).replace("{main}", self.file)
        )

    def bare_script(self, repeat):
        """Both steps, again and again; prints the nanoseconds of each time."""
        steps = [self.command("compile", COMPILE_MIB)] if self.compiled else []
        steps.append(self.command("run", RUN_MIB))
        source = quoted(self.source)
        work = " && ".join(f"{step} >/dev/null 2>&1 </dev/null" for step in steps)
        return f"""
            cd /work
            for i in {' '.join(map(str, range(repeat)))}; do
                rm -rf /work/* /tmp/* /tmp/.[!.]* && printf %s {source} >{self.file}
                before=$(date +%s%N)
                {work} || exit 1
                echo $(($(date +%s%N) - before))
            done
        """


def quoted(word):
    return "'" + str(word).replace("'", "'\\''") + "'"


def bare(language, roots, repeat, hidden=()):
    """Milliseconds, or nothing where it doesn't run outside of a jail."""
    command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--net", "--propagation", "private", "bash", "-c", BARE, "bash"]
    try:
        said = subprocess.run([*command, roots / language.root, language.bare_script(repeat), *hidden], capture_output=True, text=True, timeout=120)
    except subprocess.TimeoutExpired:
        said = None
    if said is None or said.returncode != 0:
        print(f"{language.id}: not to be had bare: {said and said.stderr[-200:]}", file=sys.stderr)
        return None
    return min(int(line) / 1e6 for line in said.stdout.split())


def plain(language, roots, repeat):
    """As bare, without the quick starts; each time in new folders, since the toolchain fills them again."""
    return min((took for took in (bare(language, roots, 1, language.quick_starts) for _ in range(repeat)) if took), default=None)


def run(client, language, source):
    """Milliseconds from the request to the whole answer, and the run step of the answer."""
    request = run_request(language.id, language.file, source)
    client.connect()
    start = time.perf_counter()
    status, _, body = client.post(request)
    took = (time.perf_counter() - start) * 1000
    result = json.loads(body)
    if status != 200 or "Hello, World!" not in (result.get("run") or {}).get("stdout", ""):
        raise RuntimeError(f"{language.id}: {status} {body[:400]!r}")
    return took, result["run"]


def empty_file_cache():
    os.sync()
    pathlib.Path("/proc/sys/vm/drop_caches").write_text("1\n")


def measure(client, language, roots, repeat):
    empty_file_cache()
    cold, _ = run(client, language, language.changed(0))
    warm = [run(client, language, language.changed(number)) for number in range(1, repeat + 1)]
    cached = [run(client, language, language.changed(repeat)) for _ in range(repeat)] if language.compiled else []
    return {
        "language": language,
        "cold": cold,
        "warm": min(took for took, _ in warm),
        "cached": min((took for took, _ in cached), default=None),
        "bare": bare(language, roots, repeat),
        "plain": plain(language, roots, repeat) if language.quick_starts else None,
        "cpu": min(step["cpuTimeMs"] for _, step in warm + cached),
        "memory": max(step["peakMemoryBytes"] for _, step in warm + cached) / 1e6,
    }


def measure_waiting(client, language, repeat):
    """Milliseconds, the least of several."""
    run(client, language, language.changed(FIRST_WAITING))
    took = []
    for number in range(1, repeat + 1):
        time.sleep(UNTIL_READY_S)
        took.append(run(client, language, language.changed(FIRST_WAITING + number))[0])
    return min(took)


def page(rows, failed, repeat, load):
    slow = [row["language"].name for row in rows if row["warm"] > SLOW_MS]
    slow_anyway = [row["language"].name for row in rows if min(row["warm"], row["waiting"] or row["warm"]) > SLOW_MS]
    quick = {row["language"].id: row["warm"] for row in rows if row["language"].id in MOST_USED}
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    text = f"""# How long a hello takes

<!-- Written by `deploy/bench --languages`. -->

Milliseconds from the request for a run of the language's starter program to the whole answer, over the REST API, on {os.cpu_count()} cores of
{model}, Linux {platform.release().split('-')[0]}, on {time.strftime('%Y-%m-%d')}. Cold: the first run, with nothing of the toolchain in the host's file
cache. Warm: a program that was never compiled before. Waiting: another such program, {UNTIL_READY_S} s after the last one in a language whose
compiler waits for the next one by then ([operate.md](operate.md)); switched off for the other columns. Cached: the warm program again, so
that nothing is compiled. Bare: the same commands in the same root file system without jail and server. Plain: the same as bare, without
what was prepared for quick starts when the root was built (class archives and profiles, precompiled headers, compiled libraries). All but cold
are the best of {repeat}. The last two columns are what the run step takes for itself: the least processor time in milliseconds, the most memory in MB. The
host's load average was {load:.1f} before and {os.getloadavg()[0]:.1f} after: much above 1 says that others worked here too, and that the
figures are too high.

Of {len(rows)} languages {sum(row['warm'] < 400 for row in rows)} are warm below 400 ms, {sum(row['warm'] <= SLOW_MS for row in rows)} within 1.5 s. Above that: {', '.join(slow) or 'none'};
with a compiler that waits: {', '.join(slow_anyway) or 'none'}.
The ten most used: {', '.join(f'{id} {quick[id]:.0f}' for id in MOST_USED if id in quick)}.
{f"Not measured, since it failed here: {', '.join(failed)}." if failed else ''}

| language | cold | warm | waiting | cached | bare | plain | jail and server add | CPU | memory |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
"""
    for row in rows:
        added = row["bare"] and row["warm"] - row["bare"]
        figures = [row["cold"], row["warm"], row["waiting"], row["cached"], row["bare"], row["plain"], added, row["cpu"], row["memory"]]
        text += f"| {row['language'].name} | " + " | ".join("" if figure is None else f"{figure:.0f}" for figure in figures) + " |\n"
    return text


def installed(options):
    for manifest in options.roots.glob("*.manifest.json"):
        built = json.loads(manifest.read_text())["languages"]
        for folder in sorted(path for path in options.languages.iterdir() if path.name in built):
            language = Language(folder)
            if f"{language.root}.manifest.json" == manifest.name and (not options.only or language.id in options.only.split(",")):
                yield language


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--languages", type=pathlib.Path, required=True)
    parser.add_argument("--roots", type=pathlib.Path, required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--measure-waiting", action="store_true", help="only these; writes a JSON object")
    parser.add_argument("--waiting", type=pathlib.Path, help="what --measure-waiting wrote")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    client = Client(options.port)
    languages = list(installed(options))
    if options.measure_waiting:
        json.dump({language.id: measure_waiting(client, language, options.repeat) for language in languages if language.waits}, sys.stdout)
        return
    waiting = json.loads(options.waiting.read_text()) if options.waiting else {}
    load = os.getloadavg()[0]
    rows, failed = [], []
    for language in languages:
        try:
            rows.append(measure(client, language, options.roots, options.repeat) | {"waiting": waiting.get(language.id)})
            print(f"{language.id}: {rows[-1]['warm']:.0f} ms", file=sys.stderr)
        except RuntimeError as error:
            print(error, file=sys.stderr)
            failed.append(language.name)
    print(page(sorted(rows, key=lambda row: row["language"].name.lower()), failed, options.repeat, load), end="")


main()
