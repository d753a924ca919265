#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The export, from outside: choose a format by keyboard, read the preview, copy it,
save it, and find everything as it was the next time."""

import os
import tempfile

import driver
from driver import get_name, get_role, get_text, is_invalid, is_showing, run_tests, wait_for

VALUE = "v=TLSRPTv1; rua=mailto:tlsrpt@example.com"
ARGUMENTS = ("--domain", "mail.example.com", "--rua", "tlsrpt@example.com")
OCTODNS = ("_smtp._tls.mail:\n  ttl: 3600\n  type: TXT\n"
           "  value: v=TLSRPTv1\\; rua=mailto:tlsrpt@example.com")

# Each test begins as if there had been none before.
driver.PROGRAM_ENVIRONMENT["GSETTINGS_BACKEND"] = "memory"


def open_panel(start):
    program = start(*ARGUMENTS)
    copy = program.find("push button", "Copy Record Value")
    wait_for("the focus on Copy Record", lambda: program.has_focus(copy))
    program.key("alt+x")
    program.find("push button", "Copy Export")
    return program


def wait_preview(program, text):
    return wait_for(f"the preview “{text}”", lambda: [
        node for node in program.nodes() if get_role(node) == "label" and
        is_showing(node) and get_text(node) == text])[0]


def choose_format(program, words):
    """As somebody without a mouse does."""
    program.key("alt+f")
    wait_for("the focus in the search", lambda: [
        node for node in program.find_all(("entry", "text"), "Search") if program.has_focus(node)])
    program.type(words)
    program.key("Return")
    wait_for("the end of the search", lambda: not program.find_all(("entry", "text"), "Search"))


def choose_and_copy_by_keyboard(start):
    program = open_panel(start)
    zone_line = f'_smtp._tls.mail.example.com. 3600 IN TXT "{VALUE}"'
    wait_preview(program, zone_line)

    choose_format(program, "octo")
    wait_preview(program, OCTODNS)
    program.key("alt+y")
    program.wait_clipboard(OCTODNS)

    # What to mind is said where it matters.
    choose_format(program, "53 (aws")
    program.find("label", contains="“UPSERT” replaces")
    program.quit()


def escape_closes_the_formats(start):
    program = open_panel(start)
    # Also when they were open before, and with something in the search.
    for words in ("", "", "octo", ""):
        program.key("alt+f")
        search = wait_for("the focus in the search", lambda: [
            node for node in program.find_all(("entry", "text"), "Search")
            if program.has_focus(node)])[0]
        if words:
            program.type(words)
        wait_for("the words", lambda: get_text(search) == words)
        program.key("Escape")
        wait_for("the end of the search",
                 lambda: not program.find_all(("entry", "text"), "Search"))
    program.quit()


def formats_have_names(start):
    program = open_panel(start)
    program.key("alt+f")
    for name in ("Zone File (BIND, NSD, Knot)", "Cloudflare (web form)", "Cloudflare (API)"):
        program.find("list item", name)
    program.key("Escape")
    program.quit()


def web_form_is_copied_field_by_field(start):
    program = open_panel(start)
    choose_format(program, "panel-desec")
    program.press(program.find("push button", "Copy “Subname”"))
    program.wait_clipboard("_smtp._tls.mail")
    program.press(program.find("push button", "Copy “Record Set Content”"))
    program.wait_clipboard(f'"{VALUE}"')
    program.find("link", "Open in Browser")
    program.quit()


def zone_is_judged(start):
    program = open_panel(start)
    choose_format(program, "hetzner")
    wait_preview(program, "hcloud zone rrset create --name _smtp._tls.mail --type TXT --ttl 3600 "
                          f"--record '\"{VALUE}\"' example.com")
    zone = program.find_entry("Zone")
    program.set_text(zone, "mail.example.com")
    wait_preview(program, "hcloud zone rrset create --name _smtp._tls --type TXT --ttl 3600 "
                          f"--record '\"{VALUE}\"' mail.example.com")

    program.key("alt+z", "ctrl+a")
    program.type("example.net")
    wait_for("the typing in Zone", lambda: get_text(zone) == "example.net")
    program.key("alt+l")
    wait_for("the invalid state and its reason", lambda: (
        is_invalid(zone) and "does not contain" in (zone.get_description() or "")))
    program.press(program.find("push button", "Use “example.com”"))
    wait_for("the repair", lambda: get_text(zone) == "example.com")
    program.quit()


def mail_servers_have_records(start):
    program = open_panel(start)
    # Libadwaita 1.2 gives the row the focus, later ones open it at once.
    program.key("alt+v")
    opened = wait_for("Also Create Records for Mail Servers", lambda: [
        node for node in program.nodes() if is_showing(node) and
        (get_name(node) == "Mail Servers" or
         get_name(node) == "Also Create Records for Mail Servers" and program.has_focus(node))])
    if get_name(opened[-1]) != "Mail Servers":
        program.key("Return")
    hosts = program.find_entry("Mail Servers")
    program.set_text(hosts, "mx1.example.com\nmx2.example.com")
    wait_preview(program, "\n".join(
        f'_smtp._tls.{host}.example.com. 3600 IN TXT "{VALUE}"' for host in
        ("mail", "mx1", "mx2")))
    program.quit()


def save(program, path):
    program.key("ctrl+s")
    wait_for("the name of the file", lambda: [
        node for node in program.nodes()
        if is_showing(node) and program.has_focus(node) and
        driver.is_editable(node) and get_text(node).startswith("tlsrpt-mail.example.com")])
    program.key("ctrl+a")
    program.type(path)
    program.key("Return")


def save_as(start):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "record.zone")
        program = start(*ARGUMENTS)
        program.find("push button", "Copy Record Value")
        save(program, path)
        wait_for("the file", lambda: os.path.exists(path))
        program.find("label", contains="Saved as “record.zone”")
        with open(path, encoding="ascii") as file:
            assert file.read() == f'_smtp._tls.mail.example.com. 3600 IN TXT "{VALUE}"\n'
        assert os.listdir(folder) == ["record.zone"]
        program.quit()


def save_says_what_is_wrong(start):
    program = start(*ARGUMENTS)
    program.find("push button", "Copy Record Value")
    # A folder in which nobody makes a file.
    save(program, "/proc/record.zone")
    program.find("label", contains="Not saved: ")

    # Without a record there is nothing to save, but something to mend.
    program.set_text(program.find_entry("Domain"), "exam ple.com")
    program.key("ctrl+s")
    domain = program.find_entry("Domain")
    wait_for("the invalid state", lambda: is_invalid(domain))
    assert not program.find_all(("dialog", "file chooser", "frame"), "Save Export")
    program.quit()


def choice_is_remembered(start):
    driver.PROGRAM_ENVIRONMENT["GSETTINGS_BACKEND"] = "keyfile"
    program = open_panel(start)
    choose_format(program, "octo")
    wait_preview(program, OCTODNS)
    program.press(program.find("push button", "Use “86400”"))
    wait_preview(program, OCTODNS.replace("3600", "86400"))
    program.quit()

    program = open_panel(start)
    wait_preview(program, OCTODNS.replace("3600", "86400"))
    program.quit()
    driver.PROGRAM_ENVIRONMENT["GSETTINGS_BACKEND"] = "memory"


def nothing_is_named_by_its_type(start):
    program = open_panel(start)
    for node in program.nodes():
        if is_showing(node) and get_role(node) in ("push button", "toggle button", "entry",
                                                         "text", "combo box"):
            name = get_name(node)
            assert name and not name.startswith(("Gtk", "Adw", "Tlsrpt")), \
                f"{get_role(node)} is named “{name}”"
    program.quit()


run_tests(
    choose_and_copy_by_keyboard,
    escape_closes_the_formats,
    formats_have_names,
    web_form_is_copied_field_by_field,
    zone_is_judged,
    mail_servers_have_records,
    save_as,
    save_says_what_is_wrong,
    choice_is_remembered,
    nothing_is_named_by_its_type,
)
