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
import xml.etree.ElementTree as ElementTree

from harness import DONE, FAILED, USAGE, Skip, contains, equal, folder, main, run, test

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
    browser = shutil.which("chromium")
    if browser is None:
        raise Skip("chromium, which is as large as all other packages together, is not installed")
    with folder() as path:
        output = export(path, "html")
        page, pictures = Page(), []
        page.feed(read(output))
        mention = next(link for link in page.links if link.startswith("#m"))
        # Following a link from the text marks the place on the map, and the other way round.
        for number, target in enumerate(["", "#place1", mention]):
            picture = os.path.join(path, f"page{number}.png")
            subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,800", "--hide-scrollbars",
                            "--screenshot=" + picture, "file://" + output + target],
                           capture_output=True, timeout=250, env={**os.environ, "HOME": path}, check=True)
            with open(picture, "rb") as file:
                pictures.append(file.read())
        equal(len(set(pictures)), 3)


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


@test
def formats_are_known_by_name():
    equal(run("extract", "--format=shapefile", "-").status, USAGE)
    result = run("extract", "--format=kml", "/nowhere/at/all.txt")
    equal(result.status, FAILED)
    equal(result.raw, b"")


main()
