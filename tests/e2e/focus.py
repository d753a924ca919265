# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the keyboard gets to: what can have the focus, and the way round by Tab."""

import functools
import subprocess

from gi.repository import GLib

from accessible import Atspi, Snapshot
from driver import Failure, get_name, get_role, get_text, is_editable, wait_for

# More stops than any window of the tests has.
MOST_STOPS = 120

# So many looks at the same place mean that it does not move: a fifth of a second.
STILL = 10

# What passes the focus on to what is in it, and the buttons of the window's frame, which
# GTK leaves to the keys of the window manager.
PASSES_ON = ("scroll pane", "list", "table", "tree table", "panel", "filler", "frame", "window",
             "dialog", "page tab list", "menu bar")
TABLES = ("table", "tree table")
HEADERS = "Column Headers"
FRAME = ("Minimize", "Maximize", "Restore", "Close")


def has_state(node, state):
    return node.get_state_set().contains(state)


@functools.cache
def has_radio_tabs():
    """Whether Tab comes only by the page tab that is selected, and arrows to the others, as
    on GTK 4.18 and not on 4.8."""
    return subprocess.run(["pkg-config", "--atleast-version=4.18", "gtk4"],
                          check=False).returncode == 0


def is_stop(node):
    """Whether Tab should come by."""
    if not has_state(node, Atspi.StateType.SENSITIVE) or get_name(node) in FRAME:
        return False
    if get_role(node) == "page tab" and has_radio_tabs():
        return has_state(node, Atspi.StateType.SELECTED)
    return is_editable(node) or (has_state(node, Atspi.StateType.FOCUSABLE) and
                                 get_role(node) not in PASSES_ON)


def find_stops(node, rows=None):
    """What can have the focus in a part of a window, in reading order.  A table is one
    stop, in which arrows lead on: its first row.  Others may have the focus instead, and
    rows gets the stop of each."""
    if not has_state(node, Atspi.StateType.VISIBLE):
        return []
    stops = []
    try:
        extents = node.get_extents()
        if extents.width == 0 or extents.height == 0:
            return []
        if is_stop(node):
            stops = [node]
    except GLib.Error:
        # The pages of some stacks are in the tree, but not on the screen.
        pass
    below = []
    for child in node.get_children():
        below += find_stops(child, rows)
    # A menu button, a drop-down and the like pass the focus on to the button in them, and
    # a row that can be expanded to the row that is seen of it, and, on GTK 4.18, a row to
    # the entry in it.  What expands does not.
    if below and not is_editable(node):
        role = get_role(node)
        is_row = get_role(below[0]) == "list item" or is_editable(below[0])
        if (is_row if role == "list item" else
                role != "push button" or get_name(below[0]) == get_name(node)):
            stops = []
    if get_role(node) in TABLES:
        lines = [stop for stop in below if get_role(stop) == "table row"]
        data = [row for row in lines if get_name(row) != HEADERS]
        below = [stop for stop in below if stop not in lines or stop == data[0]]
        if rows is not None:
            rows.update((row, data[0]) for row in data)
    return stops + below


def describe(node):
    return f"{get_role(node)} “{get_name(node)}”"


def find_typing(program, stops):
    """The entry that has the focus: on GTK 4.8 that of a row does not tell it has, but
    what is typed arrives there."""
    entries = [node for node in stops if is_editable(node)]
    before = [get_text(node) for node in entries]

    def look():
        return [node for node, text in zip(entries, before) if get_text(node) != text]

    program.key("End", "x")
    changed = wait_for("the entry that has the focus", look)
    program.key("BackSpace")
    wait_for("the text as before", lambda: not look())
    return changed[0]


def find_focus(program, stops, before, rows):
    """What has the focus now, after it was on another stop."""
    def look():
        focused = [rows.get(node, node) for node in [*stops, *rows] if program.has_focus(node)]
        if not focused and program.focused() is None:
            return find_typing(program, stops)
        return focused and focused[0] != before and focused[0]
    return wait_for("the focus to move", look)


def go_round(program, stops, key, rows):
    """The names of what has the focus, from the first stop until it has it again."""
    node = None
    for _ in stops:
        program.key(key)
        node = find_focus(program, stops, node, rows)
        if node == stops[0]:
            break
    names = []
    for _ in range(MOST_STOPS):
        names.append(describe(node))
        program.key(key)
        node = find_focus(program, stops, node, rows)
        if node == stops[0]:
            return names
    raise Failure(f"{key} does not come round: {names}")


def get_window(program):
    """The window that was opened last."""
    window = program.root.get_children()[-1]
    Snapshot(program.root.bus_name)
    return window


def check_round(program, what, root=None):
    """Both ways lead by everything on the screen, in reading order."""
    rows = {}
    stops = find_stops(root or get_window(program), rows)
    names = [describe(node) for node in stops]
    for key, expected in (("Tab", names), ("shift+Tab", names[:1] + names[:0:-1])):
        seen = go_round(program, stops, key, rows)
        assert seen == expected, f"{what}, {key}: came by {seen}, not {expected}"


def wait_focus(program, role, name):
    wait_for(f"the focus on {role} “{name}”",
             lambda: any((get_role(node), get_name(node)) == (role, name)
                         for node in program.nodes() if program.has_focus(node)))


def wait_still(node):
    """Waits until the view has scrolled to a node.  GTK 4.8 has a critical of its own for a
    popover whose place is not on the screen yet."""
    places = []

    def look():
        places.append(node.get_extents())
        return len(places) > STILL and len(set(places[-STILL:])) == 1

    wait_for("the view to stand still", look)


def tab_to(program, role, name):
    """As with the keyboard alone, from wherever the focus is."""
    stop = [node for node in find_stops(get_window(program))
            if (get_role(node), get_name(node)) == (role, name)][-1]
    for _ in range(60):
        if program.has_focus(stop):
            wait_still(stop)
            return
        program.key("Tab")
        wait_for("the window", lambda: program.root.get_children())
    raise AssertionError(f"Tab does not get to {role} “{name}”")
