#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who looks elsewhere while reports are read is told when that ends."""

import pathlib
import signal
import sys
import tempfile
import time

from driver import LIMIT, run_tests, wait_for
from notifications import Notifications
from reports import find_text, make_large_files, open_by_bus, quit_by_bus

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
import report_files  # noqa: E402 (stands beside the tests, not here)

FOLDER = tempfile.TemporaryDirectory()
HEADLINE = "3 of 13 sessions failed; 1 problem to fix"

# The page has three.
LONG_TIME = 3.1

# Too many megabytes to read while a signal is sent, for any machine.
N_FILES = 400


def read_for_long(program, is_watched=False):
    """Has the program read a folder, and holds it up meanwhile."""
    folder = make_large_files(FOLDER.name, N_FILES)
    start = time.monotonic()
    open_by_bus(folder)
    program.process.send_signal(signal.SIGSTOP)
    if not is_watched:
        program.lose_focus()
    wait_for("time to pass", lambda: time.monotonic() - start > LONG_TIME)
    program.process.send_signal(signal.SIGCONT)


def a_long_time_is_told(start):
    report = pathlib.Path(FOLDER.name, "report.json")
    report.write_bytes(report_files.text())
    program = start()

    # There is a desktop that shows no notifications.
    read_for_long(program)
    find_text(program, "No Reports Found")

    # Nobody is told of what was soon read, nor who sees it.
    notifications = Notifications()
    open_by_bus(report)
    program.lose_focus()
    find_text(program, HEADLINE)
    program.take_focus()
    read_for_long(program, is_watched=True)
    find_text(program, f"{2 * N_FILES} files could not be read.")
    assert not notifications.shown, notifications.shown

    # A click leads to what the window shows.
    read_for_long(program)
    wait_for("a notification", lambda: notifications.shown)
    assert notifications.shown == {1: ("Reports Loaded", HEADLINE)}, notifications.shown
    program.press(program.find("page tab", "Record"))
    program.find_entry("Domain")
    notifications.activate(1)
    find_text(program, HEADLINE)

    # Whoever looks at the window needs it no longer.
    read_for_long(program)
    wait_for("another notification", lambda: 2 in notifications.shown)
    program.take_focus()
    wait_for("no notification", lambda: not notifications.shown)

    # It goes with the program.
    read_for_long(program)
    wait_for("a third notification", lambda: 3 in notifications.shown)
    quit_by_bus()
    program.process.wait(LIMIT)
    wait_for("nothing to lead anywhere", lambda: not notifications.shown)


run_tests(a_long_time_is_told)
