#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns texts with places marked up in them into a corpus, one JSON document a line:

    convert.py FOLDER > CORPUS.ndjson

A text in FOLDER/*.txt begins with the line "== ID LANGUAGE"; lines that begin with "#" are comments. A place is
[[NAME|KEY]] or [[NAME|KEY|KIND]]: KEY is one of places.tsv beside this file, or "-" for a place no gazetteer has; KIND
is literal (as it is when not given), metonymic, modifier or embedded. What is printed is

    {"id", "language", "text", "gold": [{"start", "end", "kind", "lat", "lon"}]}

where start and end count code points, and lat and lon are null where KEY is "-".
"""

import json
import pathlib
import re
import sys

KINDS = "literal", "metonymic", "modifier", "embedded"
MARK = re.compile(r"\[\[([^]|\n]+)\|([^]|\n]+)(?:\|([^]|\n]+))?\]\]")
HEAD = re.compile(r"^== (\S+) (\S+)$", re.MULTILINE)


def read_places():
    lines = pathlib.Path(__file__).with_name("places.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    places = {key: (float(latitude), float(longitude)) for key, latitude, longitude in cells}
    if len(places) != len(cells):
        sys.exit("places.tsv: a key is there twice")
    return places | {"-": (None, None)}


def convert(identifier, language, markup, places):
    text, gold, position = "", [], 0
    for mark in MARK.finditer(markup):
        name, key, kind = mark.group(1), mark.group(2), mark.group(3) or "literal"
        if key not in places or kind not in KINDS:
            sys.exit(f"{identifier}: {mark.group()} has an unknown key or kind")
        text += markup[position:mark.start()]
        latitude, longitude = places[key]
        gold.append({"start": len(text), "end": len(text) + len(name), "kind": kind, "lat": latitude, "lon": longitude})
        text += name
        position = mark.end()
    text += markup[position:]
    if "[[" in text or "]]" in text:
        sys.exit(f"{identifier}: a mark is not closed")
    return {"id": identifier, "language": language, "text": text, "gold": gold}


def read_folder(folder):
    """Yields the documents of a folder, in the order of its files."""
    places = read_places()
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        source = re.sub(r"^#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        parts = HEAD.split(source)[1:]
        for identifier, language, markup in zip(parts[::3], parts[1::3], parts[2::3]):
            yield convert(identifier, language, markup.strip(), places)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8")
    for document in read_folder(sys.argv[1]):
        print(json.dumps(document, ensure_ascii=False))
