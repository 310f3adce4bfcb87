#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding places in the window: by mouse and keyboard, read by AT-SPI.

usage: test-search.py LIEUDIT SAMPLE

Writes TAP.
"""

import pathlib
import sys
import time
from itertools import islice

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import BUTTON, LIST_ITEM, MAP, Atspi, is_focused, opened, wait_for  # noqa: E402

PROGRAM, SAMPLE = sys.argv[1:3]


def find_entry(window):
    return next((node for node in window.find_all(name="Find a Place") if is_focused(node)), None)


def is_visible(node):
    return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW).height > 0


def is_selected(node):
    return node.get_state_set().contains(Atspi.StateType.SELECTED)


def open_search(window):
    window.wait(name=MAP)
    window.press("ctrl+k")
    return wait_for("the search entry", lambda: find_entry(window))


def results(window):
    found = window.find(name="Places Found")
    return window.find_all(role=LIST_ITEM, under=found) if found else iter(())


def resting_results(window):
    """The names of the places found, once they no longer change."""
    names = [None]

    def rest():
        time.sleep(0.5)
        names.append([row.get_name() for row in results(window)])
        return names[-1] and names[-1] == names[-2]

    wait_for("the places to rest", rest)
    return names[-1]


def wait_for_first(window, start):
    return wait_for(f"{start} as the first place found",
                    lambda: next((row for row in islice(results(window), 1) if row.get_name().startswith(start)), None))


def find_pin(window, name):
    return next((node for node in window.find_all(name=f"Remove the pin from {name}") if is_visible(node)), None)


def find_marker(window, name):
    panel = window.wait(name=MAP)
    return window.find(starts=f"{name}, ", under=panel)


def test_results_say_what_and_where(window):
    open_search(window)
    window.type("sarakeb")
    row = wait_for_first(window, "Saraqeb")
    assert "town" in row.get_name().lower(), row.get_name()
    assert "Syrie" in row.get_name(), row.get_name()


def test_results_follow_the_typing(window):
    open_search(window)
    window.type("tok")
    wait_for_first(window, "Tokyo")
    window.press("BackSpace", "BackSpace", "BackSpace")
    wait_for("no results", lambda: not any(results(window)))
    window.type("lima")
    wait_for_first(window, "Lima")


def test_enter_drops_a_pin(window):
    open_search(window)
    window.type("reykjavik")
    window.press("Return")
    wait_for("the pin", lambda: find_pin(window, "Reykjavik"))
    wait_for("the search to close", lambda: not find_entry(window))
    assert window.focused_name().startswith("Map of the places"), window.focused_name()


def test_click_on_the_pin_takes_it_away(window):
    test_enter_drops_a_pin(window)
    window.click(find_pin(window, "Reykjavik"))
    wait_for("no pin", lambda: not find_pin(window, "Reykjavik"))


def test_enter_selects_the_marker_of_a_named_place(window):
    open_search(window)
    window.type("Damascus")
    wait_for_first(window, "Damas")
    window.press("Return")
    wait_for("the marker", lambda: find_marker(window, "Damas"))
    assert not find_pin(window, "Damas"), "there is a pin on a marker"


def test_arrows_choose(window):
    """A pointer that rests where the list comes to lie has no say."""
    window.point_at(window.wait(name=MAP))
    open_search(window)
    window.type("tripoli")
    second = resting_results(window)[1].split(",")[0]
    window.press("Down")
    wait_for("the second to be selected",
             lambda: [is_selected(row) for row in islice(results(window), 2)] == [False, True])
    window.press("Return")
    wait_for("the pin of the second", lambda: find_pin(window, second) or find_marker(window, second))


def test_click_chooses(window):
    open_search(window)
    window.type("montevideo")
    window.click(wait_for_first(window, "Montevideo"))
    wait_for("the pin", lambda: find_pin(window, "Montevideo"))


def test_escape_closes(window):
    window.wait(name=MAP)
    before = wait_for("the focus", window.focused).get_name()
    open_search(window)
    window.type("lima")
    wait_for_first(window, "Lima")
    window.press("Escape")
    wait_for("the search to close", lambda: not find_entry(window))
    assert window.focused_name() == before, window.focused_name()


def test_nothing_found_is_explained(window):
    open_search(window)
    window.type("zzyzxland")
    wait_for("the explanation", lambda: any(map(is_visible, window.find_all(starts="No Place of This Name"))))
    window.press("Return")
    assert find_entry(window), "the search has closed"


def test_button_opens(window):
    window.click(window.wait(role=BUTTON, name="Find a Place"))
    wait_for("the search entry", lambda: find_entry(window))


TESTS = [
    test_results_say_what_and_where,
    test_results_follow_the_typing,
    test_enter_drops_a_pin,
    test_click_on_the_pin_takes_it_away,
    test_enter_selects_the_marker_of_a_named_place,
    test_arrows_choose,
    test_click_chooses,
    test_escape_closes,
    test_nothing_found_is_explained,
    test_button_opens,
]


def run(test):
    with opened(PROGRAM, SAMPLE) as window:
        test(window)


if __name__ == "__main__":
    sys.exit(run_tests([(test.__name__, lambda test=test: run(test)) for test in TESTS]))
