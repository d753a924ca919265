#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Instructions per operation of the core, counted by callgrind."""

import re
import subprocess
import sys

OPERATIONS = [
    "domain",
    "international domain",
    "address",
    "url",
    "record, 16 destinations",
]
COUNT = 2000


def count_instructions(program, operation, count):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
               program, operation, str(count)]
    result = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", result.stderr).group(1))


for operation in OPERATIONS:
    base = count_instructions(sys.argv[1], operation, 0)
    total = count_instructions(sys.argv[1], operation, COUNT)
    print(f"{operation:28} {(total - base) // COUNT:8,} instructions")
