#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A record that exists, from outside: import, repair, use, generate, copy."""

from driver import (
    get_role, get_text, is_editable, is_invalid, is_showing, run_tests, wait_for,
)

A = "mailto:a@example.com"
B = "mailto:b@example.com"


def open_import(program):
    program.find_entry("Domain")
    program.key("ctrl+i")
    return program.find_entry("Existing Record")


def copy_record(program):
    program.press(program.find("push button", "Create Record"))
    program.press(program.find("push button", "Copy Record Value"))


def mended_record_is_used(start):
    program = start()
    text = open_import(program)
    program.set_text(text, f'_smtp._tls.example.com. 300 IN TXT "v=tlsrptv1; rua={A} , {B}!10m"')
    program.find("label", "The version must be exactly “v=TLSRPTv1” (it is case-sensitive)")
    program.find("label", contains="Zone file line")
    program.find("label", "Repaired Record")
    wait_for("the invalid state", lambda: is_invalid(text))

    program.press(program.find("push button", "Use “v=TLSRPTv1”"))
    wait_for("the repair", lambda: "v=TLSRPTv1" in get_text(text))
    program.press(program.find("push button", "Use This Record"))
    program.wait_closed()
    domain = program.find_entry("Domain")
    wait_for("the domain", lambda: get_text(domain) == "example.com")
    copy_record(program)
    program.wait_clipboard(f"v=TLSRPTv1; rua={A},{B}")
    program.quit()


def escape_leaves_everything(start):
    program = start()
    program.set_text(open_import(program), f"v=TLSRPTv1; rua={A}")
    program.find("push button", "Use This Record")
    program.key("Escape")
    program.wait_closed()
    assert get_text(program.find_entry("Email Address")) == ""
    program.quit()


def keyboard_alone(start):
    program = start()
    text = open_import(program)
    program.type(f"v=TLSRPTv1;rua={A}")
    wait_for("the typing", lambda: get_text(text) == f"v=TLSRPTv1;rua={A}")
    program.key("alt+u")
    program.wait_closed()
    address = program.find_entry("Email Address")
    wait_for("the address", lambda: get_text(address) == "a@example.com")
    program.key("ctrl+z")
    wait_for("the form as before", lambda: get_text(program.find_entry("Email Address")) == "")
    program.quit()


def pasted_record_is_merged(start):
    program = start("--domain", "example.org", "--rua", "a@example.com", "--rua", "c@example.com")
    domain = program.find_entry("Domain")
    program.key("alt+d")
    program.paste(f"v=TLSRPTv1; rua={A},{B}")
    text = program.find_entry("Existing Record")
    wait_for("the text", lambda: get_text(text) == f"v=TLSRPTv1; rua={A},{B}")
    program.press(program.find("push button", "Merge"))
    program.wait_closed()
    program.find("push button", "Undo")
    assert get_text(domain) == "example.org"
    copy_record(program)
    program.wait_clipboard(f"v=TLSRPTv1; rua={A},{B}")
    program.quit()


def nothing_is_named_by_its_type(start):
    program = start("--domain", "example.com", "--rua", "a@example.com")
    program.key("ctrl+i")
    text = program.find_entry("Existing Record")
    program.set_text(text, f'"v=tlsrptv1;; rua={A} , {B}"\n"v=TLSRPTv1; rua={B},x"')
    program.find("push button", "Merge")
    for node in program.nodes():
        if is_showing(node) and (is_editable(node) or get_role(node) in
                                 ("push button", "toggle button", "entry", "text")):
            name = node.get_name()
            assert name and not name.startswith(("Gtk", "Adw", "Tlsrpt")), \
                f"{get_role(node)} is named “{name}”"
    program.key("Escape")
    program.wait_closed()
    program.quit()


run_tests(
    mended_record_is_used,
    escape_leaves_everything,
    keyboard_alone,
    pasted_record_is_merged,
    nothing_is_named_by_its_type,
)
