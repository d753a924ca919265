#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A week in the life of a mail administrator: a record is made, the program is closed and
opened again, all domains are checked, a report arrives in the folder, its problem is
opened, the remedy is copied, and the server is looked at."""

import json
import os
import pathlib
import subprocess
import tempfile

from driver import LIMIT, get_name, get_role, is_showing, run_tests, wait_for

SERVER = ["--server", os.environ["TLSRPT_SERVER"]]
VALUE = "v=TLSRPTv1; rua=mailto:tls@expired.example"

REPORT = {
    "organization-name": "Sender", "contact-info": "tls@sender.example", "report-id": "1",
    "date-range": {"start-datetime": "2026-01-01T00:00:00Z",
                   "end-datetime": "2026-01-01T23:59:59Z"},
    "policies": [{
        "policy": {"policy-type": "sts", "policy-domain": "expired.example",
                   "policy-string": ["version: STSv1"], "mx-host": ["mx.expired.example"]},
        "summary": {"total-successful-session-count": 5, "total-failure-session-count": 2},
        "failure-details": [{"result-type": "certificate-expired", "failed-session-count": 2,
                             "receiving-mx-hostname": "mx.expired.example"}],
    }],
}


def wait_text(program, *wanted):
    for text in wanted:
        wait_for(f"the text “{text}”", lambda text=text: any(
            text in get_name(node) for node in program.nodes() if is_showing(node)))


def press(program, name):
    program.press(program.find("push button", name))


def path_of_state(program):
    return pathlib.Path(program.state, "tlsrpt-generator", "state.json")


def read_state(program):
    return json.loads(path_of_state(program).read_text(encoding="ascii"))


def keep_folder(program, folder):
    """As Watch a Folder does; a file chooser belongs to the desktop."""
    state = read_state(program)
    state["folder"] = {"path": str(folder), "seen": []}
    path_of_state(program).write_text(json.dumps(state), encoding="ascii")


def open_domains(program):
    program.key("alt+2")
    wait_text(program, "My Domains")
    program.key("alt+m")


def monday(start):
    """Makes a record by keyboard alone, copies it, and closes."""
    program = start(*SERVER)
    program.find_entry("Domain")
    program.type("expired.example\t")
    program.wait_typed("expired.example")
    program.type("tls@expired.example")
    program.key("Return")
    wait_text(program, VALUE)
    press(program, "Copy Value")
    program.wait_clipboard(VALUE)
    program.quit()
    return program


def tuesday(start, before):
    """What was made is there; all domains are checked."""
    program = start(*SERVER, state=before.state)
    wait_text(program, VALUE)
    program.key("ctrl+r")
    wait_text(program, "expired.example", "Add to My Domains")
    press(program, "Add to My Domains")
    press(program, "Show in My Domains")
    wait_text(program, "Expected Record", VALUE)
    program.key("Escape")
    wait_text(program, "1 domain")
    press(program, "Add Domains…")
    program.find_entry("Domains, one per line, or a zone file")
    program.type("good.example ")
    program.wait_typed("good.example ")
    program.key("ctrl+r")
    wait_text(program, "2 domains")
    program.key("ctrl+r")
    wait_for("both to be checked", lambda: sum(
        "state" in domain for domain in read_state(program).get("domains", [])) == 2)
    program.quit()
    return program


def friday(start, before):
    """A report arrives while the program is open."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="reports-", dir=os.environ.get("HOME")))
    keep_folder(before, folder)
    program = start(*SERVER, state=before.state)
    open_domains(program)
    for domain in ("expired.example", "good.example"):
        program.find("table row", domain)
    program.key("alt+3")
    wait_text(program, "No Reports Yet")

    (folder / "part").write_text(json.dumps(REPORT), encoding="ascii")
    os.rename(folder / "part", folder / "report.json")
    wait_text(program, "2 of 7 sessions failed; 1 problem to fix")

    reach(program, "mx.expired.example")
    wait_text(program, "Who Must Act")
    return program


def read_clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-out"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True, timeout=LIMIT, check=False).stdout


def told(label):
    """What the mail server of a domain has been told."""
    with open(os.environ["TLSRPT_SMTP_LOG"], "rb") as log:
        return [line for line in log if line.startswith(label.encode() + b" ")]


def reach(program, name):
    """Goes to a row by keyboard alone, and opens it."""
    row = program.find("list item", contains=name)
    for _ in range(60):
        if program.has_focus(row):
            break
        focused = program.focused()
        program.key("Down" if focused and get_role(focused) == "list item" else "Tab")
        wait_for("the focus to move", lambda: program.focused() != focused)
    program.key("Return")


def a_week(start):
    program = friday(start, tuesday(start, monday(start)))

    # The remedy, with the command that shows whether it has helped.
    program.press(program.find("push button", contains="Copy Command"))
    wait_for("the command on the clipboard", lambda: "mx.expired.example" in read_clipboard())

    # Whether it is mended: only with consent.
    reach(program, "Look at the Server Now")
    wait_text(program, "Connect to the Mail Servers?", "mx.expired.example")
    assert not told("expired")
    program.take_focus()
    press(program, "Connect")
    program.wait_closed()
    wait_text(program, "A sender would report “certificate-expired”")
    assert told("expired")
    program.quit()


run_tests(a_week)
