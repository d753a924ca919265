#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""generate --batch over many lines: lines a second of CPU, beside awk doing the
same without any check, and whether memory stays flat."""

import os
import sys
import tempfile

import data
from measure import run

LEAST_RATE = 500_000
MOST_GROWTH = 1.1

FEW, MANY = 20_000, 200_000


def write_lines(path, texts):
    with open(path, "w", encoding="utf-8") as lines:
        lines.writelines(text + "\n" for text in texts)


with tempfile.TemporaryDirectory() as folder:
    small, large = os.path.join(folder, "small"), os.path.join(folder, "large")
    texts = data.lines(MANY)
    write_lines(small, texts[:FEW])
    write_lines(large, texts)
    batch = [sys.argv[1], "generate", "--batch"]
    _, small_memory = run(batch, small)
    seconds, memory = run(batch, large)
    awk, _ = run(["awk", '{ print "_smtp._tls." $1 ". 3600 IN TXT \\"v=TLSRPTv1; rua=mailto:" $2 '
                         '"," $3 "\\"" }'], large)

rate = MANY / seconds
growth = memory / small_memory
print(f"batch: {rate:,.0f} lines/s (at least {LEAST_RATE:,}), {seconds / awk:.1f} times awk; "
      f"memory {memory} KiB, {growth:.2f} times that of {FEW:,} lines")
sys.exit(0 if rate >= LEAST_RATE and growth <= MOST_GROWTH else 1)
