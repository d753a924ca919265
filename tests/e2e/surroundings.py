# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that start in surroundings of their own: with other mounts, or with what
makes trouble."""

import os
import pathlib
import subprocess

from driver import LIMIT, PROGRAM, get_text, is_editable, is_showing, wait_for

# Mounts of its own, which nobody else sees; the user stays who it is for the bus.
UNSHARE = ["unshare", "--mount"]
if os.getuid() != 0:
    UNSHARE += ["--map-current-user", "--keep-caps"]


def can_mount():
    return subprocess.run([*UNSHARE, "mount", "-t", "tmpfs", "none", "/mnt"], check=False,
                          capture_output=True, timeout=LIMIT).returncode == 0


def write_program(folder, line):
    """A program whose last words are ours."""
    path = pathlib.Path(folder, "program")
    path.write_text(f"#!/bin/sh\nexec {line}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def make_program(folder, commands):
    """A program that runs commands in a namespace of mounts, and becomes ours."""
    return write_program(folder, " ".join(UNSHARE) + f" sh -c '{commands} && "
                         f"exec {PROGRAM} \"$@\"' sh \"$@\"")


def make_full_disk(folder, disk):
    """A program that sees a disk there on which nothing has room."""
    disk.mkdir()
    return make_program(folder, f"mount -t tmpfs -o size=16k,mode=700 none {disk} && "
                                f"{{ cat /dev/zero > {disk}/old 2> /dev/null || true; }}")


def seen_by(program, path):
    """A path as the program sees it."""
    return pathlib.Path(f"/proc/{program.process.pid}/root{path}")


def type_name(program, path):
    """In the dialog that asks for the name of a file."""
    wait_for("the name of the file", lambda: [
        node for node in program.nodes()
        if is_showing(node) and program.has_focus(node) and
        is_editable(node) and get_text(node).endswith(path.suffix)])
    program.key("ctrl+a")
    program.type(str(path))
