#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time to the first frame and peak memory of the window, beside those of an empty
window of libadwaita: same renderer, runs in turn, medians."""

import statistics
import subprocess
import sys

ROUNDS = 15
MOST_TIME = 1.5
MOST_MEMORY = 1.25

times = {"bare": [], "full": []}
memory = {"bare": [], "full": []}

for turn in range(ROUNDS + 1):
    for kind in times:
        output = subprocess.run([sys.argv[1], kind], stdout=subprocess.PIPE, text=True,
                                check=True).stdout.split()
        # The first round fills the caches of the system.
        if turn > 0:
            times[kind].append(int(output[0]) / 1000)
            memory[kind].append(int(output[1]) / 1024)

time_ratio = statistics.median(times["full"]) / statistics.median(times["bare"])
memory_ratio = statistics.median(memory["full"]) / statistics.median(memory["bare"])

for kind in times:
    print(f"{kind}: first frame after {statistics.median(times[kind]):.0f} ms, "
          f"peak memory {statistics.median(memory[kind]):.1f} MiB")
print(f"time {time_ratio:.2f} times (at most {MOST_TIME}), "
      f"memory {memory_ratio:.2f} times (at most {MOST_MEMORY})")
sys.exit(0 if time_ratio <= MOST_TIME and memory_ratio <= MOST_MEMORY else 1)
