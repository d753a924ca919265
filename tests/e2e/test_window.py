#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a whole, from outside: keys, focus, menu, size and clipboard."""

import os
import subprocess

from gi.repository import GLib

from driver import (
    LIMIT, PROGRAM, get_name, get_text, is_editable, is_showing, run_tests, wait_for,
)

VALUE = "v=TLSRPTv1; rua=mailto:a@example.com"


def press_until(program, name, *keys):
    """Presses one key after the other; then something of this name has the focus."""
    program.key(*keys)
    wait_for(f"the focus on “{name}”",
             lambda: any(get_name(node) == name for node in program.nodes()
                         if program.has_focus(node)))


def get_texts(program):
    return [get_text(node) for node in program.nodes() if is_editable(node) and is_showing(node)]


def wait_texts(program, *texts):
    wait_for(f"the texts {texts}", lambda: get_texts(program) == list(texts))


def type_texts(program, text, *texts):
    """Types into what has the focus: with GTK 4.8 an entry row does not tell that it
    has it, but what is typed arrives there."""
    program.type(text)
    wait_texts(program, *texts)


def tab_order_is_reading_order(start):
    program = start()
    type_texts(program, "a", "a", "")
    program.key("Tab")
    type_texts(program, "b", "a", "b")
    for name in ("Remove", "Add Email Address", "Add HTTPS Endpoint", "Create Record"):
        press_until(program, name, "Tab")
    # And back.
    for name in ("Add HTTPS Endpoint", "Add Email Address"):
        press_until(program, name, "shift+Tab")
    program.quit()


def everything_by_keyboard(start):
    program = start()
    type_texts(program, "example.com", "example.com", "")
    program.key("Tab")
    type_texts(program, "a@example.com", "example.com", "a@example.com")

    # A second address, which is then not wanted, and wanted again.
    press_until(program, "Add Email Address", "Tab", "Tab")
    program.key("Return")
    wait_texts(program, "example.com", "a@example.com", "")
    type_texts(program, "b@example.com", "example.com", "a@example.com", "b@example.com")
    press_until(program, "Remove", "Tab")
    program.key("space")
    wait_texts(program, "example.com", "a@example.com")
    program.key("ctrl+z")
    wait_texts(program, "example.com", "a@example.com", "b@example.com")
    program.key("alt+Up")
    wait_texts(program, "example.com", "b@example.com", "a@example.com")

    press_until(program, "Copy Record Value", "ctrl+Return")
    program.key("space")
    program.wait_clipboard("v=TLSRPTv1; rua=mailto:b@example.com,mailto:a@example.com")
    program.key("ctrl+n")
    wait_texts(program, "", "")
    type_texts(program, "x", "x", "")
    program.quit()


def access_keys_lead_to_rows(start):
    program = start()
    program.key("alt+e")
    type_texts(program, "b", "", "b")
    program.key("alt+d")
    type_texts(program, "a", "a", "b")
    program.quit()


def menu_names_its_items(start):
    program = start()
    program.find(("push button", "toggle button"), "Main Menu")
    program.key("F10")
    expected = ["New Window", "Clear Form", "Undo", "Import Record…", "Open Reports…", "Export…",
                "Forget Everything…", "Keyboard Shortcuts", "Help",
                "About TLS-RPT Record Generator"]
    items = wait_for("the menu", lambda: program.find_all("menu item"))
    names = [get_name(item) for item in items]
    # GTK 4.18 gives its own menu items no names at all.
    assert names in (expected, [""] * len(expected)), names
    program.key("Escape")
    wait_for("the menu to close", lambda: not program.find_all("menu item"))
    program.quit()


def count_windows(program):
    result = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                             str(program.process.pid)],
                            stdout=subprocess.PIPE, text=True, check=False)
    return len(result.stdout.split())


def escape_closes_what_is_modal(start):
    program = start()
    program.key("ctrl+question")
    wait_for("the shortcuts", lambda: count_windows(program) == 2)
    program.take_focus()
    program.key("Escape")
    wait_for("the shortcuts to close", lambda: count_windows(program) == 1)
    program.take_focus()
    program.quit()


def closing_the_window_ends_the_program(start):
    program = start()
    program.key("ctrl+w")
    assert program.process.wait(LIMIT) == 0


def size_is_remembered(start):
    def find_window(program):
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                               str(program.process.pid)],
                              stdout=subprocess.PIPE, text=True, check=True).stdout.split()[-1]

    def get_size(program):
        lines = subprocess.run(["xdotool", "getwindowgeometry", "--shell", find_window(program)],
                               stdout=subprocess.PIPE, text=True, check=True).stdout.split()
        return {"WIDTH=555", "HEIGHT=444"} <= set(lines)

    def is_kept():
        path = os.path.join(GLib.get_user_config_dir(), "glib-2.0", "settings", "keyfile")
        if not os.path.exists(path):
            return False
        with open(path, encoding="utf-8") as file:
            return {"window-width=555", "window-height=444"} <= set(file.read().split())

    program = start()
    subprocess.run(["xdotool", "windowsize", find_window(program), "555", "444"], check=True)
    wait_for("the new size", lambda: get_size(program))
    # The program hears of it later than the display does.
    wait_for("the size to be kept", is_kept)
    program.key("ctrl+w")
    assert program.process.wait(LIMIT) == 0

    program = start()
    wait_for("the size of before", lambda: get_size(program))
    program.quit()


def clipboard_outlives_what_it_need_not(start):
    # What another program has put there stays there.
    subprocess.run(["xclip", "-selection", "clipboard"], input=b"of another", check=True)
    program = start("--domain", "example.com", "--rua", "a@example.com")
    program.wait_clipboard("of another")
    program.quit()
    program = start("--domain", "example.com", "--rua", "a@example.com")
    program.wait_clipboard("of another")

    # Nobody takes over what we have put there; the program ends nevertheless.
    program.find("push button", "Copy Record Value")
    program.key("ctrl+shift+c")
    program.wait_clipboard(VALUE)
    program.quit()


def second_start_fills_the_first_window(start):
    program = start("--domain", "example.com", "--rua", "a@example.com")
    program.find("push button", "Copy Record Value")
    subprocess.run([program.process.args[0], "--domain", "example.org", "--rua", "b@example.org"],
                   check=True, timeout=LIMIT)
    wait_for("the other form", lambda: get_texts(program) == ["example.org", "b@example.org"])

    # What was there can be brought back.
    program.key("ctrl+z")
    wait_for("the first form", lambda: get_texts(program) == ["example.com", "a@example.com"])
    program.quit()


def unknown_options_are_harmless(_start):
    for option in ("--nope", "-x", "--x\x1b]0;title\x07", "-\u202ex", "--x\x1b=y"):
        result = subprocess.run([PROGRAM, option], capture_output=True, text=True, timeout=LIMIT,
                                check=False)
        assert result.returncode == 1 and result.stdout == "", (option, result)
        assert result.stderr.rstrip("\n").isprintable(), result.stderr


run_tests(
    tab_order_is_reading_order,
    everything_by_keyboard,
    access_keys_lead_to_rows,
    menu_names_its_items,
    escape_closes_what_is_modal,
    closing_the_window_ends_the_program,
    size_is_remembered,
    clipboard_outlives_what_it_need_not,
    second_start_fills_the_first_window,
    unknown_options_are_harmless,
)
