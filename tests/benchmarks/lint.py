#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint --lines over mixed records: lines a second, beside awk printing as much
without judging, and whether memory stays flat."""

import os
import sys
import tempfile

import data
from measure import run

LEAST_RATE = 250_000
MOST_GROWTH = 1.1

FEW, MANY = 20_000, 200_000


def write_lines(path, records):
    with open(path, "w", encoding="ascii") as lines:
        lines.writelines(record + "\n" for record in records)


with tempfile.TemporaryDirectory() as folder:
    small, large = os.path.join(folder, "small"), os.path.join(folder, "large")
    records = data.records(MANY)
    write_lines(small, records[:FEW])
    write_lines(large, records)
    lint = [sys.argv[1], "lint", "--lines"]
    small_seconds, small_memory = run(lint, small, codes=(3,))
    seconds, memory = run(lint, large, codes=(3,))
    awk, _ = run(["awk", '{ print "{\\"input\\":\\"" $0 "\\",\\"valid\\":true}" }'], large)

rate = MANY / seconds
growth = memory / small_memory
print(f"lint --lines: {rate:,.0f} lines/s (at least {LEAST_RATE:,}), {seconds / awk:.1f} times "
      f"awk; {FEW:,} records in {small_seconds:.2f} s; memory {memory} KiB, {growth:.2f} times "
      f"that of {FEW:,} lines")
sys.exit(0 if rate >= LEAST_RATE and growth <= MOST_GROWTH else 1)
