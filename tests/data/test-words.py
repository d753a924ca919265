# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks in what people read for words that are not used: for one thing there is
one word.

usage: test-words.py SOURCE-DIRECTORY XGETTEXT-ARGUMENT…
"""

import glob
import os
import re
import subprocess
import sys
import tempfile

import tap

TOP = sys.argv[1]

# What is not used, and what is used in its place.  An underscore marks an access key,
# and is taken out before.
WORDS = [
    (r"mend(?:s|ed|ing)?", "fix, repair"),
    (r"octets?", "byte"),
    (r"mail address(?:es)?", "email address"),
    (r"e-mails?", "email"),
    (r"web address(?:es)?", "URL"),
    (r"judg(?:e|es|ed|ing|ment)", "check, validate"),
    (r"stands?|standing", "is, are"),
    (r"behind (?:the (?:version|comma|semicolon|name|address|command)|a command|“)", "after"),
    (r"(?:small|capital) letters", "lowercase, uppercase"),
    (r"passed over|left out", "skipped, ignored, removed"),
    (r"mail hosts?", "MX host"),
    (r"stray records?", "misplaced record"),
    (r"to the letter", "exactly, identical"),
    (r"worth knowing|remarks?", "note"),
    (r"go together", "can be combined"),
    (r"an? (?:object|domain|line|record|name) a line|one a line", "one per line"),
    (r"refuses? to|takes? no mail", "does not accept"),
    (r"colour|behaviour|licence|recognise[ds]?|organisation|cancelled", "the American spelling"),
]
UNUSED = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"({word})" for word, _ in WORDS) + r")(?![\w-])", re.IGNORECASE)

# “stands for” is how an abbreviation is explained; a reply of a mail server may refuse to.
ALLOWED = re.compile(r"stands? for|`[^`]*`", re.IGNORECASE)

DOCUMENTS = ["README.md", "CONTRIBUTING.md", "NEWS.md", "data/*.rst.in", "data/*.metainfo.xml.in.in"]


def look_for_words(place, text):
    """Yields what is wrong with a text."""
    for found in UNUSED.finditer(ALLOWED.sub("", text)):
        yield f"{place}: “{found[0]}”: say {WORDS[found.lastindex - 1][1]}"


def read_messages(arguments):
    """Yields file and line of each message of the source, and the message."""
    # How a message is written is what test-po checks.
    arguments = [argument for argument in arguments if not argument.startswith("--check=")]
    with tempfile.NamedTemporaryFile(suffix=".pot") as template:
        subprocess.run(
            ["xgettext", "--files-from=po/POTFILES.in", "--keyword=_", *arguments,
             "--add-location=full", "--output=" + template.name],
            check=True, cwd=TOP, stderr=subprocess.DEVNULL)
        with open(template.name, encoding="utf-8") as file:
            entries = file.read().split("\n\n")[1:]

    for entry in entries:
        places = re.findall(r"^#: (\S+)", entry, re.MULTILINE)
        for part in re.findall(r"^msgid(?:_plural)? (.*(?:\n\".*)*)", entry, re.MULTILINE):
            text = "".join(re.findall(r"\"(.*)\"", part))
            yield places[0], re.sub(r"(?<!“)_(?=\w)", "", text)


def messages_use_the_glossary(arguments):
    messages = list(read_messages(arguments))
    assert len(messages) > 500, len(messages)
    wrong = [fault for place, text in messages for fault in look_for_words(place, text)]
    assert not wrong, "\n" + "\n".join(wrong)


def document_uses_the_glossary(path):
    wrong = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            place = f"{os.path.relpath(path, TOP)}:{number}"
            wrong += look_for_words(place, re.sub(r"\*\*.*?\*\*", "", line))
    assert not wrong, "\n" + "\n".join(wrong)


def words_are_found():
    """The test can fail."""
    for text in ("Mend it", "an E-mail", "65536 octets", "a mail address",
                 "It stands here", "No mail host", "cancelled"):
        assert list(look_for_words("here:1", text)), text
    for text in ("Email address", "recommend", "What “v” stands for", "`octet`"):
        assert not list(look_for_words("here:1", text)), text


def main():
    tap.point("unused words are found", words_are_found)
    tap.point("messages use one word for one thing", messages_use_the_glossary, sys.argv[2:])
    for pattern in DOCUMENTS:
        for path in sorted(glob.glob(os.path.join(TOP, pattern))):
            tap.point(os.path.relpath(path, TOP), document_uses_the_glossary, path)
    tap.plan()


main()
