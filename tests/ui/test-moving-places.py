#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drags the symbol of a place to another spot, moves one by the map's menu, and takes both back.

usage: test-moving-places.py LIEUDIT SAMPLE

The programme is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import json
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import Window, opened, wait_for, xdotool  # noqa: E402

PROGRAM, SAMPLE = sys.argv[1:3]

NEAR = 30  # pixels: a symbol's label counts for where its middle is


def position(window: Window, name):
    return window.resting_position(window.find_marker(name))


def is_near(a, b):
    return abs(a[0] - b[0]) < NEAR and abs(a[1] - b[1]) < NEAR


def wait_until_at(window, name, spot):
    wait_for(f"{name} at {spot}", lambda: is_near(position(window, name), spot))


def drag(window, start, right, down):
    xdotool("mousemove", *start)
    xdotool("mousedown", 1)
    # No hand jumps: the press has to be seen to move.
    for step in range(1, 11):
        xdotool("mousemove", start[0] + right * step // 10, start[1] + down * step // 10)
        time.sleep(0.03)
    xdotool("mouseup", 1)


def select(window, name):
    """Selects a place and closes its card, which the selection outlives."""
    window.click(window.find_marker(name))
    wait_for("the card", lambda: window.focused_name().startswith("Named "))
    window.press("Escape")
    wait_for("the card to close", lambda: not window.focused_name().startswith("Named "))


def test_drags_a_selected_place_and_takes_it_back():
    with opened(PROGRAM, SAMPLE) as window:
        before = position(window, "Hama")
        select(window, "Hama")
        drag(window, before, 70, 60)
        wait_until_at(window, "Hama", (before[0] + 70, before[1] + 60))
        window.press("ctrl+z")
        wait_until_at(window, "Hama", before)
        window.press("ctrl+shift+z")
        wait_until_at(window, "Hama", (before[0] + 70, before[1] + 60))


def own_places(folder):
    """What is on disk."""
    path = folder / "lieudit" / "places.geojson"
    return json.loads(path.read_text(encoding="utf-8"))["features"] if path.exists() else []


def test_moves_an_own_place_rather_than_making_another():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        with opened(PROGRAM, SAMPLE, environment={"XDG_DATA_HOME": name}) as window:
            before = position(window, "Hama")
            first, second = (before[0] + 70, before[1] + 60), (before[0] + 20, before[1] + 90)
            select(window, "Hama")
            drag(window, before, 70, 60)
            wait_until_at(window, "Hama", first)
            wait_for("the place on disk", lambda: len(own_places(folder)) == 1)
            spot = own_places(folder)[0]["geometry"]["coordinates"]
            xdotool("mousemove", *second)
            time.sleep(0.4)  # a hand does not click while it moves
            xdotool("click", 3)
            window.activate(window.wait_for_menu_item("Put the Selected Place Here", 1))
            wait_until_at(window, "Hama", second)
            wait_for("the place elsewhere", lambda: own_places(folder)[0]["geometry"]["coordinates"] != spot)
            assert len(own_places(folder)) == 1, own_places(folder)
            window.press("ctrl+z")
            wait_until_at(window, "Hama", first)
            window.press("ctrl+z")
            wait_until_at(window, "Hama", before)


def test_drags_an_own_place_again():
    """The second drag moves the same own place, and each is taken back by itself."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def spot():
            return own_places(folder)[0]["geometry"]["coordinates"]

        with opened(PROGRAM, SAMPLE, environment={"XDG_DATA_HOME": name}) as window:
            before = position(window, "Hama")
            first, second = (before[0] + 70, before[1] + 60), (before[0] + 10, before[1] + 110)
            select(window, "Hama")
            drag(window, before, 70, 60)
            wait_until_at(window, "Hama", first)
            wait_for("the place on disk", lambda: len(own_places(folder)) == 1)
            first_spot = spot()
            drag(window, position(window, "Hama"), -60, 50)
            wait_until_at(window, "Hama", second)
            wait_for("the place elsewhere", lambda: spot() != first_spot)
            assert len(own_places(folder)) == 1, own_places(folder)
            window.press("ctrl+z")
            wait_until_at(window, "Hama", first)
            wait_for("the place where it was", lambda: spot() == first_spot)
            window.press("ctrl+z")
            wait_until_at(window, "Hama", before)
            wait_for("no place of one's own", lambda: not own_places(folder))


def test_moves_the_map_by_any_other_place():
    with opened(PROGRAM, SAMPLE) as window:
        before, other = position(window, "Hama"), position(window, "Homs")
        drag(window, before, 40, 60)
        wait_until_at(window, "Hama", (before[0] + 40, before[1] + 60))
        wait_until_at(window, "Homs", (other[0] + 40, other[1] + 60))


def test_moves_a_place_by_the_menu():
    with opened(PROGRAM, SAMPLE) as window:
        before = position(window, "Hama")
        select(window, "Hama")
        spot = (before[0] + 80, before[1] + 40)
        xdotool("mousemove", *spot)
        time.sleep(0.4)  # a hand does not click while it moves
        xdotool("click", 3)
        window.activate(window.wait_for_menu_item("Put the Selected Place Here", 1))
        wait_until_at(window, "Hama", spot)
        window.press("ctrl+z")
        wait_until_at(window, "Hama", before)


TESTS = [test_drags_a_selected_place_and_takes_it_back, test_moves_an_own_place_rather_than_making_another,
         test_drags_an_own_place_again,
         test_moves_the_map_by_any_other_place, test_moves_a_place_by_the_menu]

if __name__ == "__main__":
    sys.exit(run_tests([(test.__name__, test) for test in TESTS]))
