# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a command takes."""

import fcntl
import os
import shutil
import subprocess
import termios
import time


def run(command, path, codes=(0,)):
    """Seconds of CPU and the peak of memory in KiB of a command that reads a file and
    ends with one of the codes."""
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
    assert os.waitstatus_to_exitcode(code) in codes, command
    return usage.ru_utime + usage.ru_stime, peak
