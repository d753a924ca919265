#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, from outside: type, generate, copy, read the clipboard."""

from driver import (
    get_name, get_role, get_text, is_editable, is_invalid, is_showing, run_tests, wait_for,
)

VALUE = "v=TLSRPTv1; rua=mailto:tlsrpt@example.com"


def fill_in_over_atspi(start):
    program = start()
    program.set_text(program.find_entry("Domain"), "bücher.example")
    program.set_text(program.find_entry("Email Address"), "tlsrpt@example.com")
    program.press(program.find("push button", "Create Record"))
    program.press(program.find("push button", "Copy Record Value"))
    program.wait_clipboard(VALUE)
    program.quit()


def keyboard_alone(start):
    program = start()
    domain = program.find_entry("Domain")
    address = program.find_entry("Email Address")

    # The first focus is in Domain, and the next field in reading order is the next
    # to get it: what is typed arrives there.
    program.type("example.com")
    wait_for("the typing in Domain", lambda: get_text(domain) == "example.com")
    program.key("Tab")
    program.type("tlsrpt@example.com")
    wait_for("the typing in Email Address", lambda: get_text(address) == "tlsrpt@example.com")
    program.key("Return")
    copy = program.find("push button", "Copy Record Value")
    wait_for("the focus on Copy Record", lambda: program.has_focus(copy))
    program.key("space")
    program.wait_clipboard(VALUE)

    # Once generated, the record follows the form, and the shortcut copies it.
    program.set_text(address, "reports@example.com")
    program.key("ctrl+shift+c")
    program.wait_clipboard("v=TLSRPTv1; rua=mailto:reports@example.com")
    program.quit()


def arguments_make_the_record(start):
    program = start("--domain", "example.com", "--rua", "tlsrpt@example.com",
                    "--rua", "https://example.com/a,b")
    program.find("push button", "Copy Record Value")
    program.key("ctrl+shift+c")
    program.wait_clipboard(VALUE + ",https://example.com/a%2Cb")
    program.quit()


def each_part_has_its_copy(start):
    program = start("--domain", "mail.example.com", "--rua", "tlsrpt@example.com")
    for name, expected in (
            ("Copy Name", "_smtp._tls.mail.example.com"),
            ("Copy Short Name", "_smtp._tls.mail"),
            ("Copy Value", VALUE),
            ("Copy Zone File Line",
             f'_smtp._tls.mail.example.com. 3600 IN TXT "{VALUE}"'),
            ("Copy Command", "dig +short TXT _smtp._tls.mail.example.com")):
        program.press(program.find("push button", name))
        program.wait_clipboard(expected)
    program.quit()


def generate_goes_to_the_fault(start):
    program = start()
    domain = program.find_entry("Domain")
    program.set_text(domain, "https://example.com/mail")
    program.set_text(program.find_entry("Email Address"), "tlsrpt@example.com")
    program.press(program.find("push button", "Create Record"))
    wait_for("the invalid state and its reason", lambda: (
        is_invalid(domain) and "not a domain name" in (domain.get_description() or "")))

    # The repair is a button, and the record follows.
    program.press(program.find("push button", "Use “example.com”"))
    wait_for("the repair", lambda: get_text(domain) == "example.com")
    program.press(program.find("push button", "Create Record"))
    program.press(program.find("push button", "Copy Record Value"))
    program.wait_clipboard(VALUE)
    program.quit()


def pasted_list_makes_rows(start):
    program = start()
    program.find_entry("Email Address")
    program.key("Tab")
    program.paste("a@example.com, b@example.com")
    first = program.find_entry("Email Address", 0)
    second = program.find_entry("Email Address", 1)
    wait_for("two rows", lambda: (get_text(first), get_text(second)) ==
             ("a@example.com", "b@example.com"))
    program.quit()


def removed_row_comes_back(start):
    program = start("--domain", "example.com", "--rua", "a@example.com", "--rua", "b@example.com")
    second = program.find_entry("Email Address", 1)
    assert get_text(second) == "b@example.com"
    program.press(program.find("push button", contains="Remove", index=1))
    wait_for("one row", lambda: "b@example.com" not in all_texts(program))
    program.key("ctrl+z")
    wait_for("both rows", lambda: "b@example.com" in all_texts(program))
    program.quit()


def nothing_is_named_by_its_type(start):
    program = start("--domain", "example.com", "--rua", "a@example.com",
                    "--rua", "https://example.com/r")
    program.find("push button", "Copy Record Value")
    for node in program.nodes():
        if is_showing(node) and get_role(node) in ("push button", "toggle button", "entry", "text"):
            name = get_name(node)
            assert name and not name.startswith(("Gtk", "Adw", "Tlsrpt")), \
                f"{get_role(node)} is named “{name}”"
    program.quit()


def all_texts(program):
    return [get_text(node) for node in program.nodes()
            if is_editable(node) and is_showing(node)]


run_tests(
    fill_in_over_atspi,
    keyboard_alone,
    arguments_make_the_record,
    each_part_has_its_copy,
    generate_goes_to_the_fault,
    pasted_list_makes_rows,
    removed_row_comes_back,
    nothing_is_named_by_its_type,
)
