#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check over 1,000 domains against a name server that takes 20 ms for an answer: how near
the time is to that of the waiting alone; and over 10,000: whether memory stays flat."""

import os
import subprocess
import sys
import tempfile
import threading
import time

from measure import run

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "check"))

# pylint: disable=wrong-import-position
from quickserver import QuickServer

DELAY = 0.02
DOMAINS = 1000
MANY_DOMAINS = 10000
# TLSRPT_LIMIT_LOOKUPS
PARALLEL = 16
# What a domain publishes, and then what surrounds that: one waits for the other.
STAGES = 2
RUNS = 3
MOST_TIME = 1.3
MOST_GROWTH = 1.25


def measure(command, server, path):
    """The seconds it took, those of the waiting alone, and those at work."""
    server.delays.clear()
    begin = time.monotonic()
    processor, _ = run(command, path)
    seconds = time.monotonic() - begin
    delay = sum(server.delays) / len(server.delays)
    return seconds, DOMAINS / PARALLEL * STAGES * delay, processor


def names(count):
    return "".join(f"host{i}.example\n" for i in range(count))


def peak(command, count):
    """The peak of memory in KiB once so many domains are answered."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as process:
        def write():
            process.stdin.write(names(count))
            process.stdin.flush()

        writer = threading.Thread(target=write)
        writer.start()
        for _ in range(count):
            process.stdout.readline()
        writer.join()
        with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
            kib = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
        process.stdin.close()
    return kib


with tempfile.TemporaryDirectory() as folder:
    domains = os.path.join(folder, "domains")
    with open(domains, "w", encoding="ascii") as file:
        file.write(names(DOMAINS))

    server = QuickServer(DELAY)
    check = [sys.argv[1], "check", "--json", "--server", server.address]
    # The best of several: what else the machine does only makes it slower.
    seconds, ideal, processor = min((measure(check, server, domains) for _ in range(RUNS)),
                                    key=lambda result: result[0] / result[1])
    server.delay = 0
    few, many = peak(check, DOMAINS), peak(check, MANY_DOMAINS)

growth = many / few
print(f"check: {seconds:.2f} s for {DOMAINS} domains, {seconds / ideal:.2f} times the "
      f"{ideal:.2f} s of waiting (at most {MOST_TIME}), {processor:.2f} s of it at work; "
      f"memory {many} KiB for {MANY_DOMAINS}, {growth:.2f} times that for {DOMAINS} "
      f"(at most {MOST_GROWTH})")
sys.exit(0 if seconds <= MOST_TIME * ideal and growth <= MOST_GROWTH else 1)
