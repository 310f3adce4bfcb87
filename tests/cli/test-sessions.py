#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session file given to lieudit-cli is read with its decisions and notes, from a file and from standard input."""

import json
import os

from harness import DONE, FAILED, USAGE, add_test, contains, equal, folder, main, run, test

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

OWN = {"type": "Feature", "id": "own-nowhere-else", "geometry": {"type": "Point", "coordinates": [36.1234567, 35.7654321]},
       "properties": {"name": "Le gué", "feature": "FORD", "country": "SY"}}

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
    ("a place that only the file has", [{"lieudit:decision": "place", "body": {**LEBANON, "id": "nobody:1"},
                                         "target": target("Saraqeb")}],
     [AS_FOUND[0], ("Saraqeb", "nobody:1", "corrected", None), AS_FOUND[2]]),
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


add_test("newer", refuse('{"lieudit:version": 3}', "A newer Lieudit saved this session."))
add_test("cut off", refuse(session()[:-3], "This session is damaged"))
add_test("deep", refuse('{"lieudit:version": 1, "x": ' + "[" * 200000, "This session is damaged"))


@test
def other_commands_read_it_too():
    with folder(session=session()) as path:
        equal(run("check", os.path.join(path, "session.txt")).status, DONE)


def without_id(document):
    return {name: value for name, value in document.items() if name != "id"}


def round_trip(format_name):
    """Exported, and read again by a Lieudit that would find otherwise: `--language` tells it a wrong language."""
    contents = session({"lieudit:decision": "place", "lieudit:scope": "mention", "body": LEBANON, "target": target("Tripoli", 1)},
                       {"lieudit:decision": "not-a-place", "target": target("Saraqeb")},
                       {"lieudit:decision": "place", "lieudit:scope": "mark", "body": OWN, "target": target("le convoi")},
                       {"lieudit:scope": "mention", "body": {"type": "TextualBody", "value": "Vu."}, "target": target("Tripoli")})
    with folder(session=contents) as path:
        source, exported = os.path.join(path, "session.txt"), os.path.join(path, "exported")
        equal(run("extract", "--format=" + format_name, "-o", exported, source).status, DONE)
        before, after = run("extract", source), run("extract", "--language=tr", exported)
        with open(exported, encoding="utf-8") as file:
            streamed = run("extract", "-", stdin=file.read())
    for result in (before, after, streamed):
        equal(result.status, DONE)
    equal([(text, place, status, note) for text, place, status, note in mentions(before.json)],
          [("Tripoli", TRIPOLI, None, "Vu."), ("le convoi", "own-nowhere-else", "corrected", None),
           ("Tripoli", "lb-tripoli", "corrected", None)])
    equal(mentions(after.json), mentions(before.json))
    equal([mention["place"]["lat"] for mention in after.json["mentions"]],
          [mention["place"]["lat"] for mention in before.json["mentions"]])
    equal(mentions(streamed.json), mentions(before.json))


for name in ("geojson", "annotation", "tei"):
    add_test(f"opened again: {name}", lambda name=name: round_trip(name))


@test
def a_long_edition_is_opened_again():
    """Readers of XML refuse what is too long in one piece, and the record of a long article is."""
    text = "\n\n".join(f"Le convoi {number} a quitté la ville de Homs pour celle d’Alep." for number in range(9000))
    with folder(article=text) as path:
        exported = os.path.join(path, "exported")
        equal(run("extract", "--format=tei", "-o", exported, os.path.join(path, "article.txt")).status, DONE)
        is_long = os.path.getsize(exported) > 10_000_000
        after = run("extract", exported)
    equal(is_long, True)
    equal((after.status, after.error), (DONE, ""))
    equal(len(after.json["mentions"]), 18000)


RECOGITO = ('"UUID","FILE","QUOTE_TRANSCRIPTION","ANCHOR","TYPE","URI","VOCAB_LABEL","LAT","LNG","PLACE_TYPE",'
            '"VERIFICATION_STATUS","TAGS","COMMENTS"\n'
            '"1","x","le convoi","char-offset:71","PLACE","https://x.example/1","Le convoi","35.5","36.5","","VERIFIED","",""\n')


@test
def annotations_of_recogito_are_put_on_an_article():
    with folder(article=TEXT, other="Rien.", export=RECOGITO) as path:
        article, other, export = (os.path.join(path, name + ".txt") for name in ("article", "other", "export"))
        both = run("extract", "--annotations=" + export, article)
        equal(both.status, DONE)
        contains([(mention["text"], mention["place"]["id"]) for mention in both.json["mentions"]], ("le convoi", "https://x.example/1"))
        alone = run("extract", export)
        equal([(mention["text"], mention["place"]["lat"]) for mention in alone.json["mentions"]], [("le convoi", 35.5)])
        wrong = run("extract", "-a", export, other)
        equal(wrong.status, FAILED)
        contains(wrong.error, "other.txt")
        equal(run("extract", "-a", article, article).status, FAILED)
        equal(run("extract", "-a", export, article, other).status, USAGE)


main()
