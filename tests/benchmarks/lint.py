#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint --lines over a million mixed records: lines a second, beside awk printing as
much without judging, and whether memory stays flat."""

import os
import sys
import tempfile

from measure import run

LEAST_RATE = 50_000
MOST_GROWTH = 1.1

RECORDS = [
    "v=TLSRPTv1; rua=mailto:tlsrpt@host{}.example.com",
    "v=TLSRPTv1;rua=mailto:tls-reports@host{}.example.net;",
    "v=TLSRPTv1; rua=mailto:a{}@example.org,https://reports.example.net/v1/tlsrpt",
    "v=TLSRPTv1; rua=https://tlsrpt.example.com/v1/{}?key=value",
    "v=TLSRPTv1; rua=mailto:a@h{}.example, mailto:b@h.example; ext=1",
    "v=TLSRPTv1; rua=mailto:a!b@host{}.example.com",
    "v=tlsrptv1; rua=reports@host{}.example.com;;",
    "v=DMARC1; p=none; rua=mailto:dmarc{}@example.com",
]


def write_lines(path, count):
    with open(path, "w", encoding="ascii") as lines:
        for i in range(count):
            lines.write(RECORDS[i % len(RECORDS)].format(i) + "\n")


with tempfile.TemporaryDirectory() as folder:
    small, large = os.path.join(folder, "small"), os.path.join(folder, "large")
    write_lines(small, 100_000)
    write_lines(large, 1_000_000)
    lint = [sys.argv[1], "lint", "--lines"]
    small_seconds, small_memory = run(lint, small, codes=(3,))
    seconds, memory = run(lint, large, codes=(3,))
    awk, _ = run(["awk", '{ print "{\\"input\\":\\"" $0 "\\",\\"valid\\":true}" }'], large)

rate = 1_000_000 / seconds
growth = memory / small_memory
print(f"lint --lines: {rate:,.0f} lines/s (at least {LEAST_RATE:,}), {seconds / awk:.1f} times "
      f"awk; 100,000 records in {small_seconds:.2f} s; memory {memory} KiB, {growth:.2f} times "
      f"that of 100,000 lines")
sys.exit(0 if rate >= LEAST_RATE and growth <= MOST_GROWTH else 1)
