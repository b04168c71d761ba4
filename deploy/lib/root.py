#!/usr/bin/env python3
"""What deploy/lib/build-root.sh needs beside shell: reads languages/*/language.yaml, cleans a root file system, writes its manifest.

    root.py packages LANGUAGES SET...       the Debian packages of the languages in these sets, one a line
    root.py extras LANGUAGES SET...         "id hash" of each language that installs more than Debian packages
    root.py npm LANGUAGES ID                the npm packages of a language, as npm takes them
    root.py strip ROOT                      takes away setuid and setgid bits, capabilities and others' right to write
    root.py manifest LANGUAGES ROOT KEY SET...  the manifest on standard output; asks each toolchain for its version
    root.py record ROOT                     every file, link and folder with mode and content's hash, on standard output
    root.py check ROOT RECORD               what is otherwise, one a line; nothing when all is as recorded
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


def languages(directory, sets):
    """(id, folder, description) of each language in one of the sets; a folder that can't be read is left out, aloud."""
    for folder in sorted(pathlib.Path(directory).iterdir()):
        description = folder / "language.yaml"
        if not description.is_file():
            continue
        try:
            language = yaml.safe_load(description.read_text())
            wanted = language.get("set") in sets
            packages = language.get("packages", {})
            packages.get("debian"), packages.get("npm")
        except (yaml.YAMLError, AttributeError) as error:
            print(f"left out: {description}: {error}", file=sys.stderr)
            continue
        if wanted:
            yield folder.name, folder, language


def packages(directory, sets):
    return sorted({package for _, _, language in languages(directory, sets) for package in language["packages"].get("debian", [])})


def hash_of(folder):
    """Over everything in a language's folder that can reach the root file system."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and "selftest" not in path.relative_to(folder).parts):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(folder)} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:32]


def extras(directory, sets):
    for language_id, folder, language in languages(directory, sets):
        if (folder / "install.sh").exists() or language["packages"].get("npm"):
            yield language_id, hash_of(folder)


def npm(directory, language_id):
    language = yaml.safe_load((pathlib.Path(directory) / language_id / "language.yaml").read_text())
    return [f"{name}@{version}" for name, version in language["packages"].get("npm", {}).items()]


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


def manifest(directory, root, key, sets):
    """`key` says when it must be made again, `build` names what it is: compiled programs are kept under that name."""
    listed = in_root(root, ["/usr/bin/dpkg-query", "-W", "-f", "${Package} ${Version}\n"]).stdout
    versions = {}
    for language_id, _, language in languages(directory, sets):
        try:
            versions[language_id] = version(root, language)
        except (ValueError, LookupError, TypeError, subprocess.SubprocessError) as error:
            print(f"left out: {language_id}: {error}", file=sys.stderr)
    content = {"languages": versions, "packages": dict(line.split(" ", 1) for line in listed.splitlines())}
    parts = json.dumps([content, list(extras(directory, sets))], sort_keys=True)
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
        case ["packages", directory, *sets]:
            print("\n".join(packages(directory, sets)))
        case ["extras", directory, *sets]:
            for language_id, key in extras(directory, sets):
                print(language_id, key)
        case ["npm", directory, language_id]:
            print("\n".join(npm(directory, language_id)))
        case ["strip", root]:
            strip(root)
        case ["manifest", directory, root, key, *sets]:
            json.dump(manifest(directory, root, key, sets), sys.stdout, indent=2)
            print()
        case ["record", root]:
            record(root)
        case ["check", root, recorded]:
            check(root, recorded)
        case _:
            sys.exit(__doc__)


main(sys.argv[1:])
