#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader edits the text in place; decisions stay with their words, and the places are looked for again.

usage: test-editing.py LIEUDIT

The programme is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import GROUP, LIST_ITEM, TEXT, Atspi, is_focused, opened, wait_for  # noqa: E402

PROGRAM = sys.argv[1]

ARTICLE = """Le convoi avance

Le convoi a quitté la ville de Homs lundi. Il est arrivé à Alep dans la nuit.
"""

# Pauses while typing, after each of which there is one more thing to undo, on a slow machine.
MOST_EDITS = 12


def article(window):
    return window.wait(role=TEXT, name="Article")


def text_of(window):
    text = article(window).get_text_iface()
    return text.get_text(0, text.get_character_count())


def rows(window):
    return [row.get_name() for row in window.find_all(role=LIST_ITEM) if row.get_name()]


def names(window):
    return {row.split(",")[0] for row in rows(window)}


def start_editing(window):
    window.press("ctrl+e")
    wait_for("the keyboard in the text", lambda: is_focused(article(window)) and
             article(window).get_state_set().contains(Atspi.StateType.EDITABLE))


def confirm_alep(window):
    window.activate(window.find_marker("Alep"))
    wait_for("the card", lambda: window.find(role=GROUP, name="Alep"))
    window.press("ctrl+Return")
    wait_for("the confirmation", lambda: any(row.startswith("Alep, Confirmed") for row in rows(window)))
    window.press("Escape")


def test_new_places_are_found_after_a_pause(window):
    start_editing(window)
    window.press("ctrl+End")
    window.type("Puis il gagne la ville de Hama.")
    wait_for("Hama", lambda: names(window) == {"Homs", "Alep", "Hama"})
    assert "la ville de Hama." in text_of(window)


def test_decisions_follow_their_words(window):
    confirm_alep(window)
    start_editing(window)
    window.press("ctrl+Home")
    window.type("Dépêche de Damas. ")
    wait_for("Damas", lambda: "Damas" in names(window))
    assert any(row.startswith("Alep, Confirmed") for row in rows(window)), rows(window)


def test_typing_is_undone_letter_by_letter_and_editing_as_a_whole(window):
    before = text_of(window)
    start_editing(window)
    window.press("ctrl+Home")
    window.type("xyz ")
    wait_for("the text", lambda: "xyz " in text_of(window))
    window.press("ctrl+z")
    wait_for("the text as before", lambda: "xyz " not in text_of(window))
    window.press("ctrl+Home")
    window.type("Dépêche de Damas. ")
    wait_for("Damas", lambda: "Damas" in names(window))
    window.press("ctrl+e")
    wait_for("reading", lambda: not article(window).get_state_set().contains(Atspi.StateType.EDITABLE))
    for _ in range(MOST_EDITS):
        if text_of(window) == before:
            break
        window.press("ctrl+z")
    wait_for("the text as it was", lambda: text_of(window) == before)
    wait_for("its places", lambda: names(window) == {"Homs", "Alep"})
    window.press("ctrl+shift+z")
    wait_for("the edit again", lambda: text_of(window) != before)


def test_reading_keys_are_letters_while_editing(window):
    start_editing(window)
    window.press("ctrl+Home", "n", "p", "space")
    wait_for("the letters", lambda: "np " in text_of(window))


def main():
    tests = [function for name, function in globals().items() if name.startswith("test_")]
    with tempfile.TemporaryDirectory(prefix="lieudit-") as folder:
        path = pathlib.Path(folder) / "article.txt"
        path.write_text(ARTICLE, encoding="utf-8")

        def run(test):
            with opened(PROGRAM, path) as window:
                wait_for("the places", lambda: names(window) == {"Homs", "Alep"})
                wait_for("the keyboard in the article", lambda: is_focused(article(window)))
                test(window)

        return run_tests([(test.__name__, lambda test=test: run(test)) for test in tests])


if __name__ == "__main__":
    sys.exit(main())
