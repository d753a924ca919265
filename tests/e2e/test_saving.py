#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving when it goes wrong, with warnings fatal: on a full disk, in a home that cannot
be written, and with a kill in the midst of it.  Whatever was there stays, or what is new
is there; and it is said."""

import json
import os
import pathlib
import signal
import tempfile

from driver import (
    LIMIT, PROGRAM, get_name, get_role, get_text, is_editable, is_showing, run_tests, wait_for,
)
from reports import find_text, write_failures
from surroundings import can_mount, make_full_disk, seen_by, type_name, write_program

DOMAIN = "example.com"
ADDRESS = "tlsrpt@example.com"
ARGUMENTS = ("--domain", DOMAIN, "--rua", ADDRESS)
NOT_KEPT = "Your entries cannot be kept for the next start: "
KILL_LIBRARY = os.environ["KILL_LIBRARY"]
LINE = f'_smtp._tls.{DOMAIN}. 3600 IN TXT "v=TLSRPTv1; rua=mailto:{ADDRESS}"\n'
FAILURES = "6 of 26 sessions failed; 1 problem to fix"

# Where a program that saves is killed, and whether it has saved by then.
PLACES = {"begin": False, "half": False, "before": False, "after": True}


def get_texts(program):
    return [get_text(node) for node in program.nodes() if is_editable(node) and is_showing(node)]


def wait_texts(program, *texts):
    wait_for(f"the texts {texts}", lambda: get_texts(program) == list(texts))


def find_told(program, words):
    return [node for node in program.nodes()
            if is_showing(node) and get_name(node).startswith(words)]


def close_told(program, words):
    """Takes a message away that says it, so that the next is seen."""
    wait_for(f"“{words}”", lambda: find_told(program, words))
    # Its button, which libadwaita 1.2 gives no name, is what comes next.
    nodes = [node for node in program.nodes() if is_showing(node)]
    first = next(i for i, node in enumerate(nodes) if get_name(node).startswith(words))
    program.press(next(node for node in nodes[first:] if get_role(node) == "push button"))
    wait_for(f"the end of “{words}”", lambda: not find_told(program, words))


def get_file(state):
    return pathlib.Path(state, "tlsrpt-generator", "state.json")


def read_form(path):
    """What is kept.  It is always whole."""
    return json.loads(path.read_text(encoding="ascii"))["form"]


def make_state(domain):
    folder = tempfile.mkdtemp(prefix="state-", dir=os.environ.get("HOME"))
    get_file(folder).parent.mkdir(0o700)
    get_file(folder).write_text(json.dumps({"version": 1, "form": {"domain": domain}}),
                                encoding="ascii")
    return folder


def exports_on_a_full_disk(start):
    if not can_mount():
        print("# no mounts here")
        return
    with tempfile.TemporaryDirectory() as folder:
        disk = pathlib.Path(folder, "disk")
        program = start(write_failures(folder), program=make_full_disk(folder, disk))
        find_text(program, FAILURES)
        seen = seen_by(program, disk)
        before = os.stat(seen / "old").st_size
        # A table, and a summary on paper.
        for key, name in ((None, "table.csv"), ("d", "summary.pdf")):
            if key is None:
                program.key("ctrl+s")
            else:
                program.press(program.find_all(("push button", "toggle button"), "More")[-1])
                wait_for("the menu", lambda: program.find_all("menu item"))
                program.key(key)
            type_name(program, disk / name)
            program.key("Return")
            program.wait_closed()
            close_told(program, "Not saved: ")
            assert os.listdir(seen) == ["old"], os.listdir(seen)
        assert os.stat(seen / "old").st_size == before
        program.quit()


def entries_on_a_full_disk(start):
    if not can_mount():
        print("# no mounts here")
        return
    with tempfile.TemporaryDirectory() as folder:
        disk = pathlib.Path(folder, "disk")
        program = start(program=make_full_disk(folder, disk), state=str(disk))
        program.type(DOMAIN)
        close_told(program, NOT_KEPT)
        # Once, whatever is typed.
        program.key("Tab")
        program.type(ADDRESS)
        wait_texts(program, DOMAIN, ADDRESS)
        assert not find_told(program, NOT_KEPT)

        # As soon as there is room, it is kept.
        seen = seen_by(program, disk)
        os.unlink(seen / "old")
        program.key("Left", "BackSpace")
        path = get_file(seen)
        wait_for("the entries to be kept", lambda: path.exists() and read_form(path).get(
            "destinations") == [{"mail": get_texts(program)[1]}])
        program.quit()


def a_home_that_cannot_be_written(start):
    """As somebody without the rights of an administrator."""
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder, "home")
        home.mkdir()
        home.chmod(0o555)
        names = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
        places = " ".join(f"{name}={home}/{name}" for name in names[1:])
        rights = "setpriv --bounding-set=-all --inh-caps=-all " if os.getuid() == 0 else ""
        program = start(*ARGUMENTS, state=str(home / "state"), program=write_program(
            folder, f"{rights}env GSETTINGS_BACKEND=memory HOME={home} {places} {PROGRAM} \"$@\""))
        program.find("push button", "Copy Record Value")
        close_told(program, NOT_KEPT)
        program.key("ctrl+shift+c")
        program.wait_clipboard(f"v=TLSRPTv1; rua=mailto:{ADDRESS}")
        assert not find_told(program, NOT_KEPT)
        program.quit()
        assert not os.listdir(home)


def killed_while_entries_are_kept(start):
    state = make_state("old.example")
    kept = "old.example"
    with tempfile.TemporaryDirectory() as folder:
        for number, (place, is_saved) in enumerate(PLACES.items()):
            new = f"{number}.example"
            program = start(state=state, program=write_program(
                folder, f"env KILL_AT={place} KILL_FILE=state.json LD_PRELOAD={KILL_LIBRARY} "
                        f"{PROGRAM} \"$@\""))
            wait_texts(program, kept, "")
            program.key("ctrl+a")
            program.type(new)
            assert program.process.wait(LIMIT) == -signal.SIGKILL
            # Of a text that was typed, what was there when it was kept.
            kept = read_form(get_file(state))["domain"]
            assert (kept != "old.example" and new.startswith(kept)) == is_saved, (place, kept)
    program = start(state=state)
    wait_texts(program, kept, "")
    program.quit()


def killed_while_a_file_is_saved(start):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "record.zone")
        for place, is_saved in PLACES.items():
            path.write_text("old", encoding="ascii")
            program = start(*ARGUMENTS, program=write_program(
                folder, f"env KILL_AT={place} KILL_FILE={path.name} LD_PRELOAD={KILL_LIBRARY} "
                        f"{PROGRAM} \"$@\""))
            program.find("push button", "Copy Record Value")
            program.key("ctrl+s")
            type_name(program, path)
            program.key("Return")
            # GTK asks whether to replace it.
            program.press(program.find("push button", "Replace"))
            assert program.process.wait(LIMIT) == -signal.SIGKILL
            text = path.read_text(encoding="ascii")
            assert text == ("old" if not is_saved else LINE), (place, text)


run_tests(
    exports_on_a_full_disk,
    entries_on_a_full_disk,
    a_home_that_cannot_be_written,
    killed_while_entries_are_kept,
    killed_while_a_file_is_saved,
)
