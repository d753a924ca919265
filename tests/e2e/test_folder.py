#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder of reports that is kept from one start to the next, and watched."""

import json
import os
import pathlib
import shutil
import sys
import tempfile

from driver import get_name, is_showing, run_tests, wait_for
from notifications import Notifications
from reports import find_text

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
import report_files  # noqa: E402 (stands beside the tests, not here)

ONE = "3 of 13 sessions failed; 1 problem to fix"
TWO = "6 of 26 sessions failed; 2 problems to fix"


def make_maildir():
    path = pathlib.Path(tempfile.mkdtemp(prefix="reports-", dir=os.environ.get("HOME")))
    for name in ("cur", "new", "tmp"):
        (path / name).mkdir()
    return path


def deliver(maildir, name, **changes):
    """As a mail server does: the message is whole when it is in “new”."""
    data = report_files.message(report_files.part(report_files.member(
        report_files.text(**changes))))
    (maildir / "tmp" / name).write_bytes(data)
    os.rename(maildir / "tmp" / name, maildir / "new" / name)


def other_problem():
    return [report_files.entry(**{"failure-details": [report_files.failure(**{
        "result-type": "starttls-not-supported", "receiving-mx-hostname": "mx2.example.com"})]})]


def put_state(maildir, seen=None):
    """A state folder for a start, with the folder chosen; a file chooser belongs to the
    desktop."""
    folder = tempfile.mkdtemp(prefix="state-", dir=os.environ.get("HOME"))
    os.mkdir(os.path.join(folder, "tlsrpt-generator"), 0o700)
    kept = {"path": str(maildir)}
    if seen is not None:
        kept["seen"] = seen
    with open(os.path.join(folder, "tlsrpt-generator", "state.json"), "w",
              encoding="utf-8") as file:
        json.dump({"version": 1, "view": "reports", "folder": kept}, file)
    return folder


def get_kept(program):
    path = os.path.join(program.state, "tlsrpt-generator", "state.json")
    try:
        with open(path, encoding="ascii") as file:
            return json.load(file).get("folder")
    except (OSError, ValueError):
        return None


def is_marked_new(program, words):
    return any(is_showing(node) and get_name(node).startswith("New, ") and
               words in get_name(node) for node in program.nodes())


def a_report_arrives(start):
    maildir = make_maildir()
    deliver(maildir, "1")
    first = start(state=put_state(maildir))
    find_text(first, ONE)
    wait_for("what was seen to be kept", lambda: len((get_kept(first) or {}).get("seen", [])) == 1)

    # One is delivered, and one was read: that is the same as before.
    os.rename(maildir / "new" / "1", maildir / "cur" / "1:2,S")
    deliver(maildir, "2", report_id="id-2", policies=other_problem())
    find_text(first, TWO)
    wait_for("the new problem to be marked", lambda: is_marked_new(first, "mx2.example.com"))
    assert not is_marked_new(first, "mx.example.com")
    wait_for("what was seen to be kept", lambda: len(get_kept(first)["seen"]) == 2)
    before = sorted(path.name for path in maildir.rglob("*"))
    first.quit()

    # It is there again, and nothing of it is new.
    again = start(state=first.state)
    find_text(again, TWO)
    assert not is_marked_new(again, "")
    assert sorted(path.name for path in maildir.rglob("*")) == before
    again.quit()


def who_looks_elsewhere_is_told(start):
    maildir = make_maildir()
    program = start(state=put_state(maildir, []))
    find_text(program, "No Reports Yet")
    program.press(program.find("page tab", "Record"))
    program.find_entry("Domain")

    notifications = Notifications()
    program.lose_focus()
    deliver(maildir, "1")
    deliver(maildir, "2", report_id="id-2", policies=other_problem())
    # One, whatever comes.
    wait_for("one notification", lambda: list(notifications.shown.values()) == [
        ("New Reports", "2 new problems to fix")])
    notifications.activate(next(iter(notifications.shown)))
    find_text(program, TWO)
    program.take_focus()
    wait_for("the problems to be marked", lambda: is_marked_new(program, "mx2.example.com"))
    wait_for("what was seen to be kept", lambda: len(get_kept(program)["seen"]) == 2)
    program.quit()


def a_folder_that_is_gone(start):
    maildir = make_maildir()
    deliver(maildir, "1")
    program = start(state=put_state(maildir, []))
    find_text(program, ONE)
    shutil.rmtree(maildir)
    program.find("push button", "Choose Another…")
    program.find(("label", "static"), contains="No such file or directory")
    assert get_kept(program)["path"] == str(maildir)

    # By keyboard alone.
    button = program.find("push button", "Forget Folder")
    for _ in range(40):
        focused = program.focused()
        if program.has_focus(button):
            break
        program.key("Tab")
        wait_for("the focus to move", lambda: program.focused() != focused)
    program.key("Return")
    find_text(program, "No Reports Open")
    wait_for("the folder to be forgotten", lambda: get_kept(program) is None)
    program.quit()


run_tests(a_report_arrives, who_looks_elsewhere_is_told, a_folder_that_is_gone)
