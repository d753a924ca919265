#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard, from outside: Tab goes round every view, page and dialog in both
directions, and what closes leaves the focus where it was."""

import tempfile

from driver import get_role, get_text, run_tests, wait_for
from focus import check_round, tab_to, wait_focus
from reports import find_text, write_failures

FOLDER = tempfile.TemporaryDirectory()
FORM = ("--domain", "example.com", "--rua", "a@example.com", "--rua", "https://example.com/r")
REPORTS = write_failures(FOLDER.name)


def round_the_record(start):
    program = start()
    program.find("push button", "Create Record")
    check_round(program, "an empty form")
    program.quit()
    program = start(*FORM)
    program.find("push button", "Copy Record Value")
    check_round(program, "a record")
    program.quit()


def round_the_other_views(start):
    program = start(*FORM)
    program.find("push button", "Copy Record Value")
    for key, role, name in (("alt+k", "push button", "Check"),
                            ("alt+t", "push button", "Open Files…"),
                            ("alt+i", "list item", "All Reason Codes")):
        program.key(key)
        program.find(role, name)
        check_round(program, name)
    program.quit()


def pages_give_the_focus_back(start):
    program = start(REPORTS)
    find_text(program, "6 of 26 sessions failed; 1 problem to fix")

    # From an item of a menu, which is gone by then: to its button.
    more = program.find_all(("push button", "toggle button"), "More")[-1]
    for leave in ("Escape", "alt+Left", "Return"):
        tab_to(program, get_role(more), "More")
        program.key("Return")
        wait_for("the menu", lambda: program.find_all("menu item"))
        program.key("n")
        find_text(program, "broken.json")
        wait_focus(program, "push button", "Back")
        program.key(leave)
        wait_focus(program, get_role(more), "More")

    # And keys do what they did.
    program.key("ctrl+f")
    wait_focus(program, "entry", "Search the tables")
    program.quit()


def dialogs_give_the_focus_back(start):
    program = start(*FORM)
    program.find("push button", "Copy Record Value")
    program.key("ctrl+question")
    wait_for("the shortcuts", lambda: len(program.root.get_children()) == 2)
    program.take_focus()
    program.key("Escape")
    program.wait_closed()
    wait_focus(program, "push button", "Copy Record Value")

    program.key("F10")
    wait_for("the menu", lambda: program.find_all("menu item"))
    program.key("a")
    find_text(program, "Legal")
    program.take_focus()
    check_round(program, "About")
    program.key("Escape")
    program.wait_closed()
    # GTK 4.8 calls the button in a menu button so, later ones a toggle button.
    menu = program.find_all(("push button", "toggle button"), "Main Menu")[-1]
    wait_focus(program, get_role(menu), "Main Menu")
    program.quit()


def views_by_number(start):
    program = start()
    program.key("alt+2")
    program.find("push button", "Check")
    # The main action is the one of the view: here nothing leads back to Record.
    program.key("ctrl+Return")
    find_text(program, "Enter the domain that receives mail, such as example.com")
    assert not program.find_all("push button", "Create Record")
    program.key("alt+3")
    program.find("push button", "Open Files…")
    program.key("alt+4")
    program.find("entry", "Search the guide")
    program.key("alt+1")
    program.find("push button", "Create Record")
    for step, role, name in (("Next", "push button", "Check"),
                             ("Next", "push button", "Open Files…"),
                             ("Prior", "push button", "Check")):
        program.key(f"ctrl+{step}")
        program.find(role, name)
    program.quit()


def help_begins_with_the_contents(start):
    program = start()
    program.key("F1")
    search = program.find("entry", "Search the guide")
    program.key("ctrl+f")
    program.type("nothing of the kind")
    program.wait_typed("nothing of the kind")
    program.key("alt+1")
    program.find("push button", "Create Record")
    program.key("F1")
    wait_for("the search to be empty", lambda: get_text(search) == "")
    program.quit()


def the_name_follows_the_value(start):
    program = start(*FORM)
    program.find("push button", "Copy Record Value")
    program.key("ctrl+shift+c")
    program.press(program.find("push button", "Copy Name", index=1))
    program.wait_clipboard("_smtp._tls.example.com")
    program.quit()


run_tests(
    views_by_number,
    help_begins_with_the_contents,
    the_name_follows_the_value,
    round_the_record,
    round_the_other_views,
    pages_give_the_focus_back,
    dialogs_give_the_focus_back,
)
