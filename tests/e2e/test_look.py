#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The look at mail servers, from outside, against some that answer as servers do: nobody
is contacted without consent, and then everything is told."""

import json
import os
import tempfile
import time

from driver import get_name, get_role, is_showing, run_tests, wait_for
from focus import check_round, get_window, wait_focus

SERVER = ["--server", os.environ["TLSRPT_SERVER"]]
LOG = os.environ["TLSRPT_SMTP_LOG"]


def report_of(domain):
    host = f"mx.{domain}"
    policy = {"policy-type": "sts", "policy-domain": domain, "mx-host": [host],
              "policy-string": ["version: STSv1"]}
    failure = {"result-type": "certificate-expired", "failed-session-count": 2,
               "receiving-mx-hostname": host}
    return {
        "organization-name": "Sender", "contact-info": "tls@sender.example", "report-id": "1",
        "date-range": {"start-datetime": "2026-01-01T00:00:00Z",
                       "end-datetime": "2026-01-01T23:59:59Z"},
        "policies": [{"policy": policy, "failure-details": [failure],
                      "summary": {"total-successful-session-count": 1,
                                  "total-failure-session-count": 2}}],
    }


def told(label):
    """What the mail server of a domain has been told so far."""
    with open(LOG, "rb") as log:
        return [line.split(b" ", 1)[1] for line in log if line.startswith(label.encode() + b" ")]


def wait_text(program, *wanted):
    for text in wanted:
        wait_for(f"the text “{text}”", lambda text=text: any(
            text in get_name(node) for node in program.nodes() if is_showing(node)))


def press(program, name):
    program.press(program.find("push button", name))


def moves(program, node):
    """Tells whether the focus leaves the node soon; a key takes a moment."""
    end = time.monotonic() + 0.5
    while time.monotonic() < end:
        after = program.focused()
        if after is not None and after.path != node.path:
            return True
    return False


def reach(program, name):
    """Goes to a row by keyboard alone, and opens it."""
    passed = []
    for _ in range(40):
        node = program.focused()
        passed.append(node and get_name(node))
        if node is not None and name in get_name(node):
            program.key("Return")
            return
        # The next row of a list, or what comes after it.
        is_row = node is not None and get_role(node) in ("list item", "table row")
        program.key("Down" if is_row else "Tab")
        if node is not None and not moves(program, node) and is_row:
            program.key("Tab")
            moves(program, node)
    raise AssertionError(f"“{name}” cannot be reached, but {passed}")


def check(start, domain):
    program = start(*SERVER, "--domain", domain)
    program.key("ctrl+r")
    wait_text(program, "Not contacted")
    return program


def ask(program):
    press(program, "Connect…")
    wait_text(program, "Connect to the Mail Servers?")
    program.take_focus()


def asks_before_it_connects(start):
    program = check(start, "good.example")
    before = told("good")
    ask(program)
    wait_text(program, "port 25 of:", "mx.good.example", "No mail is sent.", "port 443",
              "rua.example")
    press(program, "Cancel")
    program.wait_closed()
    wait_text(program, "Not contacted")
    assert told("good") == before

    ask(program)
    press(program, "Connect")
    program.wait_closed()
    wait_text(program, "Nothing to fix; a sender would deliver the mail over TLS", "No failure",
              "TLS1.3, certificate valid until")
    lines = told("good")[len(before):]
    assert {line.split()[0] for line in lines} == {b"EHLO", b"STARTTLS"}, lines

    # The addresses are inside the row of the server.
    def addresses():
        return [node for node in program.nodes()
                if is_showing(node) and get_name(node) in ("127.3.0.1", "127.3.0.2")]
    assert not addresses()
    reach(program, "mx.good.example")
    wait_for("the addresses", lambda: len(addresses()) >= 2)
    check_round(program, "a look")
    program.quit()


def leads_to_the_guide(start):
    program = check(start, "expired.example")
    ask(program)
    # The answer that is suggested takes the key.
    program.key("Return")
    program.wait_closed()
    wait_text(program, "A sender would report “certificate-expired” for “mx.expired.example” and "
                       "delay the mail",
              "What Senders Would Report", "MTA-STS: mail is delayed")
    reach(program, "The certificate has expired")
    program.find("heading", "The certificate has expired")
    program.quit()


def can_be_cancelled(start):
    program = check(start, "mute.example")
    ask(program)
    press(program, "Connect")
    program.wait_closed()
    wait_text(program, "Contacting the mail servers…")
    press(program, "Cancel")
    wait_text(program, "Not contacted")
    # Another one can follow.
    ask(program)
    press(program, "Cancel")
    program.wait_closed()
    program.quit()


def is_closed_while_it_looks(start):
    program = check(start, "mute.example")
    ask(program)
    press(program, "Connect")
    program.wait_closed()
    wait_text(program, "Contacting the mail servers…")
    program.quit()


def shows_what_came_out(start):
    """The result is in sight, and whoever comes to its button is told."""
    program = check(start, "good.example")
    ask(program)
    press(program, "Connect")
    program.wait_closed()
    wait_text(program, "Nothing to fix")
    wait_for("what is said of the button", lambda: (
        (node := program.focused()) is not None and "Connect" in get_name(node) and
        node.get_description() == "Nothing to fix; a sender would deliver the mail over TLS"))

    def is_in_sight():
        height = get_window(program).get_extents().height
        seen = [node.get_extents() for node in program.nodes()
                if get_name(node) in ("Mail Servers", "What Senders Would Report") and
                is_showing(node)]
        return len(seen) >= 2 and all(0 <= each.y < height for each in seen)
    wait_for("the result in sight", is_in_sight)
    program.quit()


def leaves_alone_who_goes_elsewhere(start):
    program = check(start, "late.example")
    ask(program)
    press(program, "Connect")
    program.wait_closed()
    wait_focus(program, "push button", "Cancel")
    program.key("shift+Tab")
    left = wait_for("another focus", lambda: (
        (node := program.focused()) is not None and get_name(node) != "Cancel" and node))
    wait_text(program, "Nothing to fix")
    assert not moves(program, left)
    assert program.focused() == left
    program.quit()


def look_from_a_report(start, domain, *wanted):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "report.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(report_of(domain), file)
        label = domain.split(".", maxsplit=1)[0]
        before = told(label)
        program = start(*SERVER, path)
        wait_text(program, f"mx.{domain}")
        reach(program, f"mx.{domain}")
        reach(program, "Look at the Server Now")
        wait_text(program, "Connect to the Mail Servers?", f"mx.{domain}")
        assert told(label) == before
        program.take_focus()
        press(program, "Connect")
        program.wait_closed()
        wait_text(program, *wanted)
        # What answers the question has the focus.
        wait_focus(program, "push button", "Connect…")
        program.quit()


def is_not_fixed_yet(start):
    look_from_a_report(start, "expired.example", "A sender would report “certificate-expired”")


def is_fixed(start):
    look_from_a_report(start, "good.example", "Fixed: a sender would deliver the mail over TLS")


run_tests(
    asks_before_it_connects,
    leads_to_the_guide,
    can_be_cancelled,
    is_closed_while_it_looks,
    shows_what_came_out,
    leaves_alone_who_goes_elsewhere,
    is_not_fixed_yet,
    is_fixed,
)
