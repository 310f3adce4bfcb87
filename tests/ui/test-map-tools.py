#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures on the map by keyboard, exports it as a picture and opens the dialog to print it.

usage: test-map-tools.py LIEUDIT SAMPLE

The programme is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import os
import pathlib
import struct
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import MAP, NEWS, name_of, opened, wait_for, xdotool  # noqa: E402

PROGRAM, SAMPLE = map(os.path.abspath, sys.argv[1:3])


def news(window):
    return [name_of(node) for node in window.find_all(role=NEWS)]


def test_measures_by_keyboard():
    with opened(PROGRAM, SAMPLE) as window:
        window.click(window.wait(name=MAP))
        window.press("m")
        wait_for("what to do", lambda: any("press Enter" in text for text in news(window)))
        window.press("Return", "Right", "Right", "Return")
        wait_for("a distance to the east", lambda: any("km, east (9" in text for text in news(window)))
        window.press("Up", "Up", "Return")
        wait_for("the whole length", lambda: any("km in all; last leg" in text for text in news(window)))
        window.press("BackSpace")
        wait_for("the first leg again", lambda: any("km, east (9" in text for text in news(window)))
        window.press("Escape")
        wait_for("the end of measuring", lambda: not any("km" in text for text in news(window)))
        assert window.focused_name() == MAP, "the focus is lost"


def test_exports_a_picture():
    with tempfile.TemporaryDirectory() as folder, opened(PROGRAM, SAMPLE) as window:
        path = pathlib.Path(folder) / "map.png"
        window.find_marker("Alep")
        window.press("ctrl+shift+m")
        window.save_file("Export the Map as a Picture", path)
        wait_for("the picture", lambda: path.is_file() and path.stat().st_size > 10000)
        width, height = struct.unpack(">II", path.read_bytes()[16:24])
        assert (width, height) == (2400, 1600), f"the picture has {width} × {height} pixels"


def test_opens_the_print_dialog():
    with opened(PROGRAM, SAMPLE) as window:
        window.find_marker("Alep")
        window.press("ctrl+p")
        wait_for("the dialog", lambda: "Print" in window.window_names())
        window.focus("Print")
        window.press("Escape")
        wait_for("the dialog to close", lambda: "Print" not in window.window_names())


def test_prints_to_a_file():
    with tempfile.TemporaryDirectory() as folder:
        # The dialog suggests a file in the folder that the program was started in.
        before = os.getcwd()
        os.chdir(folder)
        try:
            with opened(PROGRAM, SAMPLE) as window:
                window.find_marker("Alep")
                window.press("ctrl+p")
                wait_for("the dialog", lambda: "Print" in window.window_names())
                window.focus("Print")
                window.wait(name="Print to File")
                window.press("Tab", "Down", "alt+p")
                path = pathlib.Path(folder) / "output.pdf"
                wait_for("the page", lambda: path.is_file() and path.read_bytes().rstrip().endswith(b"%%EOF"))
                wait_for("the dialog to close", lambda: "Print" not in window.window_names())
            page = path.read_bytes()
            assert page.startswith(b"%PDF-") and len(page) > 10000, f"{len(page)} bytes of {page[:8]}"
        finally:
            os.chdir(before)


def test_comes_nearer_by_double_click():
    with opened(PROGRAM, SAMPLE) as window:
        def distance():
            (left, top), (right, bottom) = (window.resting_position(window.find_marker(name)) for name in ("Homs", "Hama"))
            return abs(right - left) + abs(bottom - top)

        before = distance()
        # Between the two towns, where nothing else is.
        x, y = window.resting_position(window.find_marker("Homs"))
        xdotool("mousemove", x - 60, y - 40, "click", "--repeat", 2, "--delay", 60, 1)
        wait_for("twice the distance", lambda: distance() > 1.6 * before)


TESTS = [
    test_measures_by_keyboard,
    test_exports_a_picture,
    test_opens_the_print_dialog,
    test_prints_to_a_file,
    test_comes_nearer_by_double_click,
]

if __name__ == "__main__":
    sys.exit(run_tests([(test.__name__, test) for test in TESTS]))
