# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the files of translators: templates and translations."""

import ast
import re

KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d)\])? (\".*\")$")


class Entry:
    """A message: singular and plural, and what stands for them."""

    def __init__(self):
        self.context = None
        self.msgids = []
        self.msgstrs = []
        self.is_fuzzy = False

    @property
    def key(self):
        return self.context, self.msgids[0]

    @property
    def is_translated(self):
        return all(self.msgstrs) and not self.is_fuzzy

    def append(self, keyword, text):
        if keyword == "msgctxt":
            self.context = (self.context or "") + text
            return
        texts = self.msgstrs if keyword == "msgstr" else self.msgids
        texts[-1] += text

    def begin(self, keyword, text):
        if keyword == "msgstr":
            self.msgstrs.append("")
        elif keyword != "msgctxt":
            self.msgids.append("")
        self.append(keyword, text)


def read(path):
    """Returns the entries of a file by their keys, without the header."""
    entries = {}
    with open(path, encoding="utf-8") as file:
        blocks = file.read().strip().split("\n\n")

    for block in blocks:
        entry = Entry()
        keyword = None
        for line in block.split("\n"):
            found = KEYWORD.match(line)
            if line.startswith("#,") and "fuzzy" in line:
                entry.is_fuzzy = True
            elif found:
                keyword = found[1]
                entry.begin(keyword, ast.literal_eval(found[3]))
            elif line.startswith('"'):
                entry.append(keyword, ast.literal_eval(line))
        if entry.msgids and entry.msgids[0]:
            entries[entry.key] = entry

    return entries
