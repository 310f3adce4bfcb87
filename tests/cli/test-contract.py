#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of what lieudit-cli extract writes, and how a stream of records is answered."""

import json
import os
import re
import subprocess
import threading

from harness import CLI, DONE, FAILED, add_test, contains, equal, main, run, test

KINDS = {"literal", "metonymic", "modifier", "embedded"}

# Each names Aleppo and Hama in some way that makes counting hard.
TEXTS = [
    ("plain", "fr", "Des combats à Alep et à Hama ont fait fuir les habitants."),
    ("emoji", "fr", "🔥🔥 Des combats à Alep 👩‍👩‍👧‍👦 et à Hama 🇸🇾."),
    ("carriage returns", "fr", "Des combats à Alep.\r\n\r\nLa ville de Hama est calme.\r\n"),
    ("combining accents", "fr", "De\u0301ja\u0300 des combats a\u0300 Alep, et de\u0301sormais a\u0300 Hama."),
    ("date line", "fr", " date 2024-11 Des combats à Alep et à Hama."),
    ("title", "fr", "Combats à Alep\n\nLa ville de Hama est calme."),
    ("typographic apostrophe", "fr", "Près d’Alep et non loin de Hama, l’armée recule."),
    ("no-break spaces", "fr", "Combats à\u00a0Alep\u202f: la ville de\u00a0Hama attend."),
    ("ligatures and dotted capitals", "fr", "ﬁn de l’offensive İİİ à Alep, ﬃ à Hama."),
    ("beyond the first plane", "fr", "𐎀𐎍𐎕 est écrit ici, mais on se bat à Alep et à Hama."),
    ("English", "en", "Fighting has resumed in Aleppo and in Hama, the governor said."),
    ("Arabic", "ar", "استؤنف القتال في حلب وفي حماة صباح اليوم."),
    ("Arabic with marks", "ar", "\u200fاستؤنف القتال في حَلَب وفي حماة صباح اليوم."),
]


def check_place(place, with_all):
    equal(type(place["id"]), str)
    equal(type(place["name"]), str)
    equal(-90 <= place["lat"] <= 90 and -180 <= place["lon"] <= 180, True)
    if with_all:
        equal(list(place), ["id", "name", "lat", "lon", "feature", "country", "admin", "uncertainty_km"])
        equal(bool(re.fullmatch("[A-Z]{2}", place["country"])), True)
        equal(all(isinstance(name, str) for name in place["admin"]), True)
        equal(place["uncertainty_km"] >= 0, True)


def check_document(document, text):
    """A document as the contract has it; returns the identifiers of the places of its mentions."""
    equal(list(document), ["id", "language", "mentions"])
    end = 0
    for mention in document["mentions"]:
        equal(list(mention), ["start", "end", "text", "kind", "confidence", "place", "alternatives", "because"])
        equal(mention["text"], text[mention["start"]:mention["end"]])
        equal(end <= mention["start"] < mention["end"] <= len(text), True)
        end = mention["end"]
        contains(KINDS, mention["kind"])
        equal(0 <= mention["confidence"] <= 1, True)
        if mention["place"] is not None:
            check_place(mention["place"], True)
        for alternative in mention["alternatives"]:
            check_place(alternative, False)
            equal(list(alternative), ["id", "name", "lat", "lon", "score"])
            equal(0 <= alternative["score"] <= 1, True)
        for reason in mention["because"]:
            equal(list(reason), ["reason", "weight"])
            equal(-1 <= reason["weight"] <= 1, True)
    return [mention["place"] and mention["place"]["id"] for mention in document["mentions"]]


def offsets(language, text):
    def check():
        for arguments, stdin in ([["-"], text], [["--ndjson"], [{"id": "-", "text": text, "language": language}]]):
            result = run("extract", "--language", language, *arguments, stdin=stdin)
            equal(result.status, DONE)
            equal(result.json["id"], "-")
            equal(result.json["language"], language)
            equal(check_document(result.json, text), ["sy-aleppo", "sy-hama"])
    return check


for name, language, text in TEXTS:
    add_test("offsets: " + name, offsets(language, text))


@test
def byte_order_mark_is_not_counted():
    text = "Des combats à Alep et à Hama."
    for encoding in "utf-8-sig", "utf-16", "utf-32":
        document = run("extract", "-", stdin=text.encode(encoding)).json
        equal(check_document(document, text), ["sy-aleppo", "sy-hama"])


@test
def other_encodings():
    text = "Des combats ont éclaté à Alep, a-t-on appris, et la ville de Hama a été évacuée."
    for encoding in "windows-1252", "utf-16-le", "utf-16-be":
        document = run("extract", "-", stdin=text.encode(encoding)).json
        equal(check_document(document, text), ["sy-aleppo", "sy-hama"])


@test
def names_are_in_the_language_of_the_text():
    for language, text, name in (("fr", "Combats à Alep.", "Alep"), ("en", "Fighting in Aleppo.", "Aleppo"),
                                 ("ar", "قتال في حلب", "حلب")):
        document = run("extract", "--ndjson", stdin=[{"id": "a", "text": text, "language": language}]).json
        equal(document["mentions"][0]["place"]["name"], name)


@test
def areas_are_widest_first_below_the_country():
    document = run("extract", "--language=en", "-", stdin="Fighting in Saraqeb.").json
    place = document["mentions"][0]["place"]
    equal(place["country"], "SY")
    contains(place["admin"][0], "Idlib")
    equal("Syria" in place["admin"], False)
    equal("Saraqib" in place["admin"], False)


@test
def article_without_places():
    document = run("extract", "-", stdin="Il a plu toute la nuit sans que personne ne s'en plaigne.").json
    equal(document["mentions"], [])


@test
def geojson():
    text = "Alep est en feu. On se bat à Alep, et à Hama aussi.\n"
    collection = run("extract", "--language=fr", "--format=geojson", "-", stdin=text).json
    equal(collection["type"], "FeatureCollection")
    contains(" ".join(collection["attribution"]), "CC BY")
    contains(collection["generator"], "Lieudit")
    equal(collection["unlocated"], [])
    features = {feature["id"]: feature for feature in collection["features"]}
    equal(set(features), {"sy-aleppo", "sy-hama"})
    aleppo = features["sy-aleppo"]
    equal(aleppo["type"], "Feature")
    equal(aleppo["geometry"]["type"], "Point")
    longitude, latitude = aleppo["geometry"]["coordinates"]
    equal((round(longitude, 1), round(latitude, 1)), (37.2, 36.2))
    properties = aleppo["properties"]
    equal(properties["name"], "Alep")
    equal(properties["names"]["ar"], "حلب")
    equal(properties["country"], "SY")
    equal(properties["mentions"], 2)
    equal([text[start:end] for start, end in properties["spans"]], ["Alep", "Alep"])
    equal(properties["sentences"], ["Alep est en feu.", "On se bat à Alep, et à Hama aussi."])
    equal(bool(properties["source"]), True)


@test
def geojson_tells_the_article():
    collection = run("extract", "--format=geojson", "-", stdin="date 2024-11-30\nLa nuit d'Alep\n\nOn se bat.").json
    equal(collection["article"]["date"], "2024-11-30")
    equal(collection["article"]["title"], "La nuit d'Alep")


BAD_LINES = [
    ("no JSON", b"Alep", None),
    ("no object", b"[1]", None),
    ("cut off", b'{"id":"x","text":"Alep', None),
    ("no text", b'{"id":"x"}', "x"),
    ("text is a number", b'{"id":"x","text":7}', "x"),
    ("text is null", b'{"id":"x","text":null}', "x"),
    ("id is a number", b'{"id":7,"text":"Alep"}', None),
    ("language is an array", b'{"id":"x","text":"Alep","language":[]}', "x"),
    ("not UTF-8", b'{"id":"x","text":"Al\xe9p"}', None),
    ("NUL", b'{"id":"x","text":"Al\0ep"}', None),
    ("escaped NUL", b'{"id":"x","text":"Al\\u0000ep"}', None),
    ("half a surrogate pair", b'{"id":"x","text":"\\ud83d"}', None),
    ("200,000 brackets", b"[" * 200_000, None),
    ("200,000 brackets in an object", b'{"id":"x","text":"Alep","y":' + b"[" * 200_000 + b"]" * 200_000 + b"}", None),
    ("200,000 brackets behind a comment", b'{/*"*/"y":' + b"[" * 200_000, None),
    ("64 MiB", b'{"id":"x","text":"' + b"a" * (64 * 1024 * 1024) + b'"}', None),
    ("text of 21 MiB", b'{"id":"x","text":"' + b"a" * (21 * 1024 * 1024) + b'"}', "x"),
]


def bad_line(line, identifier):
    def check():
        good = b'{"id":"%s","text":"Combats \xc3\xa0 Alep.","language":"fr"}\n'
        result = run("extract", "--ndjson", stdin=good % b"first" + line + b"\n" + good % b"last")
        equal(result.status, FAILED)
        equal([document["id"] for document in result.lines], ["first", identifier, "last"])
        equal(list(result.lines[1]), ["id", "error"])
        equal(bool(result.lines[1]["error"]), True)
        equal(result.lines[0]["mentions"], result.lines[2]["mentions"])
        equal(result.error, "")
    return check


for name, line, identifier in BAD_LINES:
    add_test("bad line: " + name, bad_line(line, identifier))


@test
def stream_keeps_the_order_and_the_ids():
    identifiers = [f"n° {number} \"é\\🔥" for number in range(500)]
    result = run("extract", "--ndjson", stdin=[{"id": identifier, "text": "Alep"} for identifier in identifiers])
    equal(result.status, DONE)
    equal([document["id"] for document in result.lines], identifiers)


@test
def stream_ignores_other_keys():
    record = {"gold": [{"start": 0, "lat": None}], "id": "a", "text": "Alep", "x": {}}
    result = run("extract", "--ndjson", stdin=[record])
    equal(result.status, DONE)
    equal(result.json["id"], "a")


@test
def stream_with_a_mark_and_blank_lines_and_no_last_end():
    result = run("extract", "--ndjson", stdin='\ufeff{"id":"a","text":"Alep"}\r\n\n  \r\n{"id":"b","text":"Alep"}')
    equal(result.status, DONE)
    equal([document["id"] for document in result.lines], ["a", "b"])


@test
def stream_of_nothing():
    result = run("extract", "--ndjson")
    equal((result.status, result.text, result.error), (DONE, "", ""))


@test
def text_of_nothing_has_no_mentions():
    result = run("extract", "--ndjson", stdin=[{"id": "a", "text": ""}])
    equal(result.status, DONE)
    equal(result.json["mentions"], [])


@test
def stream_answers_before_it_ends():
    process = subprocess.Popen([CLI, "extract", "--ndjson"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    watchdog = threading.Timer(60, process.kill)
    watchdog.start()
    try:
        for number in range(3):
            process.stdin.write(b'{"id":"%d","text":"Combats \xc3\xa0 Alep."}\n' % number)
            process.stdin.flush()
            equal(json.loads(process.stdout.readline())["id"], str(number))
        process.stdin.close()
        equal(process.wait(), DONE)
    finally:
        watchdog.cancel()
        process.kill()
        process.stdout.close()


@test
def stream_takes_constant_memory():
    """The peak of 4,000 documents is that of 100, give or take a tenth."""
    line = json.dumps({"id": "a", "text": "Des combats à Alep et à Hama, près de Saraqeb. " * 5}).encode() + b"\n"
    # The address sanitizer would keep what is freed.
    options = os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=0:thread_local_quarantine_size_kb=0"
    peaks = []
    for count in 100, 4_000:
        process = subprocess.Popen([CLI, "extract", "--ndjson"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                   env={**os.environ, "ASAN_OPTIONS": options})
        for _ in range(count):
            process.stdin.write(line)
        process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        equal(process.returncode, DONE)
        peaks.append(usage.ru_maxrss)
    equal(peaks[1] < peaks[0] * 1.1 + 2048, True)


@test
def stream_from_files():
    result = run("extract", "--ndjson", "/nowhere.ndjson", "-", stdin=[{"id": "a", "text": "Alep"}])
    equal(result.status, FAILED)
    equal(result.json["id"], "a")
    contains(result.error, "/nowhere.ndjson: ")


main()
