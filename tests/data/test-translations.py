# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads translations as a careful reviewer would who does not know the language.

usage: test-translations.py SOURCE-DIRECTORY [complete]

With “complete”, tests instead that every language is complete.
"""

import collections
import os
import re
import sys
import unicodedata

import mnemonics
import po_files
import tap

TOP = sys.argv[1]
# The quotation marks of languages that do not use “ and ”.
QUOTES = {"ar": "”“", "de": "„“", "es": "«»", "fr": "«»", "it": "«»", "nl": "“”", "pl": "„”", "pt_BR": "“”"}
CODE = re.compile("`[^`]*`")
PLACEHOLDER = re.compile(r"%[-'.\d]*[a-z]")

# What stands for itself in every language.
TOKEN = re.compile(r"""
    `[^`]+`                                 # code in the guide
  | (?<!\w)--[a-z][a-z-]+                   # an option
  | \b(?:https?|mailto):[\w/.%@-]*          # a scheme, or more of an address
  | \bv=\w+ | \brua= | \bid=
  | \b[\w-]+\.(?:example\.)?(?:com|txt)\b
  | (?<!\w)_?[A-Za-z0-9]+(?:[._-]*_[A-Za-z0-9]+)+[A-Za-z]
  | (?<=[“„”«\u202f])_[a-z][a-z-]+                 # a label of DNS
  | \bRFC\ \d+ | \b5\.7\.\d+\b
  | \b(?:starttls-not-supported|certificate-(?:host-mismatch|expired|not-trusted)
    |validation-failure|sts-(?:policy-fetch-error|policy-invalid|webpki-invalid)
    |tlsa-invalid|dnssec-invalid|dane-required|no-policy-found)\b
  | \b(?:STARTTLS|MTA-STS|TLS-RPT|TLSRPT|DANE|DNSSEC|DMARC|TLSA|SPF|DKIM|CNAME)\b
  """, re.VERBOSE)


def get_languages():
    with open(os.path.join(TOP, "po", "LINGUAS"), encoding="utf-8") as file:
        return file.read().split()


def read(name):
    return po_files.read(os.path.join(TOP, "po", name))


def mnemonics_are_unique(catalog):
    """What is not translated yet is passed over; without a catalog, nothing is."""
    faults = []
    for view, messages in mnemonics.find_views(TOP).items():
        letters = collections.defaultdict(list)
        for key in messages:
            text = key[1] if catalog is None else key in catalog and catalog[key].msgstrs[0]
            # A view can have more labels than a language has letters.
            if text and mnemonics.get_letter(text):
                letters[mnemonics.get_letter(text)].append(text)
        faults += [f"{view}: {letter}: {sorted(texts)}"
                   for letter, texts in letters.items() if len(texts) > 1]
    assert not faults, "\n".join(faults)


def find_tokens(text):
    if mnemonics.get_letter(text):
        return collections.Counter()
    return collections.Counter(TOKEN.findall(text))


def tokens_are_kept(catalog):
    faults = []
    for entry in catalog.values():
        if entry.msgids[0] == "translator-credits":
            continue
        wanted = [find_tokens(msgid) for msgid in entry.msgids]
        for msgstr in filter(None, entry.msgstrs):
            found = find_tokens(msgstr)
            if found not in wanted:
                faults.append(f"{msgstr}\n  has {sorted(found.elements())}\n"
                              f"  for {sorted(wanted[0].elements())}")
    assert not faults, "\n".join(faults)


def quotes_are_typographic(catalog, language):
    quotes = QUOTES.get(language, "“”")
    faults = []
    for entry in catalog.values():
        for msgstr in entry.msgstrs:
            text = CODE.sub("", msgstr)
            marks = "".join(re.findall("[\"“”„«»]", text))
            if marks != quotes * (len(marks) // 2) or "..." in text:
                faults.append(msgstr)
    if faults:
        faults.append(f"  has not {quotes}, which QUOTES of this test gives {language}")
    assert not faults, "\n".join(faults)


def direction_is_known(catalog):
    """Pango takes it from the first letter, be that in an isolate or not."""
    faults = []
    for entry in catalog.values():
        for msgstr in entry.msgstrs:
            # A placeholder may stand for anything.
            text = PLACEHOLDER.sub("x", msgstr)
            letters = [mark for mark in map(unicodedata.bidirectional, text)
                       if mark in ("AL", "L", "R")]
            if "AL" in letters and letters[0] == "L":
                faults.append(msgstr)
    assert not faults, "\n".join(faults)


def nothing_is_fuzzy(catalog):
    faults = [entry.msgids[0] for entry in catalog.values() if entry.is_fuzzy]
    assert not faults, "\n".join(faults)


def is_complete(catalog, template):
    faults = [msgid for _, msgid in template.keys() - catalog.keys()]
    faults += [entry.msgids[0] for entry in catalog.values() if not entry.is_translated]
    assert not faults, "\n".join(faults)


def main():
    if "complete" in sys.argv:
        template = read("tlsrpt-generator.pot")
        for language in get_languages():
            tap.point(f"{language} is complete", is_complete, read(f"{language}.po"), template)
    else:
        tap.point("mnemonics are unique", mnemonics_are_unique, None)
        for language in get_languages():
            catalog = read(f"{language}.po")
            tap.point(f"{language}: mnemonics are unique", mnemonics_are_unique, catalog)
            tap.point(f"{language}: tokens are kept", tokens_are_kept, catalog)
            tap.point(f"{language}: quotes are typographic", quotes_are_typographic, catalog,
                      language)
            tap.point(f"{language}: direction is known", direction_is_known, catalog)
            tap.point(f"{language}: nothing is fuzzy", nothing_is_fuzzy, catalog)
    tap.plan()


main()
