#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is pasted with the key, from the clipboard of another program."""

import subprocess
import time

from driver import (
    LIMIT, get_name, get_text, is_editable, is_showing, run_tests, wait_for,
)

LONG = b"x" * 100_000_000
REFUSAL = "The text to paste is longer than "

# Seconds, of which this program takes some to look.  GTK's own paste freezes the window
# for ten times as long.
PATIENCE = 1


# What somebody may have marked elsewhere, of which X says that it is UTF-8, and what arrives.
HOSTILE = {
    b"\x01\x1b]0;x\x07\x7f.example": "\x01\x1b]0;x\x07\x7f.example",
    "\u202eelpmaxe\u2066.\u200bcom".encode(): "\u202eelpmaxe\u2066.\u200bcom",
    b"a\xff\xc0\x80b.example": "a\ufffd\ufffd\ufffdb.example",
    b"a.example\0b": "a.example",
}


def put_on_clipboard(octets, selection="clipboard"):
    subprocess.run(["xclip", "-selection", selection, "-target", "UTF8_STRING"] if
                   selection == "primary" else ["xclip", "-selection", selection],
                   input=octets, check=True, timeout=LIMIT)


def get_texts(program):
    return [get_text(node) for node in program.nodes() if is_editable(node) and is_showing(node)]


def find_refusals(program):
    return [node for node in program.nodes() if get_name(node).startswith(REFUSAL)]


def assert_refused(program, what):
    """Said at once, with the text as it was and a window that answers."""
    before = get_texts(program)
    # Each time, since xclip waits for whoever ends before it has all.
    put_on_clipboard(LONG)
    start = time.monotonic()
    program.key("ctrl+v")
    wait_for(f"the refusal in {what}", lambda: find_refusals(program))
    took = time.monotonic() - start
    assert took < PATIENCE, f"{what}: {took} s"
    assert get_texts(program) == before, what


def long_texts_are_refused(start):
    for what, keys in (("the domain", []), ("an address", ["Tab"]),
                       ("the domain of a check", ["alt+k", "alt+d"]),
                       ("the search of the guide", ["F1", "ctrl+f"])):
        program = start()
        if keys:
            program.key(*keys)
        assert_refused(program, what)
        program.quit()

    program = start()
    program.find_entry("Domain")
    program.key("ctrl+i")
    text = program.find_entry("Existing Record")
    program.type("v")
    wait_for("the typing", lambda: get_text(text) == "v")
    assert_refused(program, "the import")
    # The toast does not take it.
    program.key("Escape")
    program.wait_closed()
    program.quit()


def others_arrive(start):
    # In the place of what is selected, and it can be undone.
    put_on_clipboard("bücher.example".encode())
    program = start()
    program.type("a")
    program.wait_typed("a")
    program.key("ctrl+a", "ctrl+v")
    wait_for("the text", lambda: get_texts(program) == ["bücher.example", ""])
    program.key("ctrl+z", "ctrl+z")
    wait_for("the text as before", lambda: get_texts(program) == ["a", ""])
    program.quit()

    # A list makes rows.
    put_on_clipboard(b"a@example.com, b@example.com")
    program = start()
    program.key("Tab", "ctrl+v")
    wait_for("the rows", lambda: get_texts(program)[1:] == ["a@example.com", "b@example.com"])
    program.quit()


def press_middle_button(program, node):
    """In the middle of it.  The window is at the corner of the screen."""
    place = node.get_extents()
    subprocess.run(["xdotool", "mousemove", str(place.x + place.width // 2),
                    str(place.y + place.height // 2), "click", "2"], check=True, timeout=LIMIT)


def middle_button(start):
    program = start()
    program.fill_screen(1)
    domain = program.find_entry("Domain")
    for octets, arrives in HOSTILE.items():
        program.set_text(domain, "")
        put_on_clipboard(octets, "primary")
        press_middle_button(program, domain)
        wait_for(f"{octets} to arrive", lambda: get_text(domain) == arrives)
    program.set_text(domain, "example.com")
    put_on_clipboard(LONG[:10_000_000], "primary")
    press_middle_button(program, domain)
    wait_for("the refusal", lambda: find_refusals(program))
    assert get_text(domain) == "example.com", get_text(domain)[:100]

    program.key("ctrl+i")
    program.fill_screen(2)
    text = program.find_entry("Existing Record")
    for octets, arrives in HOSTILE.items():
        put_on_clipboard(octets, "primary")
        press_middle_button(program, text)
        wait_for(f"{octets} in the import", lambda: arrives in get_text(text))
        program.set_text(text, "")
    program.key("Escape")
    program.wait_closed()
    program.quit()


run_tests(
    middle_button,
    long_texts_are_refused,
    others_arrive,
)
