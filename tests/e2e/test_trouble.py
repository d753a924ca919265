#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong around the program, with warnings fatal: folders of the kernel, what is
no file, more files than anybody has, a disk that is full."""

import os
import pathlib
import tempfile

from driver import run_tests, wait_for
from reports import find_text, write_failures
from surroundings import can_mount, make_full_disk, seen_by, type_name

ARGUMENTS = ("--domain", "example.com", "--rua", "tlsrpt@example.com")


def wait_read(program):
    assert program.is_open("push button", "Main Menu")
    wait_for("the end", lambda: not program.is_open("push button", "Cancel"))


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


def what_is_no_file_has_no_reports(start):
    with tempfile.TemporaryDirectory() as folder:
        write_failures(folder)
        os.mkfifo(os.path.join(folder, "fifo.json"))
        os.symlink("/dev/zero", os.path.join(folder, "zero.json"))
        program = start(folder, "/dev")
        # All of it, since nobody cancels: the fifo has nobody at its other end.
        wait_read(program)
        find_text(program, "6 of 26 sessions failed; 1 problem to fix")
        program.find("label", contains=" files could not be read")
        program.quit()


def more_files_than_anybody_has(start):
    with tempfile.TemporaryDirectory() as folder:
        write_failures(folder)
        many = os.path.join(folder, "zzz")
        os.mkdir(many)
        for i in range(100_000):
            # More links than that no file can have.
            name = "report.json" if i % 2 else "another.json"
            os.link(os.path.join(folder, name), os.path.join(many, str(i)))
        program = start(folder)
        # The keyboard works meanwhile.
        program.key("alt+1")
        program.find("push button", "Create Record")
        program.key("alt+3")
        find_text(program, "6 of 26 sessions failed; 1 problem to fix")
        wait_read(program)
        program.press(program.find_all(("push button", "toggle button"), "More")[-1])
        wait_for("the menu", lambda: program.find_all("menu item"))
        program.key("n")
        program.find("label", contains="Only the first 2000 files were read")
        program.quit()


def a_full_disk_is_said(start):
    if not can_mount():
        print("# no mounts here")
        return
    with tempfile.TemporaryDirectory() as folder:
        disk = pathlib.Path(folder, "disk")
        program = start(*ARGUMENTS, program=make_full_disk(folder, disk))
        program.find("push button", "Copy Record Value")
        program.key("ctrl+s")
        type_name(program, disk / "record.zone")
        program.key("Return")
        program.find("label", contains="Not saved: ")
        seen = seen_by(program, disk)
        assert os.listdir(seen) == ["old"], os.listdir(seen)
        program.quit()


run_tests(
    the_kernel_has_no_reports,
    what_is_no_file_has_no_reports,
    more_files_than_anybody_has,
    a_full_disk_is_said,
)
