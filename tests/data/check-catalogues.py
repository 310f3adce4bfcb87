#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that translations keep what the program needs of its messages, beyond what msgfmt looks at.

usage: check-catalogues.py CATALOGUES INTERFACE
       check-catalogues.py --self-test

CATALOGUES is the folder with LINGUAS, INTERFACE the one with the menus, in none of which two items may have the same letter
to press, in English or any translation.
"""

import collections
import gettext
import io
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

CONVERSION = re.compile(r"%(?:\d+\$)?([-+ 0#]*[\d.]*[a-zA-Z%])")
PLACEHOLDER = re.compile(r"\{[a-z]+\}")
OPTION = re.compile(r"--[a-z]+(?:-[a-z]+)*")
MNEMONIC = re.compile(r"_\w")
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}
RIGHT_TO_LEFT_LETTER = re.compile("[\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3]")
MARK = "\u200f"  # right-to-left mark
ISOLATES = re.compile("[\u2066\u2068\u2069]")
ISOLATED = re.compile("[\u2066\u2068][^\u2066\u2068\u2069]*\u2069")
PLAIN_SPACE = re.compile("« | [»:;?!]")  # in French
STRANGE_QUOTES = {"ar": "“”„", "fr": "“”„", "tr": "«»„"}  # within text of that language

Message = collections.namedtuple("Message", "language original translation is_plural")


def counted(pattern, text):
    return collections.Counter(pattern.findall(text))


def lost_conversions(message):
    # A plural form for a single number may do without it, which msgfmt knows to judge; it passes over all that has no
    # c-format flag.
    if message.is_plural:
        return None
    original, translation = (counted(CONVERSION, text) for text in (message.original, message.translation))
    return None if original == translation else f"conversions {dict(original)} became {dict(translation)}"


def lost_words(message):
    for pattern in (PLACEHOLDER, OPTION):
        if set(pattern.findall(message.original)) != set(pattern.findall(message.translation)):
            return f"not the same {pattern.pattern}"
    return None


def lost_mnemonic(message):
    if message.original.count("_") == 1:
        if message.translation.count("_") != 1 or not MNEMONIC.search(message.translation):
            return "no letter, or more than one, to press with Alt"
    return None


def lost_punctuation(message):
    original, translation = message.original, ISOLATES.sub("", message.translation)
    if ("…" in original) != ("…" in translation):
        return "an ellipsis came or went"
    for sign in ".:":
        if original.rstrip().endswith(sign) != translation.rstrip().endswith(sign):
            return f"“{sign}” at the end came or went"
    if any(original.startswith(space) != translation.startswith(space)
           or original.endswith(space) != translation.endswith(space) for space in " \n"):
        return "space at an end came or went"
    return None


def strange_typography(message):
    if message.language == "fr" and PLAIN_SPACE.search(message.translation):
        return "a plain space where a line may not break"
    for sign in ('"', "'", "...", *STRANGE_QUOTES.get(message.language, "")):
        if sign in message.translation:
            return f"{sign} is not how this language writes"
    return None


def wrong_direction(message):
    if message.language not in RIGHT_TO_LEFT:
        return None
    rest = ISOLATED.sub("", message.translation)
    if re.search(r"%(\d+\$)?s", rest):
        return "a %s outside of isolates mixes with the words around it"
    letter = re.search(r"[^\W\d_]", rest)
    is_sentence = RIGHT_TO_LEFT_LETTER.search(rest)
    begins_with_isolate = rest != message.translation and ISOLATED.match(message.translation.lstrip("«( "))
    if is_sentence and MARK not in rest and (begins_with_isolate or not RIGHT_TO_LEFT_LETTER.match(letter[0])):
        return "begins from left to right: put U+200F before it"
    return None


def label_of(item):
    labels = [attribute.text for attribute in item.findall("attribute") if attribute.get("name") == "label"]
    return labels[0] if labels else item.get("id")


def items_of(menu):
    """The items and submenus of a menu, with those of its sections."""
    for node in menu:
        if node.tag == "section":
            yield from items_of(node)
        elif node.tag in ("item", "submenu"):
            yield node


def clashes_in_menus(tree, translate):
    """The labels in one menu that have the same letter to press."""
    for menu in tree.iter():
        if menu.tag in ("menu", "submenu"):
            labels = collections.defaultdict(set)
            for item in items_of(menu):
                label = translate(label_of(item) or "")
                labels[label.partition("_")[2][:1].lower()].add(label)
            yield from (sorted(clash) for letter, clash in labels.items() if letter and len(clash) > 1)


RULES = (lost_conversions, lost_words, lost_mnemonic, lost_punctuation, strange_typography, wrong_direction)


def complaints_about(message):
    return [complaint for complaint in (rule(message) for rule in RULES) if complaint]


def read_catalogue(path):
    compiled = subprocess.run(["msgfmt", "--output-file=-", path], check=True, stdout=subprocess.PIPE).stdout
    return gettext.GNUTranslations(io.BytesIO(compiled))


def messages_of(language, catalogue):
    """Every form of every message, with what it stands for."""
    for key, translation in catalogue._catalog.items():
        is_plural = isinstance(key, tuple)
        original = (key[0] if is_plural else key).rpartition("\x04")[2]
        if original:
            yield Message(language, original, translation, is_plural)


SELF_TEST = [
    ("fr", "Open %s", "Ouvrir %s", False, True),
    ("fr", "Open %s", "Ouvrir", False, False),
    ("fr", "%s of %d", "%2$d de %1$s", False, True),
    ("tr", "%u place", "Bir yer", True, True),
    ("tr", "%u places", "%d yer", False, False),
    ("tr", "Take --name and {z}", "--name ve {z} al", False, True),
    ("tr", "Take --name", "--ad al", False, False),
    ("tr", "Take {z}", "{y} al", False, False),
    ("tr", "_Open", "_Aç", False, True),
    ("tr", "_Open", "Aç", False, False),
    ("tr", "_Open", "Aç_", False, False),
    ("tr", "Open…", "Aç", False, False),
    ("tr", "Names:", "Adlar", False, False),
    ("tr", "It is late.", "Geç oldu", False, False),
    ("tr", "Rule: ", "Kural:", False, False),
    ("tr", "“Here”", "“Burada”", False, True),
    ("tr", "“Here”", "«Burada»", False, False),
    ("fr", "“Here”", '"Ici"', False, False),
    ("fr", "It is", "C'est", False, False),
    ("fr", "“Here”", "« Ici »", False, False),
    ("fr", "“Here”", "«\u00a0Ici\u00a0»", False, True),
    ("ar", "Open %s", "افتح \u2068%s\u2069", False, True),
    ("ar", "Open %s", "افتح %s", False, False),
    ("ar", "%s is here", "\u2068%s\u2069 هنا", False, False),
    ("ar", "%s is here", "\u200f\u2068%s\u2069 هنا", False, True),
    ("ar", "GPX, for devices", "GPX، للأجهزة", False, False),
    ("ar", "GeoNames", "GeoNames", False, True),
]


MENU = """<menu><section><item><attribute name="label">_Open</attribute></item></section>
<submenu><attribute name="label">_Other</attribute><item><attribute name="label">_Once</attribute></item></submenu></menu>"""


def self_test():
    wrong = [row for row in SELF_TEST if (not complaints_about(Message(*row[:4]))) != row[4]]
    if list(clashes_in_menus(ElementTree.ElementTree(ElementTree.fromstring(MENU)), str)) != [["_Open", "_Other"]]:
        wrong.append(MENU)
    for row in wrong:
        print("misjudged:", row, file=sys.stderr)
    return 1 if wrong else 0


def main():
    if sys.argv[1] == "--self-test":
        return self_test()
    folder = pathlib.Path(sys.argv[1])
    menus = [ElementTree.parse(path) for path in sorted(pathlib.Path(sys.argv[2]).glob("*.ui"))]
    languages = [line for line in (folder / "LINGUAS").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    catalogues = {language: read_catalogue(folder / f"{language}.po") for language in languages}
    faults = [f"{language}: “{message.original}”: {complaint}: {message.translation}"
              for language, catalogue in catalogues.items() for message in messages_of(language, catalogue)
              for complaint in complaints_about(message)]
    faults += [f"{language}: the same letter in one menu: {clash}"
               for language, catalogue in {"en": gettext.NullTranslations(), **catalogues}.items()
               for tree in menus for clash in clashes_in_menus(tree, catalogue.gettext)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
