# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program from outside, as a person with a keyboard and a screen
reader would: over AT-SPI, with xdotool for keys and xclip for the clipboard.

Nothing here sleeps for a guess: whatever is waited for is polled, up to LIMIT."""

import os
import re
import subprocess
import sys
import tempfile
import time

from gi.repository import GLib

from accessible import Atspi, Snapshot, find_program

LIMIT = 30

# A warning of the program is fatal; one of the accessibility bus here, which comes
# when a window is looked at while it appears, is not.
PROGRAM_ENVIRONMENT = {**os.environ, "G_DEBUG": "fatal-warnings", "GTK_A11Y": "atspi"}
PROGRAM = os.environ.get("TLSRPT_GENERATOR", "tlsrpt-generator")


class Failure(Exception):
    """Something did not happen in time."""


def wait_for(what, check, limit=LIMIT):
    """Polls until check () is true, and returns what it returned."""
    end = time.monotonic() + limit
    while True:
        Snapshot.current = None
        try:
            result = check()
        except GLib.Error:
            # The object went away while it was looked at.
            result = None
        Snapshot.current = None
        if result:
            return result
        if time.monotonic() > end:
            raise Failure(f"waited {limit} s for {what}")
        time.sleep(0.02)


def walk(node):
    """The node and all below it, in reading order."""
    yield node
    for child in node.get_children():
        yield from walk(child)


def is_showing(node):
    """Whether a node is there to be seen, if need be after scrolling."""
    if not node.get_state_set().contains(Atspi.StateType.VISIBLE):
        return False
    try:
        extents = node.get_extents()
    except GLib.Error:
        return False
    return extents.width > 0 and extents.height > 0


def walk_open(node):
    """As walk (), but without what is in closed parts, where it keeps its size."""
    yield node
    for child in node.get_children():
        if is_showing(child):
            yield from walk_open(child)


def get_role(node):
    """The role by the name that it had before AT-SPI 2.53."""
    name = node.get_role_name()
    return "push button" if name == "button" else name


def get_text(node):
    return node.get_text()


def get_name(node):
    """The name without the isolates around foreign text, and without what GTK 4.8
    adds: the label's text again, and mnemonics."""
    name = re.sub("[_\u2068\u2069]", "", node.get_name() or "")
    half = len(name) // 2
    return name[:half] if name[:half] == name[half + 1:] and name[half:half + 1] == " " else name


def is_invalid(node):
    """GTK 4.8 sets the state that is called “invalid”, later ones the right one."""
    states = node.get_state_set()
    return (states.contains(Atspi.StateType.INVALID_ENTRY) or
            states.contains(Atspi.StateType.INVALID))


def is_editable(node):
    return node.get_state_set().contains(Atspi.StateType.EDITABLE)


class Program:
    """The running program and its window."""

    def __init__(self, *arguments, program=None, state=None):
        """A start is the first one, unless it shares the state folder of another."""
        self.state = state or tempfile.mkdtemp(prefix="state-", dir=os.environ.get("HOME"))
        self.process = subprocess.Popen([program or PROGRAM, *arguments],
                                        env={**PROGRAM_ENVIRONMENT, "XDG_STATE_HOME": self.state})
        self.root = wait_for("the program on the accessibility bus", self._find_root)
        wait_for("a window", lambda: any(is_showing(node) for node in self._windows()))
        self.take_focus()

    def _find_root(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}")
        return find_program(self.process.pid)

    def _windows(self):
        return self.root.get_children()

    def _windows_on_display(self):
        result = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                 str(self.process.pid)],
                                stdout=subprocess.PIPE, text=True, check=False)
        return result.stdout.split()

    def take_focus(self):
        """Without a window manager nobody else gives a window the keyboard."""
        window = wait_for("a window on the display", self._windows_on_display)[-1]
        subprocess.run(["xdotool", "windowfocus", window], check=True, timeout=LIMIT)

    def lose_focus(self):
        """As if somebody went on to another window: here to the root, where the window
        under the pointer, if there is one, would still get the keys."""
        size = subprocess.run(["xdotool", "getdisplaygeometry"], stdout=subprocess.PIPE,
                              text=True, check=True).stdout.split()
        root = subprocess.run(["xdotool", "search", "--maxdepth", "0", "--name", ""],
                              stdout=subprocess.PIPE, text=True, check=True).stdout.split()[0]
        subprocess.run(["xdotool", "mousemove", *size, "windowfocus", root],
                       check=True, timeout=LIMIT)

    def fill_screen(self, windows):
        """Waits for so many windows and makes the last as large as the screen."""
        window = wait_for(f"{windows} windows", lambda: (
            self._windows_on_display()[windows - 1:windows]))[0]
        size = subprocess.run(["xdotool", "getdisplaygeometry"], stdout=subprocess.PIPE,
                              text=True, check=True).stdout.split()
        subprocess.run(["xdotool", "windowsize", window, *size,
                        "windowmove", window, "0", "0",
                        "windowfocus", window], check=True, timeout=LIMIT)

    def wait_closed(self):
        """Waits until a dialog is closed, and gives the window the keyboard back.  GTK 4.8
        warns when somebody looks for a window on the bus that has just closed."""
        wait_for("one window", lambda: len(self._windows_on_display()) == 1)
        self.take_focus()

    def nodes(self):
        """All nodes, as they are now."""
        Snapshot(self.root.bus_name)
        return walk(self.root)

    def is_open(self, role, name):
        """Whether there is such a node that no closed part hides."""
        Snapshot(self.root.bus_name)
        return any(get_role(node) == role and get_name(node) == name
                   for node in walk_open(self.root))

    def find_all(self, role, name=None, contains=None):
        roles = role if isinstance(role, tuple) else (role,)
        return [node for node in self.nodes()
                if get_role(node) in roles and
                (name is None or name == get_name(node)) and
                (contains is None or contains in get_name(node)) and is_showing(node)]

    def find(self, role, name=None, contains=None, index=0):
        """The node of this role and name that is on the screen."""
        what = f"{role} “{name or contains}” [{index}]"
        return wait_for(what, lambda: self.find_all(role, name, contains)[index:index + 1])[0]

    def find_entry(self, name, index=0):
        """The text of an entry row: the row itself on GTK 4.8, its inner text later."""
        def look():
            found = [node for node in self.nodes()
                     if is_editable(node) and name == get_name(node) and is_showing(node)]
            return found[index:index + 1]
        return wait_for(f"entry “{name}” [{index}]", look)[0]

    def has_focus(self, node):
        return node.get_state_set().contains(Atspi.StateType.FOCUSED)

    def focused(self):
        for node in self.nodes():
            if self.has_focus(node):
                return node
        return None

    def set_text(self, node, text):
        """Puts text into an entry at once, as an input method does."""
        node.set_text(text)
        wait_for(f"the text “{text}”", lambda: get_text(node) == text)

    def paste(self, text):
        """Pastes with the key, in place of what is in the entry that has the focus."""
        subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode(), check=True,
                       timeout=LIMIT)
        self.key("ctrl+a", "ctrl+v")

    def press(self, node):
        """Does what a click or the space bar would do."""
        node.do_action()
        Snapshot.current = None

    def key(self, *keys):
        """Presses keys, such as “ctrl+shift+c”, in the program's window."""
        Snapshot.current = None
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        """Types ASCII, key by key."""
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "5", text], check=True)

    def wait_typed(self, text):
        """Waits until what was typed has arrived at the end of an entry or a text."""
        wait_for(f"“{text}”", lambda: any(
            get_text(node).endswith(text) for node in self.nodes() if is_editable(node)))

    def wait_clipboard(self, expected):
        """Reads the clipboard as another program does, byte for byte."""
        def look():
            result = subprocess.run(["xclip", "-selection", "clipboard", "-out"],
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                    timeout=LIMIT, check=False)
            return result.stdout == expected.encode("ascii")
        wait_for(f"“{expected}” on the clipboard", look)

    def quit(self):
        """Ends the program as a person does; it must end well."""
        self.key("ctrl+q")
        code = self.process.wait(LIMIT)
        if code != 0:
            raise Failure(f"the program ended with {code}")

    def kill(self):
        self.process.kill()
        self.process.wait()


def run_tests(*tests):
    """Runs functions as tests, with their results in TAP."""
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        programs = []

        def start(*arguments, **options):
            programs.append(Program(*arguments, **options))
            return programs[-1]

        try:
            test(start)
            result = "ok"
        except (Failure, AssertionError, OSError, subprocess.SubprocessError,
                GLib.Error) as error:
            print(f"# {type(error).__name__}: {error}", flush=True)
            for program in programs:
                if program.process.poll() is None:
                    dump(program)
            result = "not ok"
            failed += 1
        for program in programs:
            if program.process.poll() is None:
                program.kill()
        print(f"{result} {number} {test.__name__}", flush=True)
    sys.exit(1 if failed else 0)


def dump(program):
    """What was on the screen, for the log of a test that failed."""
    try:
        for node in program.nodes():
            if is_showing(node):
                print(f"#   {get_role(node)} “{node.get_name()}”")
    except GLib.Error as error:
        print(f"#   {error.message}")
