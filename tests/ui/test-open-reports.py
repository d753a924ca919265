# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Has the window open every file of report_files.py, with warnings fatal: each that
holds a report by itself, then all of them at once.

usage: test-open-reports.py SESSION OPEN-REPORTS
"""

import itertools
import os
import subprocess
import sys
import tempfile

import report_files

LIMIT = 200


def open_files(*paths):
    result = subprocess.run([*sys.argv[1:], *paths], stdout=subprocess.PIPE, timeout=LIMIT,
                            text=True, check=False)
    # Its own version of TAP, from later versions of GLib, is not ours.
    print(*(f"# {line}" for line in result.stdout.splitlines()), sep="\n")
    return result.returncode == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        single = []
        for name, data, n_reports, *_ in itertools.chain(report_files.senders(),
                                                         report_files.hostile()):
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                file.write(data)
            if n_reports > 0 and len(data) > 100000:
                single.append(path)

        failed = 0
        for number, paths in enumerate([[folder], *([path] for path in single)], 1):
            result = "ok" if open_files(*paths) else "not ok"
            failed += result != "ok"
            print(f"{result} {number} {'all' if number == 1 else os.path.basename(paths[0])}",
                  flush=True)
        print(f"1..{1 + len(single)}")
    return 1 if failed else 0


sys.exit(main())
