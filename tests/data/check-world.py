#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the world gazetteer, which is derived and packed, has the places that are kept by hand where they are now:
two changes at once else put one of them back unseen.

    check-world.py FEATURES.tsv PLACES.tsv.gz
"""

import gzip
import sys

NEAR = 1e-4  # degrees


def read(lines):
    """Returns the position of each place, by its identifier."""
    head, *rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
    latitude, longitude = (head.index(column) for column in ("lat", "lon"))
    return {row[0]: (float(row[latitude]), float(row[longitude])) for row in rows}


def main():
    features, places = sys.argv[1:]
    with open(features, encoding="utf-8") as lines:
        kept = read(lines)
    with gzip.open(places, "rt", encoding="utf-8") as lines:
        derived = read(lines)
    moved = [f"{identifier} is at {derived[identifier]}, not at {position}" for identifier, position in kept.items()
             if identifier in derived and max(map(lambda a, b: abs(a - b), derived[identifier], position)) > NEAR]
    print("\n".join(moved))
    sys.exit(bool(moved) or not kept)


main()
