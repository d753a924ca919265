#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check, from outside, against a real name server: the three verdicts, what can be
done about them, and many domains at once."""

import os
import re
import subprocess

from driver import get_name, is_editable, is_showing, run_tests, wait_for
from focus import check_round, wait_still

SERVER = ["--server", os.environ["TLSRPT_SERVER"]]
HARMFUL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


def texts(program):
    """What a screen reader finds to say in the window, less the underscores."""
    return [get_name(node) for node in program.nodes() if is_showing(node)]


def wait_text(program, *wanted):
    for text in wanted:
        wait_for(f"the text “{text}”", lambda text=text: any(text in each
                                                             for each in texts(program)))


def reads_three_verdicts(start):
    program = start(*SERVER, "--domain", "good.example", "--rua", "tls@good.example",
                    "--rua", "https://good.example/v1")
    program.key("ctrl+r")
    wait_text(program, "Published", "Valid", "Matches your record")
    wait_text(program, "One record at “smtp.tls.good.example”")
    program.quit()


def tab_goes_round(start):
    program = start(*SERVER, "--domain", "good.example")
    program.key("ctrl+r")
    wait_text(program, "One record at “smtp.tls.good.example”")
    check_round(program, "a result")
    program.quit()

    program = start(*SERVER)
    program.key("alt+k")
    row = program.find("list item", "My Domains")
    for _ in range(30):
        if program.has_focus(row):
            break
        program.key("Tab")
    program.key("Return")
    wait_text(program, "No Domains")
    program.key("Return")
    domains = program.find_entry("Domains, one per line, or a zone file")
    wait_still(domains)
    check_round(program, "the text")
    program.set_text(domains, "good.example\ntwo.example\nno-such.example\n")
    program.key("ctrl+r")
    wait_text(program, "3 domains")
    program.key("ctrl+r")
    wait_text(program, "3 domains", "Published")
    check_round(program, "the table")
    for name in ("good.example", "two.example", "no-such.example"):
        program.find("table row", name)
    program.quit()


def says_what_is_asked_before(start):
    program = start(*SERVER, "--domain", "good.example")
    program.key("alt+k")
    wait_text(program, "Using the name server 127.0.0.1:53")
    program.press(program.find("push button", "Check"))
    wait_text(program, "Published")
    program.quit()


def tells_each_failure_apart(start):
    program = start(*SERVER, "--domain", "nodata.example")
    for domain, words in (
            ("nodata.example", "has no TXT record"),
            ("nxdomain.example", "The name “smtp.tls.nxdomain.example” does not exist"),
            ("no-such.example", "The domain does not exist in DNS"),
            ("servfail.example", "The lookup failed"),
            ("refused.example", "refused the query"),
            ("null.example", "does not accept mail"),
            ("loop.example", "leads back to itself"),
            ("stray.example", "senders look only at"),
    ):
        program.key("alt+k")
        program.set_text(find_domain(program), domain)
        program.key("ctrl+r")
        wait_text(program, domain, words)
    program.quit()


def find_domain(program):
    """The entry in the view that is shown: the form of the record has another one."""
    def look():
        found = [node for node in program.nodes()
                 if is_editable(node) and is_showing(node) and get_name(node) == "Domain"]
        return found[-1:]
    return wait_for("the entry “Domain”", look)[0]


def merges_several(start):
    program = start(*SERVER, "--domain", "two.example")
    program.key("ctrl+r")
    wait_text(program, "Several records")
    program.press(program.find("push button", "Merge Them"))
    wait_text(program, "a@two.example", "b@two.example")
    program.kill()


def uses_what_is_published(start):
    program = start(*SERVER, "--domain", "good.example")
    program.key("ctrl+r")
    program.press(program.find("push button", "Use This Record"))
    wait_text(program, "v=TLSRPTv1; rua=mailto:tls@good.example,https://good.example/v1")
    program.kill()


def stays_harmless(start):
    program = start(*SERVER, "--domain", "escapes.example")
    program.key("ctrl+r")
    wait_text(program, "Not valid", "<b>&")
    for text in texts(program):
        assert not HARMFUL.search(text), repr(text)
    program.quit()


def can_be_cancelled(start):
    program = start(*SERVER, "--domain", "silent.example")
    program.key("ctrl+r")
    program.press(program.find("push button", "Cancel"))
    wait_text(program, "The check was canceled")
    program.quit()


def says_once_that_nobody_answers(start):
    program = start("--server", "127.0.0.99", "--domain", "good.example")
    program.key("ctrl+r")
    wait_text(program, "No Network", "No name server could be reached.", "Try Again")
    for text in ("Published", "Could not be checked", "Mail Servers"):
        assert not any(text in each for each in texts(program)), texts(program)
    program.press(program.find("push button", "Try Again"))
    wait_text(program, "No Network")
    program.quit()

    # Where there is no record, nothing is validated or compared.
    program = start(*SERVER, "--domain", "nodata.example")
    program.key("ctrl+r")
    wait_text(program, "Not published")
    for text in ("Nothing to validate", "Not compared", "TXT Records"):
        assert not any(text in each for each in texts(program)), texts(program)
    program.quit()


def open_domains(program):
    program.key("alt+k")
    wait_text(program, "My Domains")
    program.key("alt+m")


def find_focused(program, name):
    wait_for(f"the focus on “{name}”", lambda: any(
        get_name(node) == name for node in program.nodes() if program.has_focus(node)))


def remove(program, name):
    """Goes to the row of a domain by keyboard, opens it and removes the domain."""
    find_focused(program, "Check All")
    row = program.find("table row", name)
    for key in ["Tab"] * 10 + ["Down"] * 3:
        if program.has_focus(row):
            break
        program.key(key)
        wait_still(row)
    program.key("Return")
    program.press(program.find("push button", "Remove"))


def keeps_domains(start):
    """As somebody does who comes back: two domains are added by hand and are there again,
    as they were, with nobody asked; then all are checked, one goes and comes back."""
    first = start(*SERVER)
    open_domains(first)
    wait_text(first, "No Domains")
    first.key("Return")
    first.find_entry("Domains, one per line, or a zone file")
    first.type("good.example two.example x_y.example")
    first.key("ctrl+r")
    wait_text(first, "1 entry is not a domain and was not added.")
    first.key("Escape")
    wait_text(first, "2 domains")
    find_focused(first, "Check All")
    first.quit()

    second = start(*SERVER, state=first.state)
    open_domains(second)
    for name in ("good.example", "two.example"):
        second.find("table row", name)
    wait_text(second, "2 domains", "Not checked")
    second.key("ctrl+r")
    wait_text(second, "2 domains", "Published", "Failing")
    remove(second, "good.example")
    wait_text(second, "“good.example” removed", "1 domain")
    assert not second.find_all("table row", "good.example")
    second.press(second.find("push button", "Undo"))
    second.find("table row", "good.example")
    second.quit()

    # What was found is there, from the file: this name server does not answer.
    third = start("--server", "127.0.0.99", state=first.state)
    open_domains(third)
    wait_text(third, "2 domains", "Published", "Failing")
    # Nor does a check that reaches nobody change it.
    third.key("ctrl+r")
    wait_text(third, "No name server could be reached.", "Published", "2 domains")
    remove(third, "good.example")
    wait_text(third, "“good.example” removed")
    third.quit()

    fourth = start(*SERVER, state=first.state)
    open_domains(fourth)
    fourth.find("table row", "two.example")
    wait_text(fourth, "1 domain")
    fourth.quit()


def adds_a_domain_by_a_press(start):
    program = start(*SERVER, "--domain", "good.example")
    program.key("ctrl+r")
    program.press(program.find("push button", "Add to My Domains"))
    wait_text(program, "Added to My Domains")
    program.press(program.find("push button", "Show in My Domains"))
    wait_text(program, "State")
    program.key("Escape")
    program.find("table row", "good.example")
    program.quit()


def refuses_a_bad_server(_start):
    for server in ("ns.example", "127.0.0.1:0", "\033]0;x\007"):
        result = subprocess.run([os.environ["TLSRPT_GENERATOR"], "--server", server],
                                capture_output=True, check=False, timeout=30)
        assert result.returncode == 2, result
        assert b"name server" in result.stderr and b"\033" not in result.stderr, result


run_tests(
    reads_three_verdicts,
    tab_goes_round,
    says_what_is_asked_before,
    tells_each_failure_apart,
    merges_several,
    uses_what_is_published,
    stays_harmless,
    can_be_cancelled,
    says_once_that_nobody_answers,
    keeps_domains,
    adds_a_domain_by_a_press,
    refuses_a_bad_server,
)
