# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the texts with a mnemonic that a person sees together: those of a view,
of a dialog, or of a menu."""

import glob
import os
import re
import xml.etree.ElementTree

# “_smtp._tls” and “_dmarc” are names in DNS.
MNEMONIC = re.compile(r"^[^_]*(?<![“”„«`\u202f])_(\w)[^_]*$")
C_STRING = r"\"((?:[^\"\\]|\\.)*)\""
C_MESSAGE = re.compile(r"\b_ ?\(" + C_STRING + r"\)")
C_MENU_ITEM = re.compile(r"\bg_menu_(?:append|insert|item_new)\w* \([^;]*?_ ?\(" + C_STRING)
C_PRIVATE = re.compile(r"^#include \"tlsrpt-([a-z-]+)-private\.h\"$", re.MULTILINE)
C_TYPE = re.compile(r"\bTLSRPT_TYPE_([A-Z_]+)\b|\btlsrpt_([a-z_]+)_new \(")


def get_letter(text):
    """Returns the letter that a text has a mnemonic for, or None."""
    found = MNEMONIC.match(text)
    return found[1].casefold() if found else None


def _get_class(name):
    return "Tlsrpt" + "".join(word.capitalize() for word in re.split("[-_]", name))


class _File:
    """What a class shows, in its .ui and its .c together."""

    def __init__(self):
        self.is_toplevel = False
        self.messages = set()
        self.menus = []
        self.classes = set()

    def read_ui(self, path):
        root = xml.etree.ElementTree.parse(path).getroot()
        template = root.find("template")
        self.is_toplevel = template is None or \
            re.search("Window|Dialog", template.get("parent", "")) is not None
        for menu in root.iter("menu"):
            self.menus.append(_collect(menu.iter("attribute")))
        self.messages |= _collect(root.iter("property"))
        with open(path, encoding="utf-8") as file:
            self.classes |= set(re.findall(r"\bTlsrpt\w+", file.read()))
        return root

    def read_c(self, path):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        items = {(None, message) for message in C_MENU_ITEM.findall(text)}
        messages = {(None, message) for message in C_MESSAGE.findall(text)}
        self.messages |= {message for message in messages - items if get_letter(message[1])}
        self.menus.append({item for item in items if get_letter(item[1])})
        for upper, lower in C_TYPE.findall(text):
            self.classes.add(_get_class((upper or lower).lower()))


def _collect(elements):
    return {(element.get("context"), element.text)
            for element in elements
            if element.get("translatable") and get_letter(element.text or "")}


def _get_owner(path):
    """Returns the name of the class that a file is a part of, if it shares its structure."""
    with open(path, encoding="utf-8") as file:
        found = C_PRIVATE.search(file.read())
    return found[1] if found else None


def _read_files(top):
    """Returns what each class shows, by its name, and the .ui of the window."""
    files = {}
    window = None
    for path in sorted(glob.glob(os.path.join(top, "src", "ui", "**", "*.[cu]*"), recursive=True)):
        stem, extension = os.path.splitext(os.path.basename(path))
        file = files.setdefault(_get_class(_get_owner(path) or re.sub("^tlsrpt-", "", stem)),
                                _File())
        if extension == ".c":
            file.read_c(path)
        elif extension == ".ui":
            root = file.read_ui(path)
            if stem == "tlsrpt-window":
                window = root

    return files, window


def _collect_shown(files, name, seen):
    """Returns the messages of a class and of all that it shows, but for windows."""
    if name in seen or name not in files or (seen and files[name].is_toplevel):
        return set()

    seen.add(name)
    messages = set(files[name].messages)
    for other in files[name].classes:
        messages |= _collect_shown(files, other, seen)

    return messages


def find_views(top):
    """Returns the messages, as (context, msgid), of each view by its name."""
    files, window = _read_files(top)
    views = {}

    for page in window.iterfind(".//object[@class='AdwViewStackPage']"):
        name = page.find("property[@name='name']").text
        child = page.find("property[@name='child']/object")
        lazy = child.find("property[@name='page-type']")
        shown = lazy.text if lazy is not None else child.get("class")
        # The names of the views stand beside each of them.
        views[name] = files["TlsrptWindow"].messages | _collect_shown(files, shown, set())

    for name, file in files.items():
        if file.is_toplevel and name != "TlsrptWindow":
            views[name] = _collect_shown(files, name, set())
        for number, menu in enumerate(file.menus):
            views[f"menu {number} of {name}"] = menu

    return {name: messages for name, messages in views.items() if messages}
