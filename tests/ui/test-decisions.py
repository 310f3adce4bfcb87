#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader confirms and corrects places, by mouse and by keyboard, and changes their mind.

usage: test-decisions.py LIEUDIT [TEST...]

The programme is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import BUTTON, GROUP, LIST_ITEM, MAP, RADIO_ITEM, TEXT, is_focused, opened, wait_for  # noqa: E402

PROGRAM = sys.argv[1]

# Tripoli is a capital and a port of another country as well.
ARTICLE = """Le carburant revient

Le port de Tripoli a rouvert mardi matin. Trois cargos venus de Bakou ont accosté dans la journée.

Les routes vers Saraqeb restent fermées, et Tripoli attend son carburant.
"""
N_PLACES = 3

# The check says that the other Paris would make it true.
PARIS = """Calm returns

Paris, Texas, was calm on Monday. Paris lies south of Lille, it said. Dallas and Houston were calm too.
"""


def rows(window):
    """What the list says of the places."""
    return [row.get_name() for row in window.find_all(role=LIST_ITEM) if row.get_name()]


def read(node):
    text = node.get_text_iface()
    return text.get_text(0, text.get_character_count())


def wait_for_row(window, *words):
    wait_for(f"a row with {words}", lambda: any(all(word in row for word in words) for row in rows(window)))


def wait_for_no_row(window, start):
    wait_for(f"no row of {start}", lambda: not any(row.startswith(start) for row in rows(window)))


def open_card(window, name):
    window.activate(window.find_marker(name))
    wait_for("the focus on the card", lambda: window.focused_name().startswith("Named "))
    return window.find(role=GROUP, name=name)


def confirm(window, name):
    card = open_card(window, name)
    # By its action: GTK 4.10 and later tell AT-SPI positions that leave out the padding of the card.
    window.activate(window.wait(role=BUTTON, name="Confirm", under=card))
    wait_for_row(window, f"{name}, Confirmed")


def correct(window, name, choice, position):
    confirm(window, name)
    open_card(window, name)
    window.press("shift+Tab", "space")
    window.activate(window.wait_for_menu_item(choice, position))


def test_confirm_on_the_card_and_undo(window):
    confirm(window, "Saraqeb")
    window.wait(name=f"1 of {N_PLACES} places checked")
    window.press("ctrl+z")
    wait_for_row(window, "Saraqeb, Town")


def test_alternative_by_one_click_for_all_mentions(window):
    before = next(row for row in rows(window) if row.startswith("Tripoli"))
    assert "Liby" in before, before
    card = open_card(window, "Tripoli")
    window.activate(window.wait(role=BUTTON, name="Why This Place?", under=card))
    window.activate(window.wait(role=BUTTON, starts="Tripoli (Liban): ", under=card))
    wait_for_row(window, "Tripoli (Liban), Corrected")
    wait_for("no other Tripoli", lambda: sum(row.startswith("Tripoli") for row in rows(window)) == 1)
    window.press("ctrl+z")
    wait_for("the first choice", lambda: before in rows(window))


def test_not_a_place(window):
    correct(window, "Saraqeb", "Not a Place", 3)
    wait_for_no_row(window, "Saraqeb")
    window.press("ctrl+z")
    wait_for_row(window, "Saraqeb, Confirmed")


def test_cannot_be_located(window):
    correct(window, "Saraqeb", "Cannot Be Located", 1)
    wait_for("the name among those not located", lambda: "Saraqeb" in rows(window))


def test_always_and_revoked(window):
    """What is said of a name for good holds in the next article, and is revoked in the preferences."""
    confirm(window, "Saraqeb")
    open_card(window, "Saraqeb")
    window.press("shift+Tab", "space")
    window.activate(wait_for("the three scopes", lambda: list(window.find_all(role=RADIO_ITEM))[2:])[0])
    wait_for("the menu to close", lambda: not list(window.find_all(role=RADIO_ITEM)))
    window.press("Escape")
    open_card(window, "Saraqeb")
    window.press("shift+Tab", "space")
    window.activate(window.wait_for_menu_item("Not a Place", 3))
    wait_for_no_row(window, "Saraqeb")
    window.press("ctrl+comma")
    window.focus("Preferences")
    window.activate(window.wait(role=BUTTON, name="Leave “Saraqeb” to Lieudit Again"))
    wait_for("an empty list", lambda: window.find(role=BUTTON, name="Leave “Saraqeb” to Lieudit Again") is None)
    window.focus("Preferences")
    wait_for("the preferences to close", lambda: "Preferences" not in window.window_names() or window.press("Escape"))


def test_another_place_by_search(window):
    window.activate(window.find_marker("Saraqeb"))
    wait_for("the focus on the card", lambda: window.focused_name().startswith("Named "))
    window.press("ctrl+shift+k")
    wait_for("the question", lambda: is_focused(window.wait(name="Which place is “Saraqeb”?")))
    window.type("Homs")
    wait_for("results", lambda: any(row.startswith("Homs") and "Saraqeb" not in row for row in rows(window)))
    window.press("Return")
    wait_for_row(window, "Homs, Corrected")
    wait_for_no_row(window, "Saraqeb")


def test_several_places(window):
    correct(window, "Saraqeb", "Several Places", 2)
    wait_for("the name among those not located", lambda: "Saraqeb" in rows(window))


def test_note_on_a_place(window):
    open_card(window, "Saraqeb")
    field = window.wait(role=TEXT, name="Note on This Place")
    wait_for("the focus in the note", lambda: is_focused(field) or window.press("Tab"))
    window.type("Sur la M5")
    window.press("Escape")
    window.wait(name="There is a note")
    open_card(window, "Saraqeb")
    wait_for("the note", lambda: read(window.wait(role=TEXT, name="Note on This Place")) == "Sur la M5")
    window.press("Escape", "ctrl+z")
    wait_for("no note", lambda: window.find(name="There is a note") is None)


def test_put_on_the_map(window):
    """The selected place is put where the map is, by keyboard; one undo takes it all back."""
    before = next(row for row in rows(window) if row.startswith("Tripoli"))
    window.press("ctrl+j")
    wait_for("the map", lambda: window.focused_name() == MAP or window.press("Tab"))
    window.press("shift+F10")
    window.activate(window.wait_for_menu_item("Put the Selected Place Here", 1))
    wait_for("the place", lambda: any(row.startswith("Tripoli, C") for row in rows(window)))
    window.press("ctrl+z")
    wait_for("the first choice", lambda: before in rows(window))


def test_marked_by_hand(window):
    """Words that nobody found, selected by keyboard."""
    article = wait_for("the article", lambda: next((node for node in window.find_all(role=TEXT) if "carburant." in read(node)), None))
    wait_for("the focus in the article", lambda: is_focused(article) or window.press("Tab"))
    window.press("ctrl+f")
    wait_for("the search", lambda: any(is_focused(node) for node in window.find_all(name="Find in the Text")))
    window.type("carburant")
    window.wait(name="1 of 2")
    window.press("Escape")
    wait_for("the focus back in the article", lambda: is_focused(article))
    window.press("ctrl+m")
    wait_for("the question", lambda: is_focused(window.wait(name="Which place is “carburant”?")))
    wait_for("the name among those not located", lambda: "carburant" in rows(window))
    window.type("Homs")
    wait_for("results", lambda: any(row.startswith("Homs") for row in rows(window)))
    window.press("Return")
    wait_for_row(window, "Homs, Corrected")
    window.press("ctrl+z", "ctrl+z")
    wait_for_no_row(window, "Homs")
    wait_for_no_row(window, "carburant")


def test_all_checked_by_keyboard(window):
    for n_checked in range(1, N_PLACES + 1):
        window.press("ctrl+j", "ctrl+Return")
        window.wait(name=f"{n_checked} of {N_PLACES} places checked")
    window.press("ctrl+j")
    wait_for("word that all is done", lambda: any("no other place to check" in node.get_name()
                                                  for node in window.find_all(starts="There is")))


def test_remedy_of_the_geography_check(window):
    window.press("ctrl+g")
    window.click(window.wait(role=BUTTON, name="Use That Place"))
    window.click(window.wait(role=BUTTON, name="Close the Geography Check"))
    wait_for_row(window, "Paris, Corrected", "France")


def main():
    tests = [function for name, function in globals().items() if name.startswith("test_")]
    tests = [test for test in tests if not sys.argv[2:] or test.__name__ in sys.argv[2:]]
    with tempfile.TemporaryDirectory(prefix="lieudit-") as folder:
        article = pathlib.Path(folder) / "article.txt"

        def run(test):
            article.write_text(PARIS if test is test_remedy_of_the_geography_check else ARTICLE, encoding="utf-8")
            with opened(PROGRAM, article) as window:
                wait_for("the places", lambda: rows(window))
                test(window)

        return run_tests([(test.__name__, lambda test=test: run(test)) for test in tests])


if __name__ == "__main__":
    sys.exit(main())
