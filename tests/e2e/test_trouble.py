#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong around the program, with warnings fatal: a folder of the kernel, a disk
that is full."""

import os
import pathlib
import subprocess
import tempfile

from driver import (
    LIMIT, PROGRAM, get_text, is_editable, is_showing, run_tests, wait_for,
)
from reports import find_text, write_failures

ARGUMENTS = ("--domain", "example.com", "--rua", "tlsrpt@example.com")

# Mounts of its own, which nobody else sees; the user stays who it is for the bus.
UNSHARE = ["unshare", "--mount"]
if os.getuid() != 0:
    UNSHARE += ["--map-current-user", "--keep-caps"]


def can_mount():
    return subprocess.run([*UNSHARE, "mount", "-t", "tmpfs", "none", "/mnt"], check=False,
                          capture_output=True, timeout=LIMIT).returncode == 0


def make_program(folder, commands):
    """A program that runs commands in a namespace of mounts, and becomes ours."""
    path = pathlib.Path(folder, "program")
    path.write_text("#!/bin/sh\nexec " + " ".join(UNSHARE) + f" sh -c '{commands} && "
                    f"exec {PROGRAM} \"$@\"' sh \"$@\"\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def type_name(program, path):
    """In the dialog that asks for the name of a file."""
    wait_for("the name of the file", lambda: [
        node for node in program.nodes()
        if is_showing(node) and program.has_focus(node) and
        is_editable(node) and get_text(node).endswith(path.suffix)])
    program.key("ctrl+a")
    program.type(str(path))


def the_kernel_has_no_reports(start):
    with tempfile.TemporaryDirectory() as folder:
        program = start(write_failures(folder), "/proc")
        # A few of its files change while they are read, others never end.
        wait_for("what was read", lambda: (
            program.find_all("label", contains="could not be read") or
            program.find_all("label", contains=" files")))
        program.key("alt+n")
        find_text(program, "6 of 26 sessions failed; 1 problem to fix")
        program.quit()


def a_full_disk_is_said(start):
    if not can_mount():
        print("# no mounts here")
        return
    with tempfile.TemporaryDirectory() as folder:
        disk = pathlib.Path(folder, "disk")
        disk.mkdir()
        program = start(*ARGUMENTS, program=make_program(
            folder, f"mount -t tmpfs -o size=16k none {disk} && "
                    f"{{ cat /dev/zero > {disk}/old 2> /dev/null || true; }}"))
        program.find("push button", "Copy Record Value")
        program.key("ctrl+s")
        type_name(program, disk / "record.zone")
        program.key("Return")
        program.find("label", contains="Not saved: ")
        # As the program sees it.
        seen = pathlib.Path(f"/proc/{program.process.pid}/root{disk}")
        assert os.listdir(seen) == ["old"], os.listdir(seen)
        program.quit()


run_tests(
    the_kernel_has_no_reports,
    a_full_disk_is_said,
)
