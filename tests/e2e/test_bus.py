#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a stranger on the session bus may ask of the program, with warnings fatal: its
options are checked where they arrive, too, since nothing says that another process has."""

import os
import subprocess

from gi.repository import Gio, GLib

from driver import LIMIT, PROGRAM, get_name, get_text, is_editable, is_showing, run_tests, wait_for

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
    service = subprocess.Popen([PROGRAM, "--gapplication-service"])
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
    actions_of_the_entry_are_answered,
    search_of_the_desktop_finds_codes,
    what_was_found_is_shown,
)
