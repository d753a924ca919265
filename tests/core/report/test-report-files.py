# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Has every file of report_files.py read, each by a process that may use 1 GiB of
memory and 5 seconds, and compares what comes of it; and once more through the program
that reads reports for others, from which the same has to come.

usage: test-report-files.py REPORT-VERDICT [unlimited]
"""

import os
import resource
import subprocess
import sys
import tempfile
import threading

import report_files

LIMIT = 1 << 30
# AddressSanitizer reserves terabytes.
LIMITED = "unlimited" not in sys.argv


# Of the processor: others may be busy, too.
SECONDS = 5


def limit():
    if LIMITED:
        resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def judge(path, *options):
    """Returns what the program printed: a list of values for each word."""
    done = subprocess.run([sys.argv[1], path, *options], preexec_fn=limit, timeout=60,
                          stdout=subprocess.PIPE, check=True)
    found = {"fault": [], "note": []}
    for line in done.stdout.decode().split("\n")[:-1]:
        word, _, rest = line.partition(" ")
        found.setdefault(word, []).append(rest)
    return found


def compare(path, n_reports, faults, notes, total, only_these):
    found = judge(path)
    assert found["reports"] == [str(n_reports)], found
    assert found["fault"] == faults, found
    for note in notes:
        assert note in found["note"], (note, found["note"][:20])
    if only_these:
        assert sorted(found["note"]) == sorted(notes), found["note"]
    if total is not None:
        assert found["sum"] == ["%d %d" % total], found
    assert judge(path, "child") == found


def special(folder):
    """What no generator can write: things that are no files."""
    fifo = os.path.join(folder, "fifo.json")
    os.mkfifo(fifo)
    link = os.path.join(folder, "link.json")
    os.symlink("usual.json", link)
    with open(os.path.join(folder, "usual.json"), "wb") as file:
        file.write(report_files.text())
    loop = os.path.join(folder, "loop.json")
    os.symlink("loop.json", loop)

    yield "fifo", fifo, 0, ["FILE"]
    yield "folder", folder, 0, ["FILE"]
    yield "device", "/dev/zero", 0, ["FILE"]
    yield "link", link, 1, []
    yield "link-to-itself", loop, 0, ["g-io-error-quark 11"]
    yield "missing", os.path.join(folder, "missing"), 0, ["g-io-error-quark 1"]
    yield "kernel", "/proc/self/status", 0, ["REPORT_NONE"]
    yield "kernel-without-size", "/proc/sys/kernel/ostype", 0, ["REPORT"]


def rewrite(path, stop):
    """Changes a file in place, again and again: short, long, and nothing."""
    with open(path, "r+b", buffering=0) as file:
        while not stop.is_set():
            for data in (report_files.text(), b"", report_files.text(report_id="x" * 60000)):
                file.seek(0)
                file.write(data)
                file.truncate()


def changing(path):
    """Whatever is read of a file that changes is a report or a fault."""
    with open(path, "wb"):
        pass
    stop = threading.Event()
    writer = threading.Thread(target=rewrite, args=(path, stop))
    writer.start()
    try:
        for _ in range(30):
            found = judge(path)
            assert 1 <= int(found["reports"][0]) + len(found["fault"]) <= 2, found
    finally:
        stop.set()
        writer.join()


def main():
    number = 0
    failed = False

    def run(name, *args, check=compare):
        nonlocal number, failed
        number += 1
        try:
            check(*args)
            print(f"ok {number} {name}", flush=True)
        except (AssertionError, subprocess.SubprocessError) as error:
            failed = True
            print(f"not ok {number} {name}\n# {error!r}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "file")
        for name, data, n_reports, notes, total in report_files.senders():
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                file.write(data)
            run("senders/" + name, path, n_reports, [], notes, total, True)

        for name, data, n_reports, faults, notes in report_files.hostile():
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                file.write(data)
            run("hostile/" + name, path, n_reports, faults, notes, None, False)
            os.unlink(path)

        run("special/changing", path, check=changing)

        for name, path, n_reports, faults in special(folder):
            run("special/" + name, path, n_reports, faults, [], None, False)

    print(f"1..{number}")
    sys.exit(failed)


main()
