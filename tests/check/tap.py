# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The points of a TAP test."""

import sys
import traceback

_points = 0
_failures = 0


def point(name, function, *arguments):
    """A point that passes if the function returns; failed assertions say why."""
    global _points, _failures
    _points += 1
    try:
        function(*arguments)
        print(f"ok {_points} {name}", flush=True)
    except Exception:  # pylint: disable=broad-except
        _failures += 1
        print(f"not ok {_points} {name}", flush=True)
        traceback.print_exc(file=sys.stderr)


def plan():
    print(f"1..{_points}")
    sys.exit(1 if _failures else 0)
