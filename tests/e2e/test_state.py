#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept from one start to the next, from outside: however the program ends, and
whatever is in the place of the file."""

import json
import os
import signal
import stat
import tempfile

from driver import (
    LIMIT, Failure, get_name, get_text, is_editable, is_showing, run_tests, wait_for,
)

DOMAIN = "example.com"
ADDRESS = "tls@example.com"


def get_file(program):
    return os.path.join(program.state, "tlsrpt-generator", "state.json")


def get_form(program):
    try:
        with open(get_file(program), encoding="ascii") as file:
            return json.load(file).get("form")
    except OSError:
        return None


def wait_kept(program, domain=DOMAIN):
    """By itself, soon after the last change."""
    wait_for(f"“{domain}” to be kept", lambda: (get_form(program) or {}).get("domain") == domain)


def get_texts(program):
    return [get_text(node) for node in program.nodes() if is_editable(node) and is_showing(node)]


def wait_texts(program, *texts):
    wait_for(f"the texts {texts}", lambda: get_texts(program) == list(texts))


def press_until(program, words):
    """Goes on with Tab to what has these words."""
    for _ in range(8):
        program.key("Tab")
        try:
            wait_for(words, lambda: any(words in get_name(node) for node in program.nodes()
                                        if program.has_focus(node)), limit=2)
            return
        except Failure:
            pass
    raise Failure(f"“{words}” is not reached")


def put(text):
    """A state folder with this file, for a start."""
    folder = tempfile.mkdtemp(prefix="state-", dir=os.environ.get("HOME"))
    os.mkdir(os.path.join(folder, "tlsrpt-generator"), 0o700)
    with open(os.path.join(folder, "tlsrpt-generator", "state.json"), "w",
              encoding="utf-8") as file:
        file.write(text)
    return folder


def fill_in(program):
    program.type(DOMAIN)
    wait_texts(program, DOMAIN, "")
    program.key("Tab")
    program.type(ADDRESS)
    wait_texts(program, DOMAIN, ADDRESS)


def expect_restored(start, first):
    program = start(state=first.state)
    wait_texts(program, DOMAIN, ADDRESS)
    # It says so, and the record is there without a press.
    program.find(("label", "static"), contains="Restored from")
    program.find("push button", "Copy Record Value")
    return program


def restored_after_closing(start):
    first = start()
    fill_in(first)
    first.key("ctrl+w")
    assert first.process.wait(LIMIT) == 0
    assert stat.S_IMODE(os.stat(get_file(first)).st_mode) == 0o600
    again = expect_restored(start, first)

    # To start empty can be undone, and is kept as well.
    again.press(again.find("push button", "Start Empty"))
    wait_texts(again, "", "")
    wait_for("the empty form to be kept", lambda: get_form(again) is None)
    again.key("ctrl+z")
    wait_texts(again, DOMAIN, ADDRESS)
    again.quit()


def restored_after_quitting(start):
    first = start()
    fill_in(first)
    first.quit()
    expect_restored(start, first).quit()


def restored_after_a_signal(start):
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        first = start()
        fill_in(first)
        first.process.send_signal(number)
        assert first.process.wait(LIMIT) == 0
        expect_restored(start, first).quit()


def restored_after_a_kill(start):
    first = start()
    fill_in(first)
    wait_for("the address to be kept", lambda: (get_form(first) or {}).get("destinations") ==
             [{"mail": ADDRESS}])
    first.kill()
    expect_restored(start, first).quit()


def the_view_comes_back(start):
    first = start()
    fill_in(first)
    first.key("F1")
    path = get_file(first)
    wait_for("the file of the state", lambda: os.path.exists(path))
    wait_for("the view to be kept", lambda: '"guide"' in open(path, encoding="ascii").read())
    first.quit()
    again = start(state=first.state)
    again.find("entry", "Search the guide")
    # With the keyboard in it.
    again.key("ctrl+f")
    again.type("dane")
    again.wait_typed("dane")
    again.quit()


def the_command_line_wins(start):
    first = start()
    fill_in(first)
    first.quit()
    again = start("--domain", "example.org", state=first.state)
    wait_kept(again, "example.org")
    wait_texts(again, "example.org", "")
    # What was there is not lost.
    again.key("ctrl+z")
    wait_texts(again, DOMAIN, ADDRESS)
    again.quit()


def addresses_are_offered_again(start):
    first = start()
    fill_in(first)
    first.key("ctrl+n")
    wait_texts(first, "", "")
    first.type("example.org")
    wait_texts(first, "example.org", "")
    first.find("list item", contains="Use tls@example.com Again")
    press_until(first, "Again")
    first.key("Return")
    wait_texts(first, "example.org", ADDRESS)
    wait_for("the focus on the copy", lambda: any(
        get_name(node) == "Copy Record Value" for node in first.nodes()
        if first.has_focus(node)))
    first.quit()


def passwords_are_not_kept(start):
    first = start()
    first.type(DOMAIN)
    wait_texts(first, DOMAIN, "")
    first.key("Tab")
    first.type("https://user:secret@example.com/")
    wait_kept(first)
    first.quit()
    with open(get_file(first), encoding="ascii") as file:
        assert "secret" not in file.read()
    again = start(state=first.state)
    wait_texts(again, DOMAIN, "")
    again.find(("label", "static"), contains="may contain a password")
    again.quit()


def expect_told(start, text, words):
    program = start(state=put(text))
    program.find(("label", "static"), contains=words)
    program.type(DOMAIN)
    wait_texts(program, DOMAIN, "")
    return program


def broken_files_are_kept_aside(start):
    for text, words in (("{", "JSON"), ('{"version": 99}', "later version")):
        program = expect_told(start, text, words)
        wait_kept(program)
        program.quit()
        with open(get_file(program) + ".bad", encoding="ascii") as file:
            assert file.read() == text


def a_folder_in_the_way_is_told(start):
    folder = put("")
    path = os.path.join(folder, "tlsrpt-generator", "state.json")
    os.remove(path)
    os.mkdir(path)
    program = start(state=folder)
    program.find(("label", "static"), contains="cannot be read")
    fill_in(program)
    program.quit()
    assert os.path.isdir(path)


def everything_is_forgotten(start):
    first = start()
    fill_in(first)
    first.quit()
    # The address is one to be used again.
    second = expect_restored(start, first)
    second.key("F10")
    wait_for("the menu", lambda: second.find_all("menu item"))
    # By its access key.
    second.key("f")
    second.fill_screen(2)
    button = second.find("push button", "Forget Everything")
    second.press(button)
    second.wait_closed()
    wait_texts(second, "", "")
    wait_for("the file to go", lambda: not os.path.exists(get_file(second)))
    assert not second.find_all("list item", contains="Again")
    second.quit()
    again = start(state=first.state)
    wait_texts(again, "", "")
    assert not again.find_all("list item", contains="Again")
    again.quit()


def windows_do_not_disturb_each_other(start):
    first = start()
    fill_in(first)
    wait_kept(first)
    first.key("ctrl+shift+n")
    wait_for("two windows", lambda: len(first._windows_on_display()) == 2)
    first.take_focus()
    first.type("example.org")
    wait_kept(first, "example.org")
    wait_texts(first, DOMAIN, ADDRESS, "example.org", "")
    first.key("ctrl+w")
    first.wait_closed()
    first.key("ctrl+w")
    assert first.process.wait(LIMIT) == 0
    # The one that was closed last.
    expect_restored(start, first).quit()


run_tests(restored_after_closing, restored_after_quitting, restored_after_a_signal,
          restored_after_a_kill, the_view_comes_back, the_command_line_wins,
          addresses_are_offered_again, passwords_are_not_kept, broken_files_are_kept_aside,
          a_folder_in_the_way_is_told, everything_is_forgotten,
          windows_do_not_disturb_each_other)
