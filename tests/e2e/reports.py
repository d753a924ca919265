# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How other programs have reports opened, and what the window says of them."""

import os
import pathlib
import subprocess
import sys
import tempfile

from driver import PROGRAM, PROGRAM_ENVIRONMENT, get_name, is_showing, wait_for

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
import report_files  # noqa: E402 (stands beside the tests, not here)

APPLICATION_ID = os.environ["APPLICATION_ID"]


def find_text(program, text):
    """Whatever shows it."""
    def look():
        return [node for node in program.nodes() if is_showing(node) and get_name(node) == text]
    return wait_for(f"“{text}”", look)[0]


def open_by_command(*files):
    """A second process hands its files to the one that runs, and ends."""
    subprocess.run([PROGRAM, *files], env=PROGRAM_ENVIRONMENT, check=True, timeout=30)


def _call(method, *arguments):
    subprocess.run(["gdbus", "call", "--session", "--dest", APPLICATION_ID, "--object-path",
                    "/" + APPLICATION_ID.replace(".", "/"), "--method",
                    "org.freedesktop.Application." + method, *arguments],
                   check=True, timeout=30, stdout=subprocess.DEVNULL)


def open_by_bus(*files):
    """As file managers do with a program that a bus can start."""
    uris = ", ".join(f"'{file.as_uri()}'" for file in files)
    _call("Open", f"[{uris}]", "{}")


def quit_by_bus():
    """As a desktop does from the menu of the program, which need not be looked at."""
    _call("ActivateAction", "quit", "[]", "{}")


def make_large_files(folder, number):
    """A folder with one file under many names, which take no more room than one.  None
    is a report."""
    path = pathlib.Path(tempfile.mkdtemp(dir=folder))
    (path / "0.json").write_bytes(b"{" + b" " * (15 << 20) + b"}")
    for i in range(1, number):
        os.link(path / "0.json", path / f"{i}.json")
    return path


def write_failures(folder):
    """Two reports with failures, and a file that is none."""
    path = pathlib.Path(folder)
    (path / "report.json").write_bytes(report_files.text())
    (path / "another.json").write_bytes(report_files.text(report_id="id-2"))
    (path / "broken.json").write_bytes(b"{")
    return str(path)
