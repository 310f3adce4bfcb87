#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract of lieudit-cli check: its documents, reports and exit statuses."""

import csv
import io
import xml.etree.ElementTree as ElementTree

from harness import DONE, FAILED, USAGE, contains, equal, folder, main, run, test

FOUND = 3
TRUE = "Saraqeb, au sud d'Alep, est tombée."
FALSE = "Saraqeb, au nord d'Alep, est tombée."


@test
def a_claim_has_all_members_of_the_contract():
    result = run("check", "--ndjson", stdin=[{"id": "a", "text": TRUE, "language": "fr"}])
    equal(result.status, DONE)
    equal([mention["text"] for mention in result.json["mentions"]], ["Saraqeb", "Alep"])
    claim, = result.json["claims"]
    equal((claim["start"], claim["end"], claim["text"]), (0, 22, "Saraqeb, au sud d'Alep"))
    equal((claim["relation"], claim["subject"], claim["objects"]), ("direction", 0, [1]))
    equal((claim["stated"]["bearing"], claim["stated"]["compass"]), (180, "S"))
    equal(claim["verdict"], "agrees")
    contains(claim["measured"]["text"], "of Aleppo")
    contains(claim["explanation"], claim["measured"]["text"])


@test
def an_adjective_has_no_mention_but_a_place():
    text = "La ville d'Afrine, près de la frontière turque, est calme."
    claim, = run("check", "--ndjson", stdin=[{"id": "a", "text": text, "language": "fr"}]).json["claims"]
    equal((claim["relation"], claim["objects"], claim["stated"]["places"]), ("adjacency", [None], ["tr-turkey"]))
    equal(claim["stated"]["qualifiers"], ["near"])


@test
def the_status_tells_what_was_found():
    with folder(true=TRUE, false=FALSE) as path:
        for arguments, status in ((["true.txt"], DONE), (["false.txt"], DONE),
                                  (["--fail-on=differs", "true.txt"], DONE),
                                  (["--fail-on=differs", "false.txt"], FOUND),
                                  (["--fail-on=loosely", "true.txt", "false.txt"], FOUND),
                                  (["--fail-on=differs", "false.txt", "missing.txt"], FAILED)):
            equal((arguments, run("check", *arguments, cwd=path).status), (arguments, status))


@test
def wrong_usage_says_so():
    for arguments in (["--format=pdf", "x"], ["--fail-on=agrees", "x"], ["--ndjson", "--format=csv"], [], ["--language=1", "x"]):
        equal(run("check", *arguments).status, USAGE)


@test
def the_text_report_puts_the_worst_first():
    with folder(article=TRUE + " " + FALSE) as path:
        result = run("check", "--format=text", "--language=fr", "article.txt", cwd=path)
    lines = [line.strip() for line in result.text.splitlines()]
    contains(lines[1], "Differs")
    contains(lines[3], "The opposite direction would be true: south.")
    contains(lines[4], "Agrees")


@test
def the_table_is_csv_and_the_page_is_well_formed():
    article = 'Saraqeb, au nord d\'Alep <b> & "x".'
    with folder(a=article, b=TRUE) as path:
        table = run("check", "--format=csv", "--language=fr", "a.txt", "b.txt", cwd=path).raw.decode()
        page = run("check", "--format=html", "--language=fr", "a.txt", cwd=path).text
    rows = list(csv.reader(io.StringIO(table)))
    equal(rows[0][:4], ["article", "verdict", "relation", "text"])
    equal([row[:3] for row in rows[1:] if row], [["a.txt", "differs", "direction"], ["b.txt", "agrees", "direction"]])
    body = page.split("</style>")[1].split("</head>")[1].replace("</html>", "")
    equal(len(ElementTree.fromstring(body).findall(".//tr")), 2)


@test
def a_bad_line_is_answered_in_its_place():
    result = run("check", "--ndjson", stdin='{"id": "a"\n{"id": "b", "text": "Rien."}\n')
    equal(result.status, FAILED)
    equal(["error" in line for line in result.lines], [True, False])
    equal(result.lines[1]["claims"], [])


main()
