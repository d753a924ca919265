#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the core and the terminal program do with data that does not repeat, in
instructions: they are the same however busy the machine is.  A row for each kind of work,
with its limit.

usage: speed.py SPEED TLSRPT_CLI [ROW…]"""

import base64
import gzip
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import data

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "check"))

# pylint: disable=wrong-import-position
from quickserver import QuickServer

# Instructions for each record or line, or times those of what stands beside them.
MOST_GRAMMAR = 2000
MOST_LINT = 2200
MOST_LINES = 6000
MOST_BATCH = 8000
MOST_SMALL_REPORTS = 3.8
MOST_LARGE_REPORT = 4.1
MOST_MAILS = 1.35
# Half of the 1,340,000 when each question opened a channel of c-ares.
MOST_CHECK = 670_000

RECORDS = 10_000
REPORTS = 10_000
REPORT_SIZE = 2048
LARGE_SIZE = 15_800_000
MAILS = 500
DOMAINS = 1000

SPEED, CLI, *ROWS = sys.argv[1:]
FOLDER = pathlib.Path(tempfile.mkdtemp())


def instructions(command, path=None):
    """Those of a command, which may read a file as its standard input."""
    with open(path or "/dev/null", "rb") as stdin:
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)],
            stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode in (0, 1, 3), done.stderr
    return sum(map(int, re.findall(r"Collected : (\d+)", done.stderr)))


def written(name, texts):
    path = FOLDER / name
    path.write_text("".join(text + "\n" for text in texts), encoding="utf-8")
    return path


def passes(kind, path, empty):
    return instructions([SPEED, kind, path]) - instructions([SPEED, kind, empty])


def records_row(kind):
    path, empty = written("records", data.records(RECORDS)), written("empty", [])
    return passes(kind, path, empty) / RECORDS


def command_row(texts, *arguments):
    path, few = written("all", texts), written("few", texts[:100])
    command = [CLI, *arguments]
    return ((instructions(command, path) - instructions(command, few)) / (len(texts) - 100))


def reports_row(texts):
    path, empty = written("reports", texts), written("empty", [])
    return passes("reports", path, empty) / passes("plain", path, empty)


def mail(text, number):
    content = base64.encodebytes(gzip.compress(text.encode())).decode()
    return (f"From: <tlsrpt@sender{number}.example>\r\nTo: <tls@example.com>\r\n"
            f"Subject: Report Domain: example.com Submitter: sender{number}.example "
            f"Report-ID: <{number}@sender.example>\r\n"
            f"Message-ID: <{number}.{number * 7919}@sender.example>\r\n"
            "MIME-Version: 1.0\r\nTLS-Report-Domain: example.com\r\n"
            "Content-Type: multipart/report; report-type=\"tlsrpt\"; "
            f"boundary=\"----=_Part_{number}\"\r\n\r\nThis is a multipart message.\r\n"
            f"------=_Part_{number}\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n"
            "This is an aggregate TLS report.\r\n\r\n"
            f"------=_Part_{number}\r\nContent-Type: application/tlsrpt+gzip\r\n"
            "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; "
            f"filename=\"sender.example!example.com!{number}.json.gz\"\r\n\r\n"
            + content.replace("\n", "\r\n") + f"\r\n------=_Part_{number}--\r\n")


def mails_row():
    texts = data.reports(MAILS, REPORT_SIZE)
    mails, files, empty = (FOLDER / name for name in ("mails", "files", "none"))
    for folder in (mails, files, empty):
        folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (mails / f"{number}.eml").write_text(mail(text, number), encoding="ascii")
        (files / f"{number}.json.gz").write_bytes(gzip.compress(text.encode()))
    return passes("files", mails, empty) / passes("files", files, empty)


def large_reports():
    return [data.report(random.Random(data.SEED), 0, LARGE_SIZE)]


def check_row():
    server = QuickServer(0)
    names = [f"host{number}.example" for number in range(DOMAINS)]
    return command_row(names, "check", "--json", "--server", server.address)


ALL_ROWS = {
    "grammar": (lambda: records_row("grammar"), "instructions a record", MOST_GRAMMAR),
    "grammar and judgement": (lambda: records_row("lint"), "instructions a record", MOST_LINT),
    "lint --lines": (lambda: command_row(data.records(RECORDS), "lint", "--lines"),
                     "instructions a record", MOST_LINES),
    "generate --batch": (lambda: command_row(data.lines(RECORDS), "generate", "--batch"),
                         "instructions a line", MOST_BATCH),
    "check": (check_row, "instructions a domain", MOST_CHECK),
    f"{REPORTS:,} reports of 2 KiB": (lambda: reports_row(data.reports(REPORTS, REPORT_SIZE)),
                                      "times a plain parse", MOST_SMALL_REPORTS),
    "a report of 15.8 MB": (lambda: reports_row(large_reports()),
                            "times a plain parse", MOST_LARGE_REPORT),
    f"{MAILS:,} gzipped mails": (mails_row, "times the same reports as .json.gz", MOST_MAILS),
}

is_fast = True
for row, (measure, unit, most) in ALL_ROWS.items():
    if ROWS and row not in ROWS:
        continue
    value = measure()
    is_fast &= value <= most
    shown, limit = (f"{value:,.2f}", f"{most}") if most < 100 else (f"{value:,.0f}", f"{most:,}")
    print(f"{row:24} {shown:>8} {unit} (at most {limit})", flush=True)
sys.exit(0 if is_fast else 1)
