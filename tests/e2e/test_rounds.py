#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard, from outside, where there is much to come by: the export and the
import."""

from driver import run_tests
from focus import check_round, tab_to, wait_focus

FORM = ("--domain", "example.com", "--rua", "a@example.com", "--rua", "https://example.com/r")


def round_the_export(start):
    program = start(*FORM)
    program.find("push button", "Copy Record Value")
    program.key("alt+x")
    program.find("push button", "Copy Export")
    check_round(program, "the export")

    # The list of formats, and back to what opened it.
    tab_to(program, "push button", "Format: Zone File (BIND, NSD, Knot)")
    program.key("space")
    wait_focus(program, "entry", "Search")
    program.key("Tab")
    wait_focus(program, "list item", "")
    program.key("Escape")
    wait_focus(program, "push button", "Format: Zone File (BIND, NSD, Knot)")
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
