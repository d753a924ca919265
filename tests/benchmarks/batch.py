#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""generate --batch over a million lines: lines a second, beside awk doing the
same without any check, and whether memory stays flat."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import termios
import time

LEAST_RATE = 500_000
MOST_GROWTH = 1.1


def run(command, path):
    """Seconds of CPU and the peak of memory in KiB."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    with open(path, "rb") as lines:
        shutil.copyfileobj(lines, process.stdin, 65536)
    process.stdin.flush()

    # The peak stands in /proc until the end comes, and the end waits for our pipe.
    while fcntl.ioctl(process.stdin, termios.FIONREAD, bytes(4)) != bytes(4):
        time.sleep(0.01)
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))

    process.stdin.close()
    _, code, usage = os.wait4(process.pid, 0)
    assert code == 0, command
    return usage.ru_utime + usage.ru_stime, peak


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
