#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every format of `lieudit-cli extract`, read by a program that is not ours."""

import csv
import html.parser
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

from harness import DONE, FAILED, USAGE, Skip, contains, equal, folder, main, run, test

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "support"))

from browser import Browser, find_browser  # noqa: E402

IN_SIGHT = """(() => {
    const box = document.querySelector('%s').getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
})()"""

ARTICLE = """date 2024-11-30
Combats près d'Alep

Les combats ont repris mardi près d'Alep, dit le gouverneur, et la route de Homs à Damas est coupée.

À Homs, <b>personne</b> ne circule & "tout" attend.
"""

NAMES = {"Alep", "Homs", "Damas"}


def export(path, format_name, article=ARTICLE):
    with open(os.path.join(path, "article.txt"), "w") as file:
        file.write(article)
    output = os.path.join(path, "out." + format_name)
    result = run("extract", "--format=" + format_name, "-o", output, os.path.join(path, "article.txt"))
    equal(result.error, "")
    equal(result.status, DONE)
    return output


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def ogr(path, layer):
    if not shutil.which("ogrinfo"):
        raise Skip("ogrinfo of gdal-bin is not installed")
    process = subprocess.run(["ogrinfo", "-ro", "-al", path, layer], capture_output=True, text=True, timeout=120)
    equal(process.returncode, 0)
    for word in ("ERROR", "Warning"):
        if word in process.stderr:
            raise AssertionError(process.stderr)
    return process.stdout


def names_by_ogr(text, member="name"):
    return set(re.findall(rf"^  {member} \(String\) = (.*)$", text, re.MULTILINE)) - {"(null)"}


@test
def geojson_is_read_by_GDAL():
    with folder() as path:
        text = ogr(export(path, "geojson"), "out")
        equal(names_by_ogr(text), NAMES)
        contains(text, "POINT (37.1")


@test
def kml_is_read_by_GDAL():
    with folder() as path:
        output = export(path, "kml")
        text = ogr(output, "Combats près d'Alep")
        for name in NAMES:
            contains(text, name)
        contains(text, "POINT (37.1")
        root = ElementTree.parse(output).getroot()
        space = {"k": "http://www.opengis.net/kml/2.2"}
        styles = {"#" + style.get("id") for style in root.iterfind(".//k:Style", space)}
        used = {url.text for url in root.iterfind(".//k:Placemark/k:styleUrl", space)}
        equal(used - styles, set())


@test
def gpx_is_read_by_GDAL():
    with folder() as path:
        equal(names_by_ogr(ogr(export(path, "gpx"), "waypoints")), NAMES)


@test
def geopackage_is_read_by_GDAL_and_SQLite():
    with folder() as path:
        output = export(path, "gpkg")
        database = sqlite3.connect(output)
        equal(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        equal(database.execute("PRAGMA foreign_key_check").fetchall(), [])
        equal({row[0] for row in database.execute("SELECT name FROM places")}, NAMES)
        contains(database.execute("SELECT description FROM gpkg_contents").fetchone()[0], "2024-11-30")
        database.close()
        text = ogr(output, "places")
        equal(names_by_ogr(text), NAMES)
        contains(text, "WGS 84")
        contains(text, "POINT (37.1")


@test
def csv_is_read_by_Python():
    with folder() as path:
        text = read(export(path, "csv"))
        equal(text.count("\n"), text.count("\r\n"))
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        equal({row["name"] for row in rows}, NAMES)
        homs = next(row for row in rows if row["name"] == "Homs")
        equal(homs["mentions"], "2")
        equal(homs["article_date"], "2024-11-30")
        contains(homs["sentences"], '"tout" attend')
        contains(rows[0]["attribution"], "GeoNames")


@test
def csv_holds_no_formula():
    with folder() as path:
        article = "=HYPERLINK(\"http://x.example\")\n\n=1+1 dit-on à Alep, près d'Alep.\n\n@SUM est à Homs.\n\n-2 degrés à Damas.\n"
        text = read(export(path, "csv", article))
        for row in csv.DictReader(io.StringIO(text, newline="")):
            for name, cell in row.items():
                if name not in ("latitude", "longitude") and cell[:1] in ("=", "+", "-", "@"):
                    raise AssertionError(f"{name}: {cell}")
        contains(text, "'=1+1")


@test
def annotations_are_read_as_linked_data():
    with folder() as path:
        document = json.loads(read(export(path, "annotation")))
        equal(document["type"], "AnnotationCollection")
        items = document["first"]["items"]
        equal(document["total"], len(items))
        text = document["lieudit:article"]["text"]
        equal(text, ARTICLE)
        for item in items:
            quote, position = item["target"]["selector"]
            equal(text[position["start"]:position["end"]], quote["exact"])
            contains(text, quote["prefix"] + quote["exact"] + quote["suffix"])

        try:
            import rdflib
        except ImportError:
            raise Skip("python3-rdflib is not installed")
        # The contexts are on the web; what the test asks of them stands in their place.
        document["@context"] = {
            "oa": "http://www.w3.org/ns/oa#", "as": "http://www.w3.org/ns/activitystreams#", "id": "@id", "type": "@type",
            "Annotation": "oa:Annotation", "first": "as:first", "items": {"@id": "as:items", "@container": "@list"},
            "target": "oa:hasTarget", "selector": "oa:hasSelector", "exact": "oa:exact",
        }
        graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
        annotations = list(graph.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.w3.org/ns/oa#Annotation")))
        equal(len(annotations), len(items))
        exact = {str(value) for value in graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/oa#exact"))}
        equal(exact, NAMES)


@test
def tei_keeps_text_and_places():
    with folder() as path:
        root = ElementTree.parse(export(path, "tei")).getroot()
        space = {"t": "http://www.tei-c.org/ns/1.0"}
        equal(root.tag, "{http://www.tei-c.org/ns/1.0}TEI")
        paragraphs = ["".join(p.itertext()) for p in root.iterfind(".//t:body/t:p", space)]
        equal("\n\n".join(paragraphs).strip(), ARTICLE.strip())
        ids = {place.get("{http://www.w3.org/XML/1998/namespace}id") for place in root.iterfind(".//t:listPlace/t:place", space)}
        references = {name.get("ref")[1:] for name in root.iterfind(".//t:body//t:placeName", space)}
        equal(references, ids)
        equal(root.find(".//t:publicationStmt/t:date", space).get("when"), "2024-11-30")


@test
def tei_follows_the_published_schema():
    schema = os.environ.get("LIEUDIT_TEI_SCHEMA")
    if schema is None:
        raise Skip("LIEUDIT_TEI_SCHEMA does not tell where tei_all.rng of the Text Encoding Initiative is")
    with folder() as path:
        for number, article in enumerate([ARTICLE, "Il a plu.", "date 2024-11-30\nVers Homs\n\nDe Homs à Homs."]):
            process = subprocess.run(["xmllint", "--noout", "--relaxng", schema, export(path, "tei", article)],
                                     capture_output=True, text=True, timeout=250)
            equal((number, process.returncode, process.stderr[-300:] if process.returncode else ""), (number, 0, ""))


@test
def an_edited_edition_is_read_as_it_says_now():
    with folder() as path:
        first = run("extract", "-", stdin=ARTICLE).json
        edition = export(path, "tei")
        with open(edition, encoding="utf-8") as file:
            edited = file.read().replace("coupée", "barrée")
        again = run("extract", "-", stdin=edited)
        equal(again.status, DONE)
        equal([(mention["start"], mention["text"], mention["place"]["id"]) for mention in again.json["mentions"]],
              [(mention["start"], mention["text"], mention["place"]["id"]) for mention in first["mentions"]])
        equal([place["id"] for place in again.json["stated_places"]],
              [mention["place"]["id"] for mention in first["mentions"]])


@test
def ninjs_is_read_again():
    with folder() as path:
        output = export(path, "ninjs")
        document = json.loads(read(output))
        equal({place["name"] for place in document["places"]}, NAMES)
        equal(document["contentcreated"][:10], "2024-11-30")
        contains(document["bodies"][0]["value"], "Homs")
        again = run("extract", output)
        equal(again.status, DONE)
        equal({mention["text"] for mention in again.json["mentions"]}, NAMES)


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links, self.loaded, self.text = [], [], [], ""

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "a":
            self.links.append(attributes["href"])
        for name in ("src", "xlink:href"):
            if name in attributes and not attributes[name].startswith(("#", "data:")):
                self.loaded.append(attributes[name])
        if tag in ("script", "link", "iframe", "object"):
            self.loaded.append(tag)

    def handle_data(self, data):
        self.text += data


@test
def pages_link_text_and_map_both_ways():
    with folder() as path:
        page = Page()
        page.feed(read(export(path, "html")))
        equal(page.loaded, [])
        equal(len(page.ids), len(set(page.ids)))
        equal({link for link in page.links if link[1:] not in page.ids}, set())
        equal(len([link for link in page.links if link.startswith("#place")]), 5)
        equal(len([link for link in page.links if link.startswith("#m")]), 3)
        contains(page.text, '<b>personne</b> ne circule & "tout" attend')
        contains(page.text, "2024-11-30")


@test
def pages_work_in_a_browser():
    if find_browser() is None:
        raise Skip("chromium, which is as large as all other packages together, is not installed")
    with folder() as path:
        output = export(path, "html")
        with folder() as profile, Browser(profile) as browser:
            browser.open("file://" + output)
            equal(browser.evaluate("document.querySelectorAll('.place').length"), 3)
            mentions = browser.evaluate("[...document.querySelectorAll('.text a')].map(a => [a.id, a.getAttribute('href')])")
            equal(len(mentions), 5)
            # From the text to the map: the marker of the place, and no other, stands out, and can be seen.
            for mention, place in mentions:
                browser.click("#" + mention)
                equal(browser.evaluate("location.hash"), place)
                equal(browser.evaluate("[...document.querySelectorAll('.place')].filter(place => "
                                       "getComputedStyle(place.querySelector('circle')).strokeWidth === '10px').map(place => '#' + place.id)"),
                      [place])
                equal(browser.evaluate(IN_SIGHT % place), True)
            # From the map to the text: the words in their sentence are marked, and can be seen.
            for place in sorted({place for _, place in mentions}):
                browser.click(place)
                first = next(mention for mention, of_place in mentions if of_place == place)
                equal(browser.evaluate("location.hash"), "#" + first)
                equal(browser.evaluate(f"getComputedStyle(document.getElementById('{first}')).outlineStyle"), "solid")
                equal(browser.evaluate(IN_SIGHT % ("#" + first)), True)
            # A page that is read offline asks nobody for anything.
            equal(browser.evaluate("performance.getEntriesByType('resource').length"), 0)


@test
def a_document_of_its_own_needs_one_article():
    with folder(a="Alep.", b="Homs.") as path:
        result = run("extract", "--format=kml", os.path.join(path, "a.txt"), os.path.join(path, "b.txt"))
        equal(result.status, USAGE)
        contains(result.error, "-o")


@test
def places_that_the_source_states_are_kept_as_such():
    message = {"uri": "https://x.example/1", "headlines": [{"value": "Le pont de Raqqa"}],
               "bodies": [{"contenttype": "text/plain", "value": "Le pont de Raqqa a rouvert."}],
               "places": [{"name": "Raqqa", "uri": "https://x.example/raqqa",
                           "geojson": {"type": "Point", "coordinates": [39.01, 35.95]}}, {"name": "Tabqa"}]}
    stated = [{"name": "Raqqa", "id": "https://x.example/raqqa", "lat": 35.95, "lon": 39.01}, {"name": "Tabqa"}]
    for format_name in ("json", "geojson"):
        result = run("extract", "--format=" + format_name, "-", stdin=json.dumps(message))
        equal(result.status, DONE)
        equal(result.json["stated_places"], stated)
    equal("stated_places" in run("extract", "-", stdin=ARTICLE).json, False)


def ninjs(text, *places):
    return json.dumps({"uri": "https://x.example/1", "headlines": [{"value": "Le port"}], "language": "fr",
                       "bodies": [{"contenttype": "text/plain", "value": text}], "places": list(places)})


def located(name, latitude, longitude, **members):
    return {"name": name, "geojson": {"type": "Point", "coordinates": [longitude, latitude]}, **members}


def chosen(stdin):
    result = run("extract", "-", stdin=stdin)
    equal(result.status, DONE)
    return [(mention["text"], mention["place"] and mention["place"]["id"], mention["because"][0]["reason"])
            for mention in result.json["mentions"]]


@test
def places_that_the_source_states_are_chosen():
    text = "Le port de Tripoli a rouvert mardi, et la route de Saraqeb."
    says_so = "the source of the article says so"
    alone = chosen(ninjs(text))
    equal([name for name, _, reason in alone if reason == says_so], [])
    for place, latitude, longitude in (("lb-tripoli", 34.44, 35.85), ("ly-tripoli", 32.88, 13.19)):
        told = chosen(ninjs(text, located("Tripoli", latitude, longitude)))
        equal(told[0], ("Tripoli", place, says_so))
        equal(told[1:], [mention for mention in alone[1:]])
    far = chosen(ninjs(text, located("tripoli", 10.5, -70.25, uri="https://x.example/tripoli")))
    equal(far[0], ("Tripoli", "https://x.example/tripoli", says_so))
    equal(chosen(ninjs(text, {"name": "Tripoli"}, located("Nulle-Part", 1, 2), located("Saraqeb", 99, 200))), alone)


@test
def places_that_an_edition_marks_are_chosen():
    edition = """<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Route</title>
</titleStmt><publicationStmt><p>-</p></publicationStmt><sourceDesc><p>-</p></sourceDesc></fileDesc></teiHeader><standOff><listPlace>
<place xml:id="gate"><placeName>Porte</placeName><location><geo>36.2 37.15</geo></location><idno>x:gate</idno></place>
</listPlace></standOff><text><body><p>Près de <placeName ref="#gate">la vieille porte</placeName>, vers Alep, on attend ;
<placeName>nulle part</placeName> ailleurs.</p></body></text></TEI>"""
    equal([mention[:2] for mention in chosen(edition)], [("la vieille porte", "x:gate"), ("Alep", "sy-aleppo")])


@test
def what_was_left_out_is_told():
    page = ("<!DOCTYPE html><title>Le port de Tripoli</title><body><nav><ul><li><a href='/'>Accueil</a><li><a href='/a'>Abonnez-vous</a></ul></nav>"
            "<main><h1>Le port de Tripoli a rouvert</h1><p>Le port de Tripoli, fermé depuis une semaine, a rouvert mardi matin, "
            "et les bateaux y entrent de nouveau, disent les autorités.</p></main><footer>Tous droits réservés</footer>")
    told = run("extract", "--left-out", "-", stdin=page)
    equal(told.status, DONE)
    for words in ("Accueil", "Abonnez-vous", "Tous droits réservés"):
        contains(told.json["left_out"], words)
    equal("rouvert mardi" in told.json["left_out"], False)
    equal("left_out" in run("extract", "-", stdin=page).json, False)
    equal("left_out" in run("extract", "--left-out", "-", stdin=ARTICLE).json, False)
    equal(run("extract", "--left-out", "--format=csv", "-", stdin=page).status, USAGE)


@test
def formats_are_known_by_name():
    equal(run("extract", "--format=shapefile", "-").status, USAGE)
    result = run("extract", "--format=kml", "/nowhere/at/all.txt")
    equal(result.status, FAILED)
    equal(result.raw, b"")


main()
