#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide, from outside: search, read, copy a command, come back."""

import subprocess

from gi.repository import Gio, GLib

from driver import LIMIT, PROGRAM, get_name, get_role, get_text, is_showing, run_tests, wait_for

COPY_MX = "Copy Command: Validates the MX records, with a public resolver."
COPY_TLSA = "Copy Command: Validates the TLSA records."


def wait_page(program, title):
    """Waits for a page of the guide, by the title at its top."""
    wait_for(f"the page “{title}”",
             lambda: [get_name(node) for node in program.find_all("heading")][:1] == [title])


def wait_focus(program, role, name):
    def look():
        node = program.focused()
        return node is not None and (get_role(node), get_name(node)) == (role, name)
    wait_for(f"the focus on {role} “{name}”", look)


def press_tab(program, before):
    """Moves the focus on, and returns what has it then."""
    program.key("Tab")
    if before is not None:
        wait_for("the focus to move", lambda: not program.has_focus(before))
    # On GTK 4.8 the text within an entry row has the focus, and is no node.
    return next((node for node in (program.focused() for _ in range(3)) if node is not None), None)


def find_search(program):
    return program.find("entry", "Search the guide")


def finds_opens_and_copies(start):
    program = start("--domain", "bücher.example")
    program.key("ctrl+f")
    wait_focus(program, "entry", "Search the guide")
    program.set_text(find_search(program), "registrar")
    wait_for("the best hit", lambda: program.find_all("list item")[:1] and
             get_name(program.find_all("list item")[0]) == "DNSSEC validation failed")
    assert program.find("list item").get_description() == "dnssec-invalid"
    program.key("Return")
    wait_page(program, "DNSSEC validation failed")

    program.press(program.find("push button", COPY_MX))
    program.wait_clipboard("dig @9.9.9.9 +dnssec mx xn--bcher-kva.example")
    program.press(program.find("push button", COPY_TLSA))
    program.wait_clipboard("dig @9.9.9.9 +dnssec tlsa _25._tcp.MX")

    # What dig prints about a mail server can be pasted as it is.
    program.set_text(program.find_entry("Mail Server (MX)"), "10 mx1.example.com.")
    program.press(program.find("push button", COPY_TLSA))
    program.wait_clipboard("dig @9.9.9.9 +dnssec tlsa _25._tcp.mx1.example.com")
    program.quit()


def keyboard_alone(start):
    program = start("--domain", "example.com")
    program.key("F1")
    wait_focus(program, "entry", "Search the guide")

    # Typing searches, wherever the focus is; Return opens what has it.
    program.key("Tab")
    wait_focus(program, "list item", "The server does not offer STARTTLS")
    program.type("self")
    wait_focus(program, "entry", "Search the guide")
    wait_for("the search", lambda: get_text(find_search(program)) == "self")
    program.key("Down")
    for title in ("The certificate is not trusted", "TLS failed for another reason",
                  "The certificate has the wrong name"):
        wait_focus(program, "list item", title)
        program.key("Down")
    wait_focus(program, "list item", "The policy host has a bad certificate")
    program.key("Return")
    wait_page(program, "The policy host has a bad certificate")
    wait_focus(program, "push button", "Back")

    # The way back: to the same hit of the same search.
    program.key("alt+Left")
    wait_focus(program, "list item", "The policy host has a bad certificate")
    assert get_text(find_search(program)) == "self"

    # A copy, by Tab to its button.
    program.key("Return")
    wait_page(program, "The policy host has a bad certificate")
    copy = program.find("push button", contains="Copy Command: Verifies the certificate of")
    node = program.focused()
    for _ in range(40):
        if program.has_focus(copy):
            break
        node = press_tab(program, node)
    program.key("space")
    program.wait_clipboard("openssl s_client -brief -connect mta-sts.example.com:443 "
                           "-servername mta-sts.example.com "
                           "-verify_hostname mta-sts.example.com </dev/null")

    # A search while reading begins anew; Esc clears it, then leads back.
    program.type("ttl")
    wait_for("the new search", lambda: get_text(find_search(program)) == "ttl")
    program.key("Escape")
    wait_for("an empty search", lambda: get_text(find_search(program)) == "")
    program.key("Escape")
    wait_page(program, "The policy host has a bad certificate")
    program.quit()


def nothing_found_says_what_to_try(start):
    program = start()
    program.key("ctrl+f")
    program.set_text(find_search(program), "xyzzy")
    program.find("label", "No Results Found")
    program.find("label", contains="5.7.322")
    for text in (".*", "[", "<b>&amp;", "%s", "\u0645\u0646\u062a\u0647\u064a", "\u202eexpired",
                 "x" * 10000, " "):
        program.set_text(find_search(program), text)
    program.set_text(find_search(program), "expired")
    program.find("heading", contains="results")
    program.quit()


def explain_opens_in_the_running_window(start):
    program = start("--domain", "example.com")

    def explain(token):
        return subprocess.run([PROGRAM, "--explain", token], stderr=subprocess.PIPE, text=True,
                              timeout=LIMIT, check=False)

    assert explain("certificate-expired").returncode == 0
    wait_page(program, "The certificate has expired")
    assert explain("5.7.323").returncode == 0
    wait_page(program, "No TLSA record matches")

    # An error is one of the command, and the window stays as it is.
    result = explain("certificate-expire")
    assert result.returncode == 2, result.returncode
    assert "certificate-expired" in result.stderr, result.stderr
    wait_page(program, "No TLSA record matches")

    # The domain in the form is the one of the commands.
    program.press(program.find("push button", "Back"))
    wait_page(program, "The certificate has expired")
    program.quit()


def action_opens_on_the_bus(start):
    program = start()
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def call(name, path, interface, method, arguments):
        return bus.call_sync(name, path, interface, method, arguments, None, 0, LIMIT * 1000)

    def find_name():
        names = call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                     "ListNames", None).unpack()[0]
        return next((name for name in names if "RecordGenerator" in name), None)

    name = wait_for("the program on the bus", find_name)
    path = "/" + name.replace(".", "/").replace("-", "_")

    def explain(token):
        call(name, path, "org.gtk.Actions", "Activate",
             GLib.Variant("(sava{sv})", ("explain", [GLib.Variant("s", token)], {})))

    explain("dane-required")
    wait_page(program, "The sender requires DANE")

    # What is not in the guide is searched for.
    explain("certificate-expire")
    wait_for("the search", lambda: get_text(find_search(program)) == "certificate-expire")
    program.find("list item", "The certificate has expired")
    explain("")
    explain("<b>&\n" + "x" * 10000)
    explain("ttl")
    wait_page(program, "Which TTL should the record have?")
    program.quit()


def page_is_read_in_order(start):
    program = start("--explain", "tlsa-invalid")
    wait_page(program, "No TLSA record matches")
    wait_focus(program, "push button", "Back")
    headings = [get_name(node) for node in program.find_all("heading")]
    assert headings == [
        "No TLSA record matches", "What the Sender Saw", "What Happens to the Mail",
        "How Urgent It Is", "Who Must Act", "If Mail Must Flow Now", "Usual Causes",
        "What Senders Report as This", "What to Do", "In Your Mail Server", "How to Check",
        "One Address or All", "Prove It Is Fixed Today", "Reason Codes Seen With It",
        "Bounces of Exchange Online Say", "See Also", "References",
    ], headings
    assert [get_name(node) for node in program.find_all("list")] == headings[1:]

    # What a good answer looks like comes with the command.
    assert all(node.get_description() for node in program.find_all("label")
               if get_name(node).startswith(("dig ", "openssl ")))

    # By Tab, too: a command before the button that copies it, from top to bottom.
    commands = [get_name(node) for node in program.find_all("label")
                if get_name(node).startswith(("dig ", "openssl "))]
    copies = [get_name(node) for node in program.find_all("push button", contains="Copy Command: ")]
    assert len(commands) == len(copies) == 3
    wanted = [name for pair in zip(commands, copies) for name in pair]
    seen = []
    node = program.focused()
    for _ in range(40):
        node = press_tab(program, node)
        if node is not None and get_name(node) in wanted:
            seen.append(get_name(node))
        if len(seen) == len(wanted):
            break
    assert seen == wanted, seen
    program.quit()


def nothing_is_named_by_its_type(start):
    program = start("--domain", "example.com")
    program.key("ctrl+f")

    def check():
        for node in program.nodes():
            if is_showing(node) and get_role(node) in (
                    "push button", "toggle button", "entry", "text", "heading", "list item"):
                name = get_name(node)
                assert name or node.get_children(), f"{get_role(node)} has no name"
                assert not name.startswith(("Gtk", "Adw", "Tlsrpt")), \
                    f"{get_role(node)} is named “{name}”"

    find_search(program)
    check()
    program.set_text(find_search(program), "expired")
    program.find("heading", contains="results")
    check()
    program.key("Return")
    wait_page(program, "The certificate has expired")
    check()
    program.quit()


run_tests(
    finds_opens_and_copies,
    keyboard_alone,
    nothing_found_says_what_to_try,
    explain_opens_in_the_running_window,
    action_opens_on_the_bus,
    page_is_read_in_order,
    nothing_is_named_by_its_type,
)
