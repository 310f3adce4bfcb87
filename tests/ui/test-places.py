#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader sorts and filters the list of places, types a name in it, and judges several places at once.

usage: test-places.py LIEUDIT

The programme is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import BUTTON, LIST_ITEM, MAP, is_focused, is_selected, opened, wait_for  # noqa: E402

PROGRAM = sys.argv[1]

ARTICLE = """Le convoi avance

Le convoi a quitté la ville de Homs lundi. Il a traversé Hama, puis il est arrivé à Alep dans la nuit.

Alep attendait ce convoi. À Paris, le ministre a salué son arrivée à Alep.
"""
PAUSE = 1.2  # seconds, after which a letter begins another name

NAMES = ["Homs", "Hama", "Alep", "Paris"]


def names(window):
    """The names in the list, from the first row on."""
    return [row.get_name().split(",")[0] for row in window.find_all(role=LIST_ITEM) if row.get_name()]


def rows(window):
    return [row.get_name() for row in window.find_all(role=LIST_ITEM) if row.get_name()]


def wait_for_names(window, *expected):
    wait_for(f"the names {expected}", lambda: names(window) == list(expected))


def focus_filter(window):
    window.press("ctrl+shift+f")
    wait_for("the keyboard in the filter", lambda: is_focused(window.wait(name="Filter the places by name")))


def filter_for_names(window, text, *expected):
    """No key has some letters: xdotool lends them one, of which the program may learn too late; then all is typed again."""
    def is_filtered():
        window.press("ctrl+a")
        window.type(text)
        time.sleep(PAUSE)
        return names(window) == list(expected)

    focus_filter(window)
    wait_for(f"the names {expected}", is_filtered)


def focus_list(window):
    """Leaves the empty filter downwards."""
    focus_filter(window)
    window.press("Escape")
    wait_for("the keyboard in the list", lambda: any(is_focused(row) for row in window.find_all(role=LIST_ITEM)))


def selected_names(window):
    return [row.get_name().split(",")[0] for row in window.find_all(role=LIST_ITEM) if is_selected(row)]


def markers(window):
    panel = window.wait(name=MAP)
    return {button.get_name().split(",")[0] for button in window.find_all(role=BUTTON, under=panel)} & set(NAMES)


def test_filter_is_shared_by_list_and_map(window):
    wait_for("all markers", lambda: markers(window) >= {"Homs", "Hama", "Alep"})
    filter_for_names(window, "HÂM", "Hama")
    window.wait(name="1 of 4 places shown")
    wait_for("the other markers to go", lambda: markers(window) == {"Hama"})
    window.press("Escape")
    wait_for_names(window, *NAMES)
    wait_for("the markers", lambda: markers(window) >= {"Homs", "Hama", "Alep"})


def test_filter_without_a_match(window):
    focus_filter(window)
    window.type("zzz")
    window.wait(name="No Such Place")
    window.activate(window.wait(role=BUTTON, name="Show All Places of the Article"))
    wait_for_names(window, *NAMES)


def test_type_ahead(window):
    focus_list(window)
    for letter, name in (("p", "Paris"), ("h", "Homs"), ("h", "Hama"), ("a", "Alep")):
        window.press(letter)
        wait_for(f"{name} to be selected", lambda name=name: selected_names(window) == [name])
        time.sleep(PAUSE)


def test_several_at_once_and_undo(window):
    focus_list(window)
    window.press("ctrl+a")
    window.wait(name="4 selected")
    window.activate(window.wait(role=BUTTON, name="Confirm the Selected Places"))
    window.wait(name="4 of 4 places checked")
    wait_for("all rows confirmed", lambda: all("Confirmed" in row for row in rows(window)))
    window.press("ctrl+z")
    wait_for("no row confirmed", lambda: rows(window) and not any("Confirmed" in row for row in rows(window)))


def test_several_by_keyboard(window):
    focus_list(window)
    window.press("a", "shift+Down")
    window.wait(name="2 selected")
    window.press("ctrl+Return")
    window.wait(name="2 of 4 places checked")


def main():
    tests = [function for name, function in globals().items() if name.startswith("test_")]
    with tempfile.TemporaryDirectory(prefix="lieudit-") as folder:
        article = pathlib.Path(folder) / "article.txt"
        article.write_text(ARTICLE, encoding="utf-8")

        def run(test):
            with opened(PROGRAM, article) as window:
                wait_for_names(window, *NAMES)
                test(window)

        return run_tests([(test.__name__, lambda test=test: run(test)) for test in tests])


if __name__ == "__main__":
    sys.exit(main())
