#!/usr/bin/env python3
"""What deploy/lib/build-root.sh needs beside shell: reads languages/*/language.yaml, cleans a root file system, writes its manifest.

    root.py ids LANGUAGES WHICH              their ids, one a line
    root.py suites LANGUAGES WHICH           the Debian suites that these languages live in, the main one first
    root.py packages LANGUAGES SUITE WHICH   their Debian packages, one a line
    root.py extras LANGUAGES SUITE WHICH     "id hash" of each that installs more than Debian packages
    root.py remade LANGUAGES SUITE WHICH     the ids of those whose part is made anew in each copy of a root
    root.py quick-starts LANGUAGES SUITE ID  what makes its starts quick in the suite that it lives in, one path a line
    root.py key LANGUAGES SUITE WHICH        one hash over what the manifest says of them
    root.py strip ROOT                       takes away setuid and setgid bits, capabilities and others' right to write
    root.py manifest LANGUAGES ROOT KEY SUITE WHICH   the manifest on standard output; asks each toolchain for its version
    root.py record ROOT                      every file, link and folder with mode and content's hash, on standard output
    root.py check ROOT RECORD                what is otherwise, one a line; nothing when all is as recorded

WHICH is core, all, or ids with commas between them.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import stat
import subprocess
import sys

import yaml


MAIN_SUITE = "trixie"

# Files that name what is fetched from a registry (fetch.sh), or make more of it.
EXTRAS = ("install.sh", "package-lock.json", "requirements.txt", "maven.txt", "crates.txt")


def languages(directory, which):
    """(id, folder, description) of each language asked for; a folder that can't be read is left out, aloud."""
    ids = which.split(",")
    for folder in sorted(pathlib.Path(directory).iterdir()):
        description = folder / "language.yaml"
        if not description.is_file():
            continue
        try:
            language = yaml.safe_load(description.read_text())
            wanted = which == "all" or folder.name in ids or language.get("set") in ids
            (language.get("packages") or {}).get("debian")
        except (yaml.YAMLError, AttributeError) as error:
            print(f"left out: {description}: {error}", file=sys.stderr)
            continue
        if wanted:
            yield folder.name, folder, language


def merged(below, above):
    """As the service does it: mappings key by key, everything else replaced."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return {**below, **{key: merged(below.get(key), value) for key, value in above.items()}}


def toolchains(directory, which, suite=None):
    """(key, folder, description) of each version of each language asked for that lives in this suite."""
    for language_id, folder, language in languages(directory, which):
        found = [(language_id, language)]
        for overlay in sorted((folder / "versions").glob("*.yaml")):
            found.append((f"{language_id}/{overlay.stem}", merged(language, yaml.safe_load(overlay.read_text()))))
        for toolchain, description in found:
            if suite in (None, suite_of(description)):
                yield toolchain, folder, description


def suite_of(description):
    return description.get("root", MAIN_SUITE)


def suites(directory, which):
    found = {suite_of(description) for _, _, description in toolchains(directory, which)}
    return sorted(found, key=lambda suite: (suite != MAIN_SUITE, suite))


def packages(directory, suite, which):
    found = [(description.get("packages") or {}).get("debian", []) for _, _, description in toolchains(directory, which, suite)]
    return sorted(set().union(*found))


def hash_of(folder):
    """Over everything in a language's folder that can reach the root file system."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and "selftest" not in path.relative_to(folder).parts):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(folder)} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:32]


def extras(directory, suite, which):
    folders = {folder for _, folder, _ in toolchains(directory, which, suite)}
    for folder in sorted(folders):
        if any((folder / name).exists() for name in EXTRAS):
            yield folder.name, hash_of(folder)


def key(directory, suite, which):
    """Over which toolchains the manifest names and how they are asked for their versions; packages and extras have keys of their own."""
    texts = [toolchain + json.dumps(description.get("version"), sort_keys=True) for toolchain, _, description in toolchains(directory, which, suite)]
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:32]


def strip(root):
    for path, directories, files in os.walk(root):
        for name in directories + files:
            entry = os.path.join(path, name)
            status = os.lstat(entry)
            if stat.S_ISLNK(status.st_mode):
                continue
            if status.st_uid or status.st_gid:
                os.chown(entry, 0, 0)
            mode = stat.S_IMODE(os.lstat(entry).st_mode)
            safe = mode & ~(stat.S_ISUID | stat.S_ISGID | stat.S_IWGRP | stat.S_IWOTH)
            if safe != mode:
                os.chmod(entry, safe)
            if stat.S_ISREG(status.st_mode) and "security.capability" in os.listxattr(entry):
                os.removexattr(entry, "security.capability")


def in_root(root, command):
    """Runs a command in the root file system: no network, a /proc of its own, nothing of the host's environment."""
    here = pathlib.Path(__file__).parent
    return subprocess.run(
        [here / "in-root.sh", root, "/", *command], capture_output=True, text=True, timeout=60, errors="replace", check=False
    )


def version(root, language):
    how = language["version"]
    result = in_root(root, how["command"])
    found = re.search(how["pattern"], result.stdout + result.stderr, re.MULTILINE)
    if not found:
        raise ValueError(f"{how['command']} (status {result.returncode}) printed no version: {(result.stdout + result.stderr)[:300]!r}")
    return found.group(1)


def manifest(directory, root, key, suite, which):
    """`key` says when it must be made again, `build` names what it is: compiled programs are kept under that name."""
    listed = in_root(root, ["/usr/bin/dpkg-query", "-W", "-f", "${Package} ${Version}\n"]).stdout
    versions = {}
    for toolchain, _, description in toolchains(directory, which, suite):
        try:
            versions[toolchain] = version(root, description)
        except (ValueError, LookupError, TypeError, subprocess.SubprocessError) as error:
            print(f"left out: {toolchain}: {error}", file=sys.stderr)
    content = {"languages": versions, "packages": dict(line.split(" ", 1) for line in listed.splitlines())}
    parts = json.dumps([content, list(extras(directory, suite, which))], sort_keys=True)
    build = hashlib.sha256(parts.encode()).hexdigest()[:16]
    return {"build": build, "key": key, **content}


def entries(root):
    """Every path beneath the root, in order, links not followed."""
    for path, directories, files in os.walk(root):
        directories.sort()
        yield from (os.path.join(path, name) for name in sorted(directories + files))


def describe(path):
    """Kind, mode and content; an owner other than root is part of the mode."""
    status = os.lstat(path)
    owner = "" if status.st_uid == status.st_gid == 0 else f" owner {status.st_uid}:{status.st_gid}"
    mode = f"{stat.S_IMODE(status.st_mode):04o}{owner}"
    if stat.S_ISREG(status.st_mode):
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NOFOLLOW)) as file:
            return f"file {mode} {hashlib.file_digest(file, 'sha256').hexdigest()}"
    if stat.S_ISLNK(status.st_mode):
        return f"link{owner} {hashlib.sha256(os.fsencode(os.readlink(path))).hexdigest()}"
    return f"{'folder' if stat.S_ISDIR(status.st_mode) else 'special file'} {mode}"


def described(root):
    """Name and description of everything; several threads, since hashing lets go of the interpreter."""
    paths = list(entries(root))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        for path, description in zip(paths, threads.map(describe, paths, chunksize=64)):
            yield os.path.relpath(path, root), description


def record(root):
    for name, description in described(root):
        print(description, json.dumps(name))


def check(root, recorded):
    expected = {}
    for line in pathlib.Path(recorded).read_text().splitlines():
        description, quote, name = line.partition(' "')
        expected[json.loads(quote.strip() + name)] = description
    for name, description in described(root):
        wanted = expected.pop(name, None)
        if wanted is None:
            print(f"/{name} was added")
        elif wanted != description:
            print(f"/{name} was {wanted}, is {description}")
    for name in expected:
        print(f"/{name} is gone")


def main(arguments):
    match arguments:
        case ["ids", directory, which]:
            print("\n".join(language_id for language_id, _, _ in languages(directory, which)))
        case ["suites", directory, which]:
            print("\n".join(suites(directory, which)))
        case ["packages", directory, suite, which]:
            print("\n".join(packages(directory, suite, which)))
        case ["extras", directory, suite, which]:
            for language_id, hashed in extras(directory, suite, which):
                print(language_id, hashed)
        case ["remade", directory, suite, which]:
            found = [(folder.name, description) for _, folder, description in toolchains(directory, which, suite)]
            print("\n".join(sorted({language_id for language_id, description in found if description.get("remake_in_copies")})))
        case ["quick-starts", directory, suite, language_id]:
            for _, _, language in languages(directory, language_id):
                print("\n".join(language.get("quick_starts", []) if suite_of(language) == suite else []))
        case ["key", directory, suite, which]:
            print(key(directory, suite, which))
        case ["strip", root]:
            strip(root)
        case ["manifest", directory, root, built_with, suite, which]:
            json.dump(manifest(directory, root, built_with, suite, which), sys.stdout, indent=2)
            print()
        case ["record", root]:
            record(root)
        case ["check", root, recorded]:
            check(root, recorded)
        case _:
            sys.exit(__doc__)


main(sys.argv[1:])
