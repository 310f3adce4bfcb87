#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session file given to lieudit-cli is read with its decisions and notes, from a file and from standard input."""

import json
import os

from harness import DONE, FAILED, add_test, contains, equal, folder, main, run, test

TEXT = "Le port de Tripoli a rouvert mardi. Les routes vers Saraqeb restent fermées, et le convoi attend à Tripoli."
LEBANON = {"type": "Feature", "id": "lb-tripoli",
           "geometry": {"type": "Point", "coordinates": [35.84972, 34.43352]}, "properties": {"name": "Tripoli"}}


def target(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"selector": [{"type": "TextQuoteSelector", "exact": words},
                         {"type": "TextPositionSelector", "start": start, "end": start + len(words)}]}


def session(*items, **members):
    return json.dumps({"lieudit:version": 1, "type": "AnnotationCollection",
                       "lieudit:article": {"text": TEXT, "language": "fr"},
                       "first": {"type": "AnnotationPage", "items": list(items)}, **members}, ensure_ascii=False)


def extract(contents, *arguments):
    with folder(session=contents) as path:
        result = run("extract", *arguments, os.path.join(path, "session.txt"))
    equal(result.status, DONE)
    return result.json


def mentions(document):
    return [(mention["text"], mention["place"]["id"] if mention["place"] else "-", mention.get("status"), mention.get("note"))
            for mention in document["mentions"]]


def found():
    result = run("extract", "--language=fr", "-", stdin=TEXT)
    equal(result.status, DONE)
    return mentions(result.json)


TRIPOLI = next(place for text, place, _, _ in found() if text == "Tripoli")
SARAQEB = next(place for text, place, _, _ in found() if text == "Saraqeb")
AS_FOUND = [("Tripoli", TRIPOLI, None, None), ("Saraqeb", SARAQEB, None, None), ("Tripoli", TRIPOLI, None, None)]
CORRECTED = ("Tripoli", "lb-tripoli", "corrected", None)

CASES = [
    ("nothing decided", [], AS_FOUND),
    ("a name", [{"lieudit:decision": "place", "lieudit:scope": "name", "lieudit:name": "Tripoli", "body": LEBANON,
                 "target": target("Tripoli")}], [CORRECTED, AS_FOUND[1], CORRECTED]),
    ("a mention", [{"lieudit:decision": "place", "lieudit:scope": "mention", "body": LEBANON, "target": target("Tripoli", 1)}],
     [AS_FOUND[0], AS_FOUND[1], CORRECTED]),
    ("no place", [{"lieudit:decision": "not-a-place", "lieudit:scope": "name", "lieudit:name": "Tripoli",
                   "target": target("Tripoli")}], [AS_FOUND[1]]),
    ("not located", [{"lieudit:decision": "not-located", "target": target("Saraqeb")}],
     [AS_FOUND[0], ("Saraqeb", "-", "corrected", None), AS_FOUND[2]]),
    ("several places", [{"lieudit:decision": "several-places", "target": target("Saraqeb")}],
     [AS_FOUND[0], ("Saraqeb", "-", "corrected", None), AS_FOUND[2]]),
    ("a mark", [{"lieudit:decision": "place", "lieudit:scope": "mark", "body": LEBANON, "target": target("le convoi")}],
     [AS_FOUND[0], AS_FOUND[1], ("le convoi", "lb-tripoli", "corrected", None), AS_FOUND[2]]),
    ("a note", [{"body": {"type": "TextualBody", "value": "À vérifier"}, "target": target("Saraqeb")}],
     [AS_FOUND[0], ("Saraqeb", SARAQEB, None, "À vérifier"), AS_FOUND[2]]),
    ("a place that is nowhere", [{"lieudit:decision": "place", "body": {**LEBANON, "id": "nobody:1"}, "target": target("Saraqeb")}],
     AS_FOUND),
]


def expect(items, expected):
    def check():
        equal(mentions(extract(session(*items))), expected)
        result = run("extract", "-", stdin=session(*items))
        equal(result.status, DONE)
        equal(mentions(result.json), expected)
    return check


for name, items, expected in CASES:
    add_test(name, expect(items, expected))


@test
def status_and_notes_in_geojson():
    saraqeb = {"type": "Feature", "id": SARAQEB, "geometry": {"type": "Point", "coordinates": [36.8, 35.86]}, "properties": {}}
    document = extract(session(
        {"lieudit:decision": "place", "lieudit:scope": "name", "lieudit:name": "Saraqeb", "body": saraqeb, "target": target("Saraqeb")},
        {"lieudit:scope": "place", "body": [{"type": "TextualBody", "value": "Sur la M5"}, saraqeb], "target": target("Saraqeb")},
        {"body": {"type": "TextualBody", "value": "Depuis lundi"}, "target": target("Saraqeb")}), "--format=geojson")
    properties = {feature["id"]: feature["properties"] for feature in document["features"]}
    equal(properties[TRIPOLI]["status"], "unchecked")
    equal("note" in properties[TRIPOLI], False)
    equal(properties[SARAQEB]["status"], "confirmed")
    equal(properties[SARAQEB]["note"], "Sur la M5")
    start = TEXT.index("Saraqeb")
    equal(properties[SARAQEB]["notes"], [{"span": [start, start + 7], "note": "Depuis lundi"}])


def refuse(contents, message):
    def check():
        for result in (run("extract", "-", stdin=contents), run_file(contents)):
            equal(result.status, FAILED)
            equal(result.raw, b"")
            contains(result.error, message)
    return check


def run_file(contents):
    with folder(session=contents) as path:
        return run("extract", os.path.join(path, "session.txt"))


add_test("newer", refuse('{"lieudit:version": 2}', "A newer Lieudit saved this session."))
add_test("cut off", refuse(session()[:-3], "This session is damaged"))
add_test("deep", refuse('{"lieudit:version": 1, "x": ' + "[" * 200000, "This session is damaged"))


@test
def other_commands_read_it_too():
    with folder(session=session()) as path:
        equal(run("check", os.path.join(path, "session.txt")).status, DONE)


main()
