#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard, from outside, where there is much to come by: the export and the
import."""

from driver import get_name, get_role, run_tests, wait_for
from focus import check_round, tab_to, wait_focus

FORM = ("--domain", "example.com", "--rua", "a@example.com", "--rua", "https://example.com/r")


def wait_role(program, *roles):
    def look():
        node = program.focused()
        return node is not None and get_role(node) in roles
    wait_for(f"the focus on {roles}", look)


def round_the_export(start):
    program = start(*FORM)
    program.find("push button", "Copy Record Value")
    program.key("alt+x")
    program.find("push button", "Copy Export")
    check_round(program, "the export")

    # The list of formats, and back to what opened it.  GTK 4.18 calls it a toggle button and
    # leaves the format out of its name.
    button = program.find(("push button", "toggle button"), contains="Format")
    tab_to(program, get_role(button), get_name(button))
    program.key("space")
    wait_role(program, "entry", "text")
    program.key("Tab")
    wait_role(program, "list item")
    program.key("Escape")
    wait_focus(program, get_role(button), get_name(button))
    program.quit()


def round_the_import(start):
    program = start(*FORM)
    program.find("push button", "Copy Record Value")
    wait_focus(program, "push button", "Copy Record Value")
    program.key("ctrl+i")
    text = program.find_entry("Existing Record")
    program.set_text(text, '_smtp._tls.example.com. 300 IN TXT "v=tlsrptv1; '
                           'rua=mailto:a@example.com , mailto:b@example.com!10m"')
    program.find("push button", "Merge")
    check_round(program, "the import")
    program.key("Escape")
    program.wait_closed()
    wait_focus(program, "push button", "Copy Record Value")
    program.quit()


run_tests(
    round_the_export,
    round_the_import,
)
