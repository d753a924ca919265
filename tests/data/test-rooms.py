#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: test-rooms.py SOURCE_DIRECTORY BUILD_DIRECTORY
#
# Each folder below src/core and src/ui is a library that sees the folders that
# README.md says it may include, and no others: the compiler is asked, with the
# command that it got for a file of the folder, to include a header of each other.

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

from tap import plan, point

TOP, BUILD = sys.argv[1:3]

# What may be included, from the bottom up.  The README's table says the same.
ROOMS = {
    "core/base": [],
    "core/format": ["core/base"],
    "core/name": ["core/base"],
    "core/dns": ["core/base"],
    "core/guide": ["core/base"],
    "core/lint": ["core/base", "core/format", "core/name", "core/dns"],
    "core/paste": ["core/base", "core/format", "core/name"],
    "core/record": ["core/base", "core/format", "core/name", "core/dns", "core/lint"],
    "core/import": ["core/base", "core/format", "core/name", "core/dns", "core/lint", "core/paste",
                    "core/record"],
    "core/export": ["core/base", "core/format", "core/name", "core/dns", "core/lint",
                    "core/record"],
    "core/check": ["core/base", "core/format", "core/name", "core/dns", "core/lint",
                   "core/record"],
    "core/connect": ["core/base", "core/format", "core/name", "core/dns", "core/guide",
                     "core/lint", "core/record", "core/check"],
    "core/report": ["core/base", "core/format"],
    "core/cause": ["core/base", "core/format", "core/name", "core/dns", "core/guide", "core/lint",
                   "core/record", "core/check", "core/report"],
    "core/state": ["core/base", "core/format", "core/name", "core/dns", "core/lint",
                   "core/record"],
    "core/post": ["core/base"],
}
CORE = list(ROOMS)
ROOMS.update({
    "ui/widget": CORE,
    "ui/record": CORE + ["ui/widget"],
    "ui/check": CORE + ["ui/widget"],
    "ui/guide": CORE + ["ui/widget"],
    "ui/report": CORE + ["ui/widget", "ui/guide"],
})

# A header of a foreign library, and the rooms that see it.
FOREIGN = {"libsoup/soup.h": ["core/check", "core/post"], "gmime/gmime.h": ["core/report"]}


def headers(room):
    folder = os.path.join(TOP, "src", room)
    return sorted(name for name in os.listdir(folder) if name.endswith(".h"))


def rooms_on_disk():
    found = set()
    for floor in ("core", "ui"):
        folder = os.path.join(TOP, "src", floor)
        for name in os.listdir(folder):
            inside = os.path.join(folder, name)
            if os.path.isdir(inside) and any(f.endswith(".c") for f in os.listdir(inside)):
                found.add(f"{floor}/{name}")
    return found


def commands():
    """Returns for each room the words that compile one of its C files, without the file."""
    with open(os.path.join(BUILD, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    found = {}
    for entry in entries:
        path = os.path.relpath(os.path.join(entry["directory"], entry["file"]), TOP)
        room = os.path.dirname(path).removeprefix("src/")
        if room not in ROOMS or not path.endswith(".c") or room in found:
            continue
        words = shlex.split(entry["command"])
        kept = []
        skip = False
        for word in words:
            if skip:
                skip = False
            elif word in ("-o", "-MF", "-MQ", "-c"):
                skip = word != "-c"
            elif word not in ("-MD", entry["file"]) and not word.startswith("-Werror"):
                kept.append(word)
        found[room] = (entry["directory"], kept)
    return found


def compiles(command, line):
    directory, words = command
    with tempfile.NamedTemporaryFile("w", suffix=".c") as file:
        file.write(f'#include "config.h"\n#include {line}\n')
        file.flush()
        return subprocess.run([*words, "-w", "-fsyntax-only", file.name], cwd=directory,
                              env={**os.environ, "CCACHE_DISABLE": "1"},
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              check=False).returncode == 0


def refuses(room, command):
    """Lists what the room can include although it must not, or cannot although it may."""
    wrong = []
    for other in ROOMS:
        if other == room or not headers(other):
            continue
        may = other in ROOMS[room]
        header = headers(other)[0]
        if compiles(command, f'"{header}"') != may:
            wrong.append(f'{room}: "{header}" of {other} {"cannot" if may else "can"} be included')
        if not may and compiles(command, f'"{os.path.basename(other)}/{header}"'):
            wrong.append(f'{room}: "{os.path.basename(other)}/{header}" can be included')
    for header, owners in FOREIGN.items():
        if compiles(command, f"<{header}>") != (room in owners):
            wrong.append(f"{room}: <{header}>")
    return wrong


def circles():
    """Lists headers of ours that include each other, directly or by way of others."""
    edges = {}
    for room in ROOMS:
        for name in headers(room):
            with open(os.path.join(TOP, "src", room, name), encoding="utf-8") as file:
                edges[name] = re.findall(r'^#include "([^"]+)"', file.read(), re.MULTILINE)
    done, wrong = set(), []

    def walk(name, path):
        if name in path:
            wrong.append(" → ".join([*path[path.index(name):], name]))
        elif name not in done:
            for other in edges.get(name, []):
                walk(other, [*path, name])
            done.add(name)

    for name in edges:
        walk(name, [])
    return wrong


def twice():
    """Lists names that two headers have: which of them is included would be chance."""
    seen, wrong = {}, []
    for folder, _, names in os.walk(os.path.join(TOP, "src")):
        for name in names:
            if name.endswith(".h") and seen.setdefault(name, folder) != folder:
                wrong.append(f"{name}: in {seen[name]} and in {folder}")
    return wrong


def loose():
    return [name for name in os.listdir(os.path.join(TOP, "src", "core")) if name.endswith(".c")]


def nothing(found):
    assert not found, "\n".join(sorted(found))


def sees_what_it_may(room, known):
    assert room in known, f"no file of {room} is compiled"
    nothing(refuses(room, known[room]))


def main():
    point("no file stands outside the rooms of the core", lambda: nothing(loose()))
    point("each folder is a room that is known here",
          lambda: nothing(rooms_on_disk().symmetric_difference(ROOMS)))
    point("no two headers have one name", lambda: nothing(twice()))
    point("no headers include each other in a circle", lambda: nothing(circles()))
    known = commands()
    for room in ROOMS:
        point(f"{room} sees what it may, and no more", sees_what_it_may, room, known)
    plan()


main()
