# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Network and mount namespaces of a test's own: what it serves, and what it puts in
place of the system's files, nobody else sees."""

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys

MARK = "TLSRPT_TEST_SANDBOX"
SIOCSIFFLAGS = 0x8914
IFF_UP = 0x1


def skip(reason):
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def require(*programs):
    """Skips the test if a program is missing."""
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    for program in programs:
        if shutil.which(program) is None:
            skip(f"{program} is not installed")


def enter():
    """Runs the script again inside the namespaces."""
    if MARK in os.environ:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
            fcntl.ioctl(control, SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP))
        return

    require("unshare")
    command = ["unshare", "--mount", "--net", "--fork", "--kill-child"]
    if os.getuid() != 0:
        command.append("--map-root-user")
    if subprocess.run(command + ["true"], capture_output=True, check=False).returncode != 0:
        skip("namespaces are not permitted here")

    os.environ[MARK] = "1"
    os.execvp(command[0], command + [sys.executable, *sys.argv])


def replace_file(path, content):
    """Puts another file in place of one of the system's.  Returns whether it could."""
    target = os.path.realpath(path)
    if not os.path.exists(target):
        return False
    subprocess.run(["mount", "--bind", content, target], check=True)
    return True
