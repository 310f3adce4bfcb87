#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader copies names from the card of a place, weighs the alternatives on the map, and pins the card.

usage: test-card.py LIEUDIT

The programme is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import BUTTON, GROUP, LIST_ITEM, MAP, is_focused, opened, wait_for  # noqa: E402

PROGRAM = sys.argv[1]

# Tripoli is a capital and a port of another country as well.
ARTICLE = """Le carburant revient

Le port de Tripoli a rouvert mardi matin. Trois cargos venus de Bakou ont accosté dans la journée.

Les routes vers Saraqeb restent fermées, et Tripoli attend son carburant.
"""


def names(window):
    return [row.get_name().split(",")[0] for row in window.find_all(role=LIST_ITEM) if row.get_name()]


def open_card(window, name):
    window.activate(window.find_marker(name))
    wait_for("the focus on the card", lambda: window.focused_name().startswith("Named "))
    return window.find(role=GROUP, name=name)


def find_ghost(window):
    return window.find(role=BUTTON, name="Tripoli (Liban): the article means this place instead", under=window.wait(name=MAP))


def test_copy_a_name_and_paste_it_into_the_filter(window):
    card = open_card(window, "Saraqeb")
    window.activate(window.wait(role=BUTTON, name="Names, Coordinates, Links", under=card))
    window.activate(window.wait(role=BUTTON, name="Copy “Saraqeb”", under=card))
    window.press("ctrl+shift+f")
    wait_for("the keyboard in the filter", lambda: is_focused(window.wait(name="Filter the places by name")))
    window.press("ctrl+v")
    wait_for("only Saraqeb", lambda: names(window) == ["Saraqeb"])


def test_alternatives_are_ghosts_on_the_map(window):
    card = open_card(window, "Tripoli")
    assert find_ghost(window) is None
    window.activate(window.wait(role=BUTTON, name="Why This Place?", under=card))
    wait_for("the ghost", lambda: find_ghost(window))
    assert window.find_marker("Saraqeb")
    window.press("Escape")
    wait_for("no ghost", lambda: find_ghost(window) is None)


def test_ghost_corrects(window):
    card = open_card(window, "Tripoli")
    window.activate(window.wait(role=BUTTON, name="Why This Place?", under=card))
    window.activate(wait_for("the ghost", lambda: find_ghost(window)))
    wait_for("the correction", lambda: "Tripoli (Liban)" in names(window) and "Tripoli" not in names(window))
    wait_for("no ghost", lambda: find_ghost(window) is None)


def test_pinned_card_follows_the_selection(window):
    open_card(window, "Tripoli")
    window.activate(window.wait(name="Keep the Card Open"))
    window.click(window.wait(role=LIST_ITEM, starts="Saraqeb"))
    wait_for("the card of Saraqeb", lambda: window.find(role=GROUP, name="Saraqeb"))
    window.press("ctrl+Return")
    wait_for("word on the card", lambda: window.find(name="Confirmed", under=window.wait(role=GROUP, name="Saraqeb")))
    window.activate(window.wait(role=BUTTON, name="Close", under=window.wait(role=GROUP, name="Saraqeb")))
    wait_for("the card to close", lambda: window.find(role=GROUP, name="Saraqeb") is None)


def set_house_spelling(window, name):
    """By keyboard alone."""
    card = open_card(window, "Saraqeb")
    window.activate(window.wait(role=BUTTON, name="Names, Coordinates, Links", under=card))
    star = window.wait(name=f"House Spelling “{name}”", under=card)
    wait_for("the keyboard on the star", lambda: is_focused(star) or window.press("Tab"))
    window.press("space")
    return card, star


def test_house_spelling_is_chosen_and_taken_back(window):
    difference = "The article writes “Saraqeb”; your house spelling is “Sarāqib”."
    card, star = set_house_spelling(window, "Sarāqib")
    wait_for("word of the difference", lambda: window.find(name=difference, under=card))
    stars = [node.get_name() for node in window.find_all(starts="House Spelling “", under=card)]
    assert stars[0] == "House Spelling “Sarāqib”", stars
    assert is_focused(star)
    assert window.find(name="Not your house spelling")
    window.activate(window.wait(role=BUTTON, name="Copy House Spelling", under=card))
    window.press("ctrl+z")
    wait_for("no word of it", lambda: window.find(name=difference, under=card) is None)
    window.press("ctrl+shift+z")
    wait_for("word of it again", lambda: window.find(name=difference, under=card))
    window.press("ctrl+comma")
    window.focus("Preferences")
    window.activate(window.wait(role=BUTTON, name="Take the House Spelling “Sarāqib” Back"))
    wait_for("an empty list", lambda: window.find(role=BUTTON, name="Take the House Spelling “Sarāqib” Back") is None)
    window.focus("Preferences")
    wait_for("the preferences to close", lambda: "Preferences" not in window.window_names() or window.press("Escape"))
    wait_for("no word of it", lambda: window.find(name=difference) is None)


def main():
    tests = [function for name, function in globals().items() if name.startswith("test_")]
    with tempfile.TemporaryDirectory(prefix="lieudit-") as folder:
        path = pathlib.Path(folder) / "article.txt"
        path.write_text(ARTICLE, encoding="utf-8")

        def run(test):
            with opened(PROGRAM, path) as window:
                wait_for("the places", lambda: names(window))
                test(window)

        return run_tests([(test.__name__, lambda test=test: run(test)) for test in tests])


if __name__ == "__main__":
    sys.exit(main())
