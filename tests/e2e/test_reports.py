#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports that other programs open: a file manager, a mail program, a terminal."""

import os
import pathlib
import subprocess
import sys
import tempfile

from driver import get_name, get_role, get_text, is_editable, is_showing, run_tests, wait_for
from reports import find_text, make_large_files, open_by_bus, open_by_command

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
import report_files  # noqa: E402 (stands beside the tests, not here)

FOLDER = tempfile.TemporaryDirectory()
CLI = os.environ["TLSRPT_CLI"]
FAILURE = "The certificate has expired"


def write(name, data):
    path = pathlib.Path(FOLDER.name, name)
    path.write_bytes(data)
    return path


REPORT = write("sender!example.com!1767312000!1767398399.json.gz",
               report_files.member(report_files.text()))
SECOND = write("another report.json", report_files.text(report_id="id-2"))


def tab_to(program, node):
    """As with the keyboard alone."""
    for _ in range(30):
        focused = program.focused()
        if program.has_focus(node):
            return
        program.key("Tab")
        wait_for("the focus to move", lambda: program.focused() != focused)
    raise AssertionError("the focus does not get there")


def a_file_on_the_command_line(start):
    program = start(str(REPORT))
    find_text(program, "3 of 13 sessions failed; 1 problem to fix")
    program.quit()


def a_file_for_the_program_that_runs(start):
    program = start()
    open_by_command(str(REPORT))
    find_text(program, "3 of 13 sessions failed; 1 problem to fix")
    open_by_command(str(SECOND))
    find_text(program, "6 of 26 sessions failed; 1 problem to fix")
    # The same again counts once, and the view says so.
    open_by_command(str(SECOND))
    find_text(program, "1 duplicate report was counted once.")
    program.quit()


def files_over_the_bus(start):
    program = start()
    open_by_bus(REPORT, SECOND)
    find_text(program, "6 of 26 sessions failed; 1 problem to fix")

    # What is to be fixed leads to its page, that to what a report says of it and to the
    # explanation, and Escape back.
    row = program.find("list item", contains=FAILURE)
    tab_to(program, row)
    program.key("Return")
    find_text(program, "6 failed sessions · 1 sender · Jan 2, 2026 · still happening")
    entry = program.find("table row", contains=FAILURE)
    tab_to(program, entry)
    program.key("Return")
    find_text(program, "Report Details")
    find_text(program, "203.0.113.1")
    find_text(program, "How to Check")
    program.key("Escape")
    find_text(program, "2 Entries in the Reports")
    program.key("Escape")
    find_text(program, "6 of 26 sessions failed; 1 problem to fix")
    program.quit()


def a_problem_is_explained_and_the_correction_copied(start):
    lines = ["version: STSv1", "mode: testing", "mx: example.com", "max_age: 86400"]
    policy = report_files.entry(
        policy={"policy-type": "sts", "policy-domain": "example.com", "policy-string": lines},
        **{"failure-details": [report_files.failure(**{
            "result-type": "validation-failure", "receiving-mx-hostname": "mail.example.com",
            "failure-reason-code": "MX_HOSTS_MISMATCH"})]})
    program = start(str(write("unlisted.json", report_files.text(policies=[policy]))))
    row = program.find("list item", contains="mail.example.com")
    tab_to(program, row)
    program.key("Return")

    # Without a pointer, as all of it.
    find_text(program, "Certain")
    program.find("label", contains="The policy lists example.com itself, not its mail server")
    find_text(program, "1 Entry in the Reports")
    check_names(program)
    copy = program.find("push button", contains="Copy Text for https://mta-sts.example.com/")
    tab_to(program, copy)
    program.key("Return")
    program.wait_clipboard("version: STSv1\nmode: testing\nmx: example.com\n"
                           "mx: mail.example.com\nmax_age: 86400\n")

    # Whether it is fixed, the check of the domain tells.
    check = program.find("list item", contains="Check example.com Now")
    tab_to(program, check)
    program.key("Escape")

    # The policy is being tested: why it cannot be enforced yet.
    # GTK 4.18 names a row by its title alone, and describes it by the subtitle.
    program.find("label", contains="Not yet: 3 of 13 sessions")
    answer = wait_for("the domain’s row", lambda: [
        node for node in program.find_all("list item")
        if get_name(node).split(",")[0] == "example.com"])[0]
    tab_to(program, answer)
    program.key("Return")
    find_text(program, "Fix First")
    program.quit()


def save_as(program, path):
    """In the dialog that asks for the name of a file."""
    wait_for("the name of the file", lambda: [
        node for node in program.nodes()
        if is_showing(node) and program.has_focus(node) and
        is_editable(node) and get_text(node).endswith(path.suffix)])
    program.key("ctrl+a")
    program.type(str(path))
    program.key("Return")
    wait_for("the file", path.exists)
    find_text(program, f"Saved as “{path.name}”")
    program.wait_closed()


def table_is_saved(start):
    path = pathlib.Path(FOLDER.name, "table.csv")
    program = start(str(REPORT))
    find_text(program, FAILURE)
    program.key("ctrl+s")
    save_as(program, path)
    assert "," in path.read_text(encoding="utf-8")
    program.quit()


def open_more(program):
    tab_to(program, program.find_all(("push button", "toggle button"), "More")[-1])
    program.key("Return")
    # GTK 4.18 gives its menu items no names.
    wait_for("the menu", lambda: program.find_all("menu item"))


def a_summary_is_saved(start):
    """As the terminal program prints it, and on paper."""
    path = pathlib.Path(FOLDER.name, "summary.md")
    paper = pathlib.Path(FOLDER.name, "summary.pdf")
    program = start(str(REPORT))
    find_text(program, FAILURE)
    open_more(program)
    program.key("m")
    save_as(program, path)
    printed = subprocess.run([CLI, "report", "--format", "markdown", REPORT],
                             stdout=subprocess.PIPE, timeout=30, check=True)
    assert path.read_bytes() == printed.stdout, path.read_text(encoding="utf-8")
    open_more(program)
    program.key("d")
    save_as(program, paper)
    assert paper.read_bytes().startswith(b"%PDF-")
    program.quit()


def reports_are_saved_as_the_terminal_program_prints_them(start):
    folder = pathlib.Path(FOLDER.name, "all")
    folder.mkdir()
    for name, data in report_files.month():
        (folder / name).write_bytes(data)
    for name, data, *_ in report_files.senders():
        (folder / name).write_bytes(data.replace(b"id-1", name.encode()))
    # What says nothing is no report.
    (folder / "empty.json").write_bytes(report_files.text(report_id="empty", policies=[]))
    (folder / "broken.json").write_bytes(b"{")
    (folder / "broken.zip").write_bytes(b"PK")

    # Octet for octet: what a program reads does not depend on who wrote it.
    path = pathlib.Path(FOLDER.name, "reports.json")
    program = start(str(folder))
    program.find("label", contains="3 files could not be read.")
    open_more(program)
    program.key("j")
    save_as(program, path)
    printed = subprocess.run([CLI, "report", "--json", folder], stdout=subprocess.PIPE,
                             timeout=30, check=False)
    assert printed.returncode == 1, printed.returncode
    assert path.read_bytes() == printed.stdout, printed.stdout

    # So are the numbers that people read.
    printed = subprocess.run([CLI, "report", folder], stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, text=True, timeout=30, check=False)
    lines = printed.stdout.splitlines()
    find_text(program, lines[0])
    n_reports = next(line for line in lines if line.endswith(" reports"))
    program.find("label", contains=n_reports + " · ")
    program.quit()


def reading_is_canceled(start):
    program = start(str(REPORT), str(make_large_files(FOLDER.name, 1000)))
    program.find("label", contains=" of 1001 files")
    program.key("alt+n")
    program.find("label", contains=" files were not read.")
    find_text(program, "3 of 13 sessions failed; 1 problem to fix")
    program.quit()


def check_names(program):
    for node in program.nodes():
        if is_showing(node) and get_role(node) in ("push button", "toggle button", "entry",
                                                   "text", "combo box", "table row"):
            name = get_name(node)
            assert name and not name.startswith(("Gtk", "Adw", "Tlsrpt")), \
                f"{get_role(node)} is named “{name}”"


def nothing_is_named_by_its_type(start):
    program = start(str(REPORT))
    find_text(program, "3 of 13 sessions failed; 1 problem to fix")
    check_names(program)

    # The rows of tables, and what is in the popover of the filter.
    program.press(program.find("page tab", "Failures"))
    program.find("table row", contains=FAILURE)
    tab_to(program, program.find_all(("push button", "toggle button"), "Filter")[-1])
    program.key("Return")
    # GTK 4.8 names the button in it only, with the choice.
    wait_for("the choice of a domain", lambda: [
        node for node in program.nodes()
        if is_showing(node) and get_role(node) in ("push button", "toggle button") and
        (get_name(node) == "Domain" or get_name(node).startswith("Domain: "))])
    check_names(program)
    program.key("Escape")
    program.quit()


run_tests(
    a_file_on_the_command_line,
    a_file_for_the_program_that_runs,
    files_over_the_bus,
    a_problem_is_explained_and_the_correction_copied,
    table_is_saved,
    a_summary_is_saved,
    reports_are_saved_as_the_terminal_program_prints_them,
    reading_is_canceled,
    nothing_is_named_by_its_type,
)
