#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a stranger on the session bus may ask of the program, with warnings fatal: its
options are checked where they arrive, too, since nothing says that another process has."""

import os
import subprocess
import tempfile

from gi.repository import Gio, GLib

from driver import (
    LIMIT, PROGRAM, PROGRAM_ENVIRONMENT, get_name, get_text, is_editable, is_showing, run_tests,
    wait_for,
)
from reports import find_text

APPLICATION_ID = os.environ["APPLICATION_ID"]
PATH = "/" + APPLICATION_ID.replace(".", "/").replace("-", "_")


def call(interface, method, signature, *arguments):
    """Calls a method of the program, and returns the error, if there is one."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    try:
        return bus.call_sync(APPLICATION_ID, PATH, interface, method,
                             GLib.Variant(signature, arguments), None, 0, LIMIT * 1000, None)
    except GLib.Error as error:
        return error


def octets(value):
    return GLib.Variant("ay", value + b"\0")


def command_line(**options):
    """Hands options over as a second process does.  Returns the exit status, which comes
    over the bus."""
    data = {"options": GLib.Variant("a{sv}", options), "cwd": octets(b"/")}
    result = call("org.gtk.Application", "CommandLine", "(oaaya{sv})", PATH, [b"x\0"], data)
    return result if isinstance(result, GLib.Error) else result.unpack()[0]


def options_are_checked_where_they_arrive(start):
    program = start("--domain", "example.com")
    many = GLib.Variant("aay", [b"a@example.com\0"] * 17)
    bad = {
        "server that is none": {"server": octets(b"not an address")},
        "server, not UTF-8": {"server": octets(b"\xff")},
        "domain, not UTF-8": {"domain": octets(b"ex\xffample.com")},
        "destination, not UTF-8": {"rua": GLib.Variant("aay", [b"a@example.com\0", b"\xff\0"])},
        "too many destinations": {"rua": many},
        "token that is none": {"explain": octets(b"no-such-token")},
        "token, not UTF-8": {"explain": octets(b"\xff\xfe")},
        "file, not UTF-8, and no such": {"server": octets(b""), "": many},
    }
    for what, options in bad.items():
        status = command_line(**options)
        assert status == 2, (what, status)

    # Types that the options do not have say nothing.
    for name in ("domain", "server", "explain", "rua", ""):
        for value in (GLib.Variant("i", 7), GLib.Variant("s", "x"), GLib.Variant("as", ["x"]),
                      GLib.Variant("b", True), GLib.Variant("a{sv}", {}),
                      GLib.Variant("aay", []), GLib.Variant("ay", b"")):
            command_line(**{name: value})

    # The form is as it was, and good options do what they do.
    assert command_line(domain=octets(b"example.org")) == 0
    wait_for("the domain", lambda: any(
        get_text(node) == "example.org" for node in program.nodes()
        if is_editable(node) and is_showing(node)))
    program.quit()


def actions_are_checked(start):
    program = start()
    values = [[], [GLib.Variant("i", 1)], [GLib.Variant("s", "")], [GLib.Variant("s", "\ufffe")],
              [GLib.Variant("s", "x" * 1000000)], [GLib.Variant("as", ["x"])],
              [GLib.Variant("s", "a"), GLib.Variant("s", "b")]]
    for name in ("about", "explain", "shortcuts", "show-reports", "no-such", "win.check", ""):
        for parameter in values:
            if name in ("about", "shortcuts") and parameter == []:
                continue
            call("org.gtk.Actions", "Activate", "(sava{sv})", name, parameter, {})
            call("org.freedesktop.Application", "ActivateAction", "(sava{sv})", name, parameter,
                 {})
        for value in (GLib.Variant("i", 1), GLib.Variant("s", "")):
            call("org.gtk.Actions", "SetState", "(sva{sv})", name, value, {})
    call("org.freedesktop.Application", "Open", "(asa{sv})",
         ["", "nonsense", "file://", "file:///no/such\x01", "http://[::1", "x" * 100000], {})
    wait_for("an answer", lambda: program.find_all("page tab", "Record"))
    program.quit()


# Characters that a terminal, a translation, markup or a file system may stumble over.
HOSTILE = ["\x01\x1b]0;x\x07", "\u202e\u2066evil\u200b", "%s%n%1$s", "<b>&<a href='x'>", "\ufffe\uffff",
           "../../etc/passwd", "a" * 1_000_000, "\U000e0041" * 1000, "e\u0301" * 10000]


def whatever_is_opened(start):
    program = start()
    uris = [f"file:///no/such/{i}" for i in range(1000)]
    # Types of its own only: GLib answers to others.
    data = {name: value for name in ("desktop-startup-id", "activation-token", "x" * 1000)
            for value in (GLib.Variant("i", 1), GLib.Variant("as", ["x"]), GLib.Variant("v",
                          GLib.Variant("ay", b"\xff")))}
    call("org.freedesktop.Application", "Open", "(asa{sv})", uris, data)
    call("org.freedesktop.Application", "Open", "(asa{sv})", ["file:///" + text for text in HOSTILE],
         {"desktop-startup-id": GLib.Variant("s", HOSTILE[0])})
    call("org.freedesktop.Application", "Open", "(asa{sv})", [], {})
    call("org.freedesktop.Application", "Activate", "(a{sv})", data)
    call("org.gtk.Application", "Open", "(assa{sv})", uris, HOSTILE[1], data)
    for signature, *arguments in (("(s)", "x"), ("(as)", uris), ("(ia{sv})", 1, {}),
                                  ("(aya{sv})", b"\xff", {}), ("()",)):
        assert isinstance(call("org.freedesktop.Application", "Open", signature, *arguments),
                          GLib.Error), signature
    find_text(program, "No Reports Found")
    program.quit()


def every_action_of_a_program_without_a_window(start):
    """As a desktop may call them before it asks for a window: each with what it takes, with
    something else, and with text of any kind."""
    # The folder of another start, which a stranger must not empty by a call.
    service = subprocess.Popen([PROGRAM, "--gapplication-service"],
                               env={**PROGRAM_ENVIRONMENT, "XDG_STATE_HOME": tempfile.mkdtemp(
                                   prefix="state-", dir=os.environ["HOME"])})
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    try:
        there = wait_for("the program", lambda: bus.call_sync(
            APPLICATION_ID, PATH, "org.gtk.Actions", "DescribeAll", None, None, 0, LIMIT * 1000,
            None).unpack()[0])
        assert "forget" in there and "quit" in there, there
        values = {"s": [GLib.Variant("s", text) for text in HOSTILE],
                  "u": [GLib.Variant("u", number) for number in (0, 1, 2 ** 32 - 1)]}
        wrong = [GLib.Variant("i", -1), GLib.Variant("a{sv}", {}), GLib.Variant("ay", b"\xff"),
                 GLib.Variant("(ss)", ("a", "b"))]
        # Those with a dialog come first, when there is no window yet.
        for name in sorted(there, key=lambda name: name not in ("forget", "shortcuts", "about")):
            if name == "quit":
                continue
            kind = there[name][1]
            for value in wrong + (values[kind] if kind else []):
                call("org.gtk.Actions", "Activate", "(sava{sv})", name, [value], {})
            call("org.freedesktop.Application", "ActivateAction", "(sava{sv})", name,
                 [] if not kind else values[kind][:1], {})
            assert service.poll() is None, name
        call("org.gtk.Actions", "Activate", "(sava{sv})", "quit", [], {})
        assert service.wait(LIMIT) == 0
    finally:
        service.kill()
        service.wait()


def list_entry_actions():
    """The actions that the desktop entry offers."""
    entry = GLib.KeyFile()
    entry.load_from_file(os.path.join(os.path.dirname(PROGRAM), "..", "..", "data",
                                      APPLICATION_ID + ".desktop"), GLib.KeyFileFlags.NONE)
    return entry.get_string_list("Desktop Entry", "Actions")


def actions_of_the_entry_are_answered(start):
    """As a launcher calls them, with and without text in the form."""
    program = start("--domain", "example.com")
    there = call("org.gtk.Actions", "List", "()").unpack()[0]
    for name in list_entry_actions():
        assert name in there, name

    def activate(name):
        result = call("org.freedesktop.Application", "ActivateAction", "(sava{sv})", name, [], {})
        assert not isinstance(result, GLib.Error), result

    activate("new")
    wait_for("an empty form", lambda: not any(
        "example.com" in get_text(node) for node in program.nodes()
        if is_editable(node) and is_showing(node)))
    activate("check")
    program.find_entry("Domain")
    activate("open-reports")
    # Whatever role the version of GTK gives it.
    def has_chooser():
        return any(get_name(node) == "Open Reports" for node in program.nodes())

    wait_for("the chooser", has_chooser)
    program.key("Escape")
    wait_for("the window alone", lambda: not has_chooser())
    program.quit()


def search(method, signature, *arguments):
    """Asks as the desktop's search does, which starts the program for it."""
    def look():
        result = bus.call_sync(APPLICATION_ID, PATH + "/SearchProvider",
                               "org.gnome.Shell.SearchProvider2", method,
                               GLib.Variant(signature, arguments), None, 0, LIMIT * 1000, None)
        return result.unpack() or True
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return wait_for(f"the answer to {method}", look)


def search_of_the_desktop_finds_codes(start):
    service = subprocess.Popen([PROGRAM, "--gapplication-service"], env=PROGRAM_ENVIRONMENT)
    try:
        found = {
            ("certificate-expired",): ["certificate-expired"],
            ("Certificate_Expired",): ["certificate-expired"],
            ("certificate-exp",): ["certificate-expired"],
            ("certificate", "expired"): ["certificate-expired"],
            ("no-such-token",): [],
            ("mail",): [],
            ("certificate",): [],
            ("example.com",): [],
            ("",): [],
            (): [],
        }
        for terms, ids in found.items():
            (result,) = search("GetInitialResultSet", "(as)", list(terms))
            assert result == ids, (terms, result)
        (result,) = search("GetInitialResultSet", "(as)", ["5.7.322"])
        assert "certificate-expired" in result, result
        (result,) = search("GetSubsearchResultSet", "(asas)", ["x"], ["sts-policy-"])
        assert set(result) == {"sts-policy-fetch-error", "sts-policy-invalid"}, result
        (metas,) = search("GetResultMetas", "(as)", ["no-such", "certificate-expired", ""])
        assert [meta["id"] for meta in metas] == ["certificate-expired"], metas
        assert metas[0]["name"] and metas[0]["description"] and metas[0]["icon"], metas

        # What is too much of everything is no more than that.
        for text in HOSTILE:
            for terms in ([text], [text, "certificate-expired"], [text] * 10):
                search("GetInitialResultSet", "(as)", terms)
            search("GetSubsearchResultSet", "(asas)", [text] * 10, [text])
            search("GetResultMetas", "(as)", [text])
        search("GetInitialResultSet", "(as)", ["x-" * 500000] * 3)
        search("GetResultMetas", "(as)", ["certificate-expired"] * 10000)

        # Nothing was shown, and nothing stays.
        assert service.wait(LIMIT) == 0
    finally:
        service.kill()
        service.wait()


def what_was_found_is_shown(start):
    program = start()
    search("ActivateResult", "(sasu)", "certificate-expired", ["certificate"], 0)
    program.find("heading", "The certificate has expired")
    search("LaunchSearch", "(asu)", ["dane-required"], 0)
    program.find("heading", contains="DANE")
    search("ActivateResult", "(sasu)", "no-such", [], 0)
    search("LaunchSearch", "(asu)", [], 0)
    program.quit()


run_tests(
    options_are_checked_where_they_arrive,
    actions_are_checked,
    whatever_is_opened,
    every_action_of_a_program_without_a_window,
    actions_of_the_entry_are_answered,
    search_of_the_desktop_finds_codes,
    what_was_found_is_shown,
)
