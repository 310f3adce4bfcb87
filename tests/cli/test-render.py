#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""lieudit-cli render: an article's places on a map, in a file, without a display."""

import json
import os
import shutil
import struct
import xml.etree.ElementTree as ElementTree

from harness import DONE, FAILED, USAGE, add_test, contains, equal, folder, main, run, test

ARTICLE = "Combats près d'Alep\n\nLes forces ont quitté Saraqeb, sur l'autoroute M5, au sud d'Alep.\n"
WITHOUT_DISPLAY = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}

WRONG_USAGE = [
    ("without a file or a view", []),
    ("two articles", ["a.txt", "b.txt"]),
    ("a size that is none", ["--size=big", "-"]),
    ("a size of one side", ["--size=1200", "-"]),
    ("a size of three sides", ["--size=1200x800x600", "-"]),
    ("a tiny size", ["--size=20x20", "-"]),
    ("a huge size", ["--size=100000x800", "-"]),
    ("a negative size", ["--size=-600x400", "-"]),
    ("a scale of nothing", ["--scale=0", "-"]),
    ("a scale of five", ["--scale=5", "-"]),
    ("an unknown format", ["--format=jpeg", "-"]),
    ("an unknown ending", ["-o", "map.jpeg", "-"]),
    ("a view without a zoom", ["--view=36,37"]),
    ("a view off the earth", ["--view=96,37,5"]),
    ("a view that is no number", ["--view=nan,37,5"]),
    ("a view too near", ["--view=36,37,40"]),
    ("a language that is none", ["--names=arabe!", "-"]),
    ("an unknown worksheet", ["--worksheet=crossword", "-"]),
    ("an unknown paper", ["--worksheet=blank", "--paper=A9", "-"]),
    ("a paper without a worksheet", ["--paper=A4", "-"]),
    ("a lying picture", ["--landscape", "-"]),
    ("a worksheet with a size", ["--worksheet=blank", "--size=600x400", "-"]),
    ("a worksheet that is bare", ["--worksheet=blank", "--bare", "-"]),
    ("a worksheet that is no page", ["--worksheet=blank", "-o", "sheet.png", "-"]),
]


def wrong_usage(arguments):
    def check():
        result = run("render", *arguments)
        equal(result.status, USAGE)
        equal(result.raw, b"")
        contains(result.error, "lieudit-cli: ")
    return check


for name, arguments in WRONG_USAGE:
    add_test("wrong usage: " + name, wrong_usage(arguments))


def png_size(data):
    equal(data[:8], b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", data[16:24])


def draw(*arguments, status=DONE):
    """Draws the article into a file; the value is what is in the file."""
    with folder(article=ARTICLE) as path:
        output = os.path.join(path, "map" + (arguments[0] if arguments[0].startswith(".") else ".png"))
        options = [argument for argument in arguments if not argument.startswith(".")]
        result = run("render", os.path.join(path, "article.txt"), "-o", output, *options, environment=WITHOUT_DISPLAY)
        equal((result.status, result.error, result.raw), (status, "", b""))
        with open(output, "rb") as file:
            return file.read()


@test
def a_png_of_the_size_asked_for():
    equal(png_size(draw("--size=600x400")), (600, 400))


@test
def a_finer_png():
    equal(png_size(draw("--size=600x400", "--scale=3")), (1800, 1200))


@test
def a_drawing():
    root = ElementTree.fromstring(draw(".svg", "--size=600x400"))
    equal(root.tag, "{http://www.w3.org/2000/svg}svg")
    equal((root.get("width"), root.get("height")), ("600px", "400px"))


@test
def a_page():
    data = draw(".pdf", "--size=600x400")
    equal(data[:5], b"%PDF-")
    contains(data, b"%%EOF")


@test
def worksheets_are_all_different_pages():
    sheets = {draw(".pdf", "--worksheet=" + sheet, "--paper=" + paper, *orientation)
              for sheet in ("blank", "labelled", "numbered", "answers")
              for paper in ("A4", "A3", "Letter")
              for orientation in ([], ["--landscape"])}
    equal(len(sheets), 24)
    for sheet in sheets:
        equal(sheet[:5], b"%PDF-")


@test
def a_worksheet_on_standard_output_is_a_page():
    result = run("render", "-", "--worksheet=answers", "--style=print", "--names=ar", stdin=ARTICLE, environment=WITHOUT_DISPLAY)
    equal((result.status, result.error, result.raw[:5]), (DONE, "", b"%PDF-"))


@test
def a_blank_worksheet_of_a_view():
    result = run("render", "--view=36.2,37.2,7", "--worksheet=blank", environment=WITHOUT_DISPLAY)
    equal((result.status, result.error, result.raw[:5]), (DONE, "", b"%PDF-"))


SESSION = {
    "lieudit:version": 2,
    "lieudit:article": {"text": ARTICLE},
    "lieudit:drawings": {"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[36.8, 35.8], [37.1, 36.1]]},
         "properties": {"drawing": "arrow", "ink": "blue"}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [36.9, 36]},
         "properties": {"drawing": "circle", "radius": 12.5, "ink": "red"}}]},
}


@test
def what_was_drawn_in_a_session_is_on_its_pictures_and_worksheets():
    with folder(session=json.dumps(SESSION)) as path:
        def pages(*options):
            result = run("render", os.path.join(path, "session.txt"), *options, environment=WITHOUT_DISPLAY)
            equal((result.status, result.error), (DONE, ""))
            return result.raw

        for option in "--size=600x400", "--worksheet=numbered":
            equal(pages(option) != pages(option, "--no-drawings"), True)


@test
def the_format_outweighs_the_ending():
    equal(draw(".png", "--format=pdf", "--size=600x400")[:5], b"%PDF-")


@test
def the_same_picture_twice():
    equal(draw("--size=600x400") == draw("--size=600x400"), True)


@test
def each_style_and_language_is_another_picture():
    pictures = {draw("--size=400x300", "--style=" + style, "--names=" + language)
                for style in ("light", "dark", "high-contrast", "high-contrast-dark", "print")
                for language in ("fr", "ar")}
    equal(len(pictures), 10)


@test
def an_arrow_and_an_inset_only_if_asked_for():
    options = [], ["--north-arrow"], ["--inset"], ["--north-arrow", "--inset"]
    for ending in ".png", ".svg", ".pdf":
        pictures = {draw(ending, "--size=600x400", *chosen) for chosen in options}
        equal((ending, len(pictures)), (ending, 4))


@test
def a_far_corner_of_the_world_has_an_inset_as_well():
    for view in "90,180,18", "-90,-180,0":
        result = run("render", "--view=" + view, "--size=200x200", "--bare", "--inset", "--north-arrow", environment=WITHOUT_DISPLAY)
        equal((result.status, result.error), (DONE, ""))
        equal(png_size(result.raw), (200, 200))


@test
def standard_input_and_output():
    result = run("render", "-", "--size=600x400", stdin=ARTICLE, environment=WITHOUT_DISPLAY)
    equal((result.status, result.error), (DONE, ""))
    equal(png_size(result.raw), (600, 400))


@test
def a_view_without_an_article():
    result = run("render", "--view=36.2,37.2,9", "--size=600x400", "--bare", environment=WITHOUT_DISPLAY)
    equal((result.status, result.error), (DONE, ""))
    equal(png_size(result.raw), (600, 400))


@test
def an_unknown_style():
    result = run("render", "--view=36.2,37.2,9", "--style=sepia")
    equal((result.status, result.raw), (FAILED, b""))
    contains(result.error, "sepia")


@test
def an_article_that_is_not_there_leaves_the_old_picture():
    with folder(map="old") as path:
        output = os.path.join(path, "map.txt")
        result = run("render", "/nowhere/article.txt", "--format=png", "-o", output)
        equal(result.status, FAILED)
        contains(result.error, "/nowhere/article.txt: ")
        with open(output, encoding="utf-8") as file:
            equal(file.read(), "old")


def with_data(change, status, hint):
    """Draws with a copy of the data in which something is wrong."""
    def check():
        with folder() as path:
            basemap = os.path.join(path, "basemap")
            shutil.copytree(os.path.join(os.environ["LIEUDIT_DATA_DIR"], "basemap"), basemap)
            change(basemap)
            result = run("render", "--view=36.2,37.2,9", "--size=600x400", environment={"LIEUDIT_DATA_DIR": path})
            equal(result.status, FAILED)
            contains(result.error, hint)
            equal(result.raw[:4], status)
    return check


def truncate(name):
    def change(basemap):
        os.truncate(os.path.join(basemap, name), 1000)
    return change


def remove(name):
    def change(basemap):
        os.remove(os.path.join(basemap, name))
    return change


add_test("without a base map there is a picture all the same", with_data(remove("basemap.bin"), b"\x89PNG", "basemap.bin"))
add_test("with a damaged base map there is a picture all the same", with_data(truncate("basemap.bin"), b"\x89PNG", "basemap.bin"))
add_test("without a style", with_data(remove("base-map-style.json"), b"", "base-map-style.json"))
add_test("with a damaged style", with_data(truncate("base-map-style.json"), b"", "lieudit-cli: "))

main()
