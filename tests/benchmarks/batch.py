#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""generate --batch over a million lines: lines a second, beside awk doing the
same without any check, and whether memory stays flat."""

import os
import sys
import tempfile

from measure import run

LEAST_RATE = 500_000
MOST_GROWTH = 1.1


def write_lines(path, count):
    with open(path, "w", encoding="ascii") as lines:
        for i in range(count):
            lines.write(f"host{i}.example.com tlsrpt@host{i}.example.com "
                        f"https://reports.example.net/v1/{i}\n")


with tempfile.TemporaryDirectory() as folder:
    small, large = os.path.join(folder, "small"), os.path.join(folder, "large")
    write_lines(small, 10_000)
    write_lines(large, 1_000_000)
    batch = [sys.argv[1], "generate", "--batch"]
    _, small_memory = run(batch, small)
    seconds, memory = run(batch, large)
    awk, _ = run(["awk", '{ print "_smtp._tls." $1 ". 3600 IN TXT \\"v=TLSRPTv1; rua=mailto:" $2 '
                         '"," $3 "\\"" }'], large)

rate = 1_000_000 / seconds
growth = memory / small_memory
print(f"batch: {rate:,.0f} lines/s (at least {LEAST_RATE:,}), {seconds / awk:.1f} times awk; "
      f"memory {memory} KiB, {growth:.2f} times that of 10,000 lines")
sys.exit(0 if rate >= LEAST_RATE and growth <= MOST_GROWTH else 1)
