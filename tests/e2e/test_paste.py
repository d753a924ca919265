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


def put_on_clipboard(octets):
    subprocess.run(["xclip", "-selection", "clipboard"], input=octets, check=True, timeout=LIMIT)


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


run_tests(
    long_texts_are_refused,
    others_arrive,
)
