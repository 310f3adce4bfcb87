#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of other formats in the window: pages with headings, feeds of several articles, exports.

usage: test-formats.py LIEUDIT ARTICLES

ARTICLES is the folder of the files that the tests of the formats read. Writes TAP.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import LABEL, TEXT, opened, wait_for  # noqa: E402

PROGRAM = sys.argv[1]
FILES = pathlib.Path(sys.argv[2])


def text_of(window):
    """What the reader shows, once it shows anything."""
    def read():
        for node in window.find_all(role=TEXT):
            interface = node.get_text_iface()
            text = interface.get_text(0, -1) if interface is not None else ""
            if len(text) > 20:
                return text
        return None
    return wait_for("the text of the article", read)


def test_page_is_read_without_its_menus():
    with opened(PROGRAM, FILES / "pages" / "01-daily.html") as window:
        window.find_marker("Tartous")
        text = text_of(window)
        assert "Une digue deux fois plus chère" in text, text
        assert "cookies" not in text, text


def test_item_of_a_feed_is_chosen():
    with opened(PROGRAM, FILES / "files" / "feed.rss") as window:
        window.focus("Choose an Article")
        window.press("Tab", "Tab", "Down", "Return")
        window.focus_main()
        window.find_marker("Banias")
        assert "les bateaux attendent" in text_of(window)


def test_chooser_is_left_by_escape():
    with opened(PROGRAM, FILES / "files" / "feed.atom") as window:
        window.focus("Choose an Article")
        window.find(name="Ice on the Danube")
        window.press("Escape")
        wait_for("the chooser to close", lambda: len(window.window_names()) == 1)


def test_what_was_left_out_is_shown():
    with opened(PROGRAM, FILES / "pages" / "01-daily.html") as window:
        window.find_marker("Tartous")
        window.press("ctrl+shift+l")
        window.focus("Left Out of the Article")
        text = window.wait(name="Left out of the article").get_text_iface()
        assert "cookies" in text.get_text(0, -1), text.get_text(0, -1)
        window.press("Escape")
        wait_for("the window to close", lambda: len(window.window_names()) == 1)


def test_places_of_the_source_are_marked():
    with opened(PROGRAM, FILES / "files" / "message.ninjs.json") as window:
        window.find_marker("Raqa")
        window.wait(name="The source of the article states this place")


def test_web_address_is_asked_about_first():
    """One of this computer is not even fetched then."""
    with opened(PROGRAM, FILES / "files" / "notes.md") as window:
        text_of(window)
        window.press("ctrl+shift+o")
        window.wait(name="Fetch an Article from the Web?")
        window.focus("Fetch an Article from the Web?")
        window.type("http://127.0.0.1:9/page")
        window.press("Return")
        window.wait(role=LABEL, ends="Lieudit fetches pages of public servers only.")
        text_of(window)


BEGINNINGS = {"geojson": b'{', "kml": b"<?xml", "gpkg": b"SQLite format 3", "csv": b"name,latitude", "html": b"<!DOCTYPE html>",
              "xml": b"<?xml", "jsonld": b"{"}


def test_exports_in_the_format_that_the_name_tells():
    with tempfile.TemporaryDirectory() as folder, opened(PROGRAM, FILES / "files" / "message.ninjs.json") as window:
        window.find_marker("Raqa")
        for ending, beginning in BEGINNINGS.items():
            path = pathlib.Path(folder, "places." + ending)
            window.press("ctrl+shift+e")
            window.save_file("Export the Places", path)
            wait_for("the dialog to close", lambda: "Export the Places" not in window.window_names())
            window.focus_main()
            wait_for(f"the file {path}", lambda: path.exists() and path.read_bytes().startswith(beginning))


def test_exports_are_opened_with_what_was_decided():
    """A place that is nowhere else, on words that nobody would find."""
    text = "Le convoi attend près du vieux gué. La route vers Tartous est fermée."
    start = text.index("vieux gué")
    mark = {"lieudit:decision": "place", "lieudit:scope": "mark",
            "body": {"type": "Feature", "id": "own-elsewhere", "properties": {"name": "Gué du Levant"},
                     "geometry": {"type": "Point", "coordinates": [36.1, 34.9]}},
            "target": {"selector": [{"type": "TextQuoteSelector", "exact": "vieux gué"},
                                    {"type": "TextPositionSelector", "start": start, "end": start + 9}]}}
    session = {"lieudit:version": 1, "lieudit:article": {"text": text, "language": "fr"}, "first": {"items": [mark]}}
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "work.lieudit")
        source.write_text(json.dumps(session), encoding="utf-8")
        for name in ("work.geojson", "work.jsonld", "work.xml"):
            target = pathlib.Path(folder, name)
            kind = {".geojson": "geojson", ".jsonld": "annotation", ".xml": "tei"}[target.suffix]
            subprocess.run([os.path.join(os.path.dirname(PROGRAM), "lieudit-cli"), "extract", "--format=" + kind, "-o", target,
                            source], check=True)
            with opened(PROGRAM, target) as window:
                window.find_marker("Gué du Levant")
                window.find_marker("Tartous")
                assert text_of(window) == text


TESTS = [
    test_exports_in_the_format_that_the_name_tells,
    test_what_was_left_out_is_shown,
    test_places_of_the_source_are_marked,
    test_web_address_is_asked_about_first,
    test_exports_are_opened_with_what_was_decided,
    test_page_is_read_without_its_menus,
    test_item_of_a_feed_is_chosen,
    test_chooser_is_left_by_escape,
]

sys.exit(run_tests([(test.__name__[5:].replace("_", " "), test) for test in TESTS]))
