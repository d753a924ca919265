#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing asks the network but a check: whole sessions of both programs, with every
socket that they open on record."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from driver import run_tests, wait_for
from driver import PROGRAM as GENERATOR

CLI = os.environ.get("TLSRPT_CLI", "tlsrpt-cli")
VALUE = "v=TLSRPTv1; rua=mailto:tls@example.com"
# Sockets to programs on the same machine are how windows and buses are reached.
LOCAL = {"AF_UNIX"}

REPORT = {
    "organization-name": "Example", "contact-info": "tls@example.net", "report-id": "1",
    "date-range": {"start-datetime": "2026-01-01T00:00:00Z",
                   "end-datetime": "2026-01-01T23:59:59Z"},
    "policies": [{
        "policy": {"policy-type": "sts", "policy-domain": "example.com",
                   "policy-string": ["version: STSv1"], "mx-host": ["mx.example.com"]},
        "summary": {"total-successful-session-count": 1, "total-failure-session-count": 0},
    }],
}


class Recorder:
    """Runs a program as it is, by a wrapper that keeps its process."""

    def __init__(self, folder, program):
        self.log = os.path.join(folder, "sockets")
        self.wrapper = os.path.join(folder, "wrapper")
        with open(self.wrapper, "w", encoding="utf-8") as script:
            script.write("#!/bin/sh\n"
                         f'exec strace -D -f -qq -e trace=socket -o "{self.log}" '
                         f'"{program}" "$@"\n')
        os.chmod(self.wrapper, 0o755)

    def families(self):
        """Of all sockets so far."""
        with open(self.log, encoding="utf-8") as log:
            return set(re.findall(r"socket\((\w+)", log.read()))


def can_trace():
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-D", "-f", "-qq", "-e", "trace=socket", "-o", "/dev/null",
                           "true"], capture_output=True, check=False).returncode == 0


def window_is_silent(start):
    with tempfile.TemporaryDirectory() as folder:
        recorder = Recorder(folder, GENERATOR)
        program = start("--server", "127.0.0.1:9", program=recorder.wrapper)
        program.set_text(program.find_entry("Domain"), "example.com")
        program.set_text(program.find_entry("Email Address"), "tls@example.com")
        program.press(program.find("push button", "Create Record"))
        program.press(program.find("push button", "Copy Record Value"))
        program.wait_clipboard(VALUE)

        # What waits for DNS asks when it says so, and no sooner.
        program.press(program.find("push button", "Notify Me"))
        program.find("label", contains="Looking every 5 minutes until ")
        assert recorder.families() <= LOCAL, recorder.families()
        program.press(program.find("push button", "Stop"))

        # Every view, the one that could ask included.
        for key in ("alt+2", "alt+3", "alt+4", "alt+2"):
            program.key(key)
        program.find("push button", "Check")
        assert recorder.families() <= LOCAL, recorder.families()

        # What the log can show, and that Check is what it takes.
        program.key("ctrl+r")
        wait_for("a question to a name server", lambda: recorder.families() - LOCAL)
        program.quit()


def terminal_program_is_silent(_start):
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "report.json")
        with open(report, "w", encoding="utf-8") as file:
            json.dump(REPORT, file)
        recorder = Recorder(folder, CLI)

        for arguments in (["generate", "example.com", "tls@example.com"],
                          ["lint", VALUE], ["repair", "rua=mailto:tls@example.com"],
                          ["merge", VALUE, VALUE], ["explain", "certificate-expired"],
                          ["report", report]):
            result = subprocess.run([recorder.wrapper, *arguments], capture_output=True,
                                    check=False, timeout=60)
            assert result.returncode == 0 and result.stdout, (arguments, result)
            assert recorder.families() == set(), (arguments, recorder.families())

        subprocess.run([recorder.wrapper, "check", "--server", "127.0.0.1:9", "--timeout", "1",
                        "example.com"], capture_output=True, check=False, timeout=60)
        assert recorder.families() - LOCAL


if not can_trace():
    print("1..0 # SKIP strace is missing, or must not trace")
    sys.exit(0)

run_tests(
    window_is_silent,
    terminal_program_is_silent,
)
