#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard, from outside: Tab goes round every view, page and dialog in both
directions, and what closes leaves the focus where it was."""

import os
import pathlib
import sys
import tempfile

from driver import get_name, get_role, run_tests, wait_for
from focus import check_round, find_stops, get_window
from reports import find_text

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
import report_files  # noqa: E402 (stands beside the tests, not here)

FOLDER = tempfile.TemporaryDirectory()
FORM = ("--domain", "example.com", "--rua", "a@example.com", "--rua", "https://example.com/r")


def write_reports():
    """Two reports with failures, and a file that is none."""
    path = pathlib.Path(FOLDER.name)
    (path / "report.json").write_bytes(report_files.text())
    (path / "another.json").write_bytes(report_files.text(report_id="id-2"))
    (path / "broken.json").write_bytes(b"{")
    return str(path)


REPORTS = write_reports()


def wait_focus(program, role, name):
    wait_for(f"the focus on {role} “{name}”",
             lambda: any((get_role(node), get_name(node)) == (role, name)
                         for node in program.nodes() if program.has_focus(node)))


def tab_to(program, role, name):
    """As with the keyboard alone, from wherever the focus is."""
    stop = [node for node in find_stops(get_window(program))
            if (get_role(node), get_name(node)) == (role, name)][-1]
    for _ in range(60):
        if program.has_focus(stop):
            return
        program.key("Tab")
        wait_for("the window", lambda: program.root.get_children())
    raise AssertionError(f"Tab does not get to {role} “{name}”")


def round_the_record(start):
    program = start()
    program.find("push button", "Create Record")
    check_round(program, "an empty form")
    program.quit()
    program = start(*FORM)
    program.find("push button", "Copy Record Value")
    check_round(program, "a record")
    program.quit()


def round_the_other_views(start):
    program = start(*FORM)
    program.find("push button", "Copy Record Value")
    for key, role, name in (("alt+k", "push button", "Check"),
                            ("alt+t", "push button", "Open Files…"),
                            ("alt+i", "list item", "All Reason Codes")):
        program.key(key)
        program.find(role, name)
        check_round(program, name)
    program.quit()


def pages_give_the_focus_back(start):
    program = start(REPORTS)
    find_text(program, "6 of 26 sessions failed; 1 problem to fix")

    # From an item of a menu, which is gone by then: to its button.
    more = program.find_all(("push button", "toggle button"), "More")[-1]
    for leave in ("Escape", "alt+Left", "Return"):
        tab_to(program, get_role(more), "More")
        program.key("Return")
        wait_for("the menu", lambda: program.find_all("menu item"))
        program.key("n")
        find_text(program, "broken.json")
        wait_focus(program, "push button", "Back")
        program.key(leave)
        wait_focus(program, get_role(more), "More")

    # And keys do what they did.
    program.key("ctrl+f")
    wait_focus(program, "entry", "Search the tables")
    program.quit()


run_tests(
    round_the_record,
    round_the_other_views,
    pages_give_the_focus_back,
)
