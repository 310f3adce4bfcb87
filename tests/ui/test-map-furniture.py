#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the key to the symbols and the page about the map, and asks for the arrow to the north and the overview.

usage: test-map-furniture.py LIEUDIT SAMPLE

The programme is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from settings_file import settings, opened_with_settings  # noqa: E402
from tap import run_tests  # noqa: E402
from window_driver import Atspi, BUTTON, LABEL, MAP, name_of, wait_for  # noqa: E402

PROGRAM, SAMPLE = sys.argv[1:3]

ARROW, OVERVIEW = "North is up", "Overview of where the view is"


def texts(window):
    return {name_of(node) for node in window.find_all(role=LABEL)}


def is_shown(window, name):
    node = window.find(name=name)
    return node is not None and node.get_state_set().contains(Atspi.StateType.VISIBLE)


def test_explains_symbols_and_lines():
    with settings(), opened_with_settings(PROGRAM, SAMPLE) as window:
        window.find_marker("Alep")
        window.click(window.wait(name="Key to the Symbols"))
        explained = {"Town", "Capital", "Site", "Disputed border", "Line of control", "Motorway, approximate"}
        wait_for("the key", lambda: explained <= texts(window))
        window.press("Escape")


def test_tells_of_the_map_from_its_attribution():
    with settings(), opened_with_settings(PROGRAM, SAMPLE) as window:
        window.find_marker("Alep")
        window.click(window.wait(role=BUTTON, starts="Natural Earth"))
        wait_for("the page", lambda: "About the Map" in window.window_names())
        told = {"Borders", "What Is Approximate", "Natural Earth 1:10m", "GSHHG", "GeoNames"}
        wait_for("what it tells", lambda: told <= texts(window))
        window.focus("About the Map")
        window.press("Escape")
        wait_for("the page to close", lambda: "About the Map" not in window.window_names())


def test_has_an_arrow_and_an_overview_when_asked():
    with settings(), opened_with_settings(PROGRAM, SAMPLE) as window:
        window.find_marker("Alep")
        assert not is_shown(window, ARROW) and not is_shown(window, OVERVIEW)
    with settings(map_north_arrow="true", map_overview="true"), opened_with_settings(PROGRAM, SAMPLE) as window:
        window.find_marker("Alep")
        wait_for("the arrow", lambda: is_shown(window, ARROW))
        wait_for("the overview", lambda: is_shown(window, OVERVIEW))
        # It stays where it is while the map moves.
        window.click(window.wait(name=MAP))
        window.press("plus", "minus", "Right", "Left")
        assert is_shown(window, OVERVIEW)


TESTS = [test_explains_symbols_and_lines, test_tells_of_the_map_from_its_attribution, test_has_an_arrow_and_an_overview_when_asked]

if __name__ == "__main__":
    sys.exit(run_tests([(test.__name__, test) for test in TESTS]))
