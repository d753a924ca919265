#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two thousand files, and a hundred thousand failures, opened in the window: when
something is seen, and for how long the window does not answer.

usage: reports-window.py REPORTS-WINDOW"""

import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
import report_files  # noqa: E402 (stands beside the tests, not here)

MOST_FIRST = 1000
MOST_STALL = 50


def many_files(folder):
    for number in range(2000):
        day = f"2026-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        (folder / f"{number}.json").write_bytes(report_files.text(
            report_id=f"id-{number}", organization_name=f"Sender {number % 50}",
            date_range={"start-datetime": f"{day}T00:00:00Z", "end-datetime": f"{day}T23:59:59Z"}))


def many_failures(folder):
    for number in range(2):
        details = [report_files.failure(**{"failed-session-count": (7919 * i) % 1000 + 1})
                   for i in range(50000)]
        (folder / f"{number}.json").write_bytes(report_files.text(
            report_id=f"id-{number}",
            policies=[report_files.entry(**{"failure-details": details})]))


def measure(make):
    with tempfile.TemporaryDirectory() as folder:
        make(pathlib.Path(folder))
        output = subprocess.run([sys.argv[1], folder], stdout=subprocess.PIPE, check=True).stdout
    first, everything, ordered, stall, n_rows = map(int, output.split())
    print(f"{make.__name__}: first result after {first} ms (at most {MOST_FIRST}), "
          f"all after {everything} ms, {n_rows} rows sorted in {ordered} ms, "
          f"longest stall {stall} ms (at most {MOST_STALL})")
    return first <= MOST_FIRST and stall <= MOST_STALL


sys.exit(0 if all([measure(many_files), measure(many_failures)]) else 1)
