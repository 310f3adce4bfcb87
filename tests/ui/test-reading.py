#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader finds words in the article, changes how it is set, and looks at names.

usage: test-reading.py LIEUDIT SCHEMAS

SCHEMAS is the folder of the compiled settings.

The programme is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import LIST_ITEM, TEXT, is_focused, opened, wait_for  # noqa: E402

PROGRAM, SCHEMAS = sys.argv[1:]

ARTICLE = """Le convoi avance

Le convoi a quitté la ville de Homs lundi. Il a traversé Hama, puis il est arrivé à Alep dans la nuit.

""" + "La route est longue, et personne ne passe.\n\n" * 60 + """Alep attendait ce convoi. À Paris, on salue son arrivée.
"""

# More than there are to go through from the article to the strip beside it.
N_WIDGETS = 4


def article(window):
    return window.wait(role=TEXT, name="Article")


def selected(window):
    text = article(window).get_text_iface()
    if text.get_n_selections() == 0:
        return None
    chosen = text.get_selection(0)
    return chosen.start_offset


def find(window, words):
    window.press("ctrl+f")
    wait_for("the keyboard in the search", lambda: any(is_focused(node) for node in window.find_all(name="Find in the Text")))
    window.type(words)


def test_find_all_occurrences_round_and_round(window):
    find(window, "CÔNVOI")
    window.wait(name="1 of 3")
    first = selected(window)
    window.press("Return")
    window.wait(name="2 of 3")
    window.press("F3")
    window.wait(name="3 of 3")
    assert selected(window) > first
    window.press("F3")
    window.wait(name="1 of 3")
    window.press("shift+F3")
    window.wait(name="3 of 3")
    window.press("shift+Return")
    window.wait(name="2 of 3")


def test_nothing_found_and_escape(window):
    find(window, "zzz")
    window.wait(name="Not found")
    window.press("Escape")
    wait_for("the keyboard in the article", lambda: is_focused(article(window)))


def test_size_by_keyboard(window):
    window.press("ctrl+plus", "ctrl+plus", "ctrl+minus")
    window.click(window.wait(name="How the Text Is Set"))
    window.wait(starts="Letters at 110 %")
    window.press("Escape", "ctrl+0")
    window.click(window.wait(name="How the Text Is Set"))
    window.wait(starts="Letters at 100 %")
    window.press("Escape")


def test_strip_by_keyboard_and_mouse(window):
    strip = wait_for("the strip", lambda: window.find(name="5 mentions in the article"))
    window.click(strip)
    wait_for("a mention", lambda: window.find(ends=" of 5"))
    for _ in range(N_WIDGETS):
        if is_focused(window.wait(ends=" of 5")):
            break
        window.press("Tab")
    window.press("End")
    window.wait(name="Paris, mention 5 of 5")
    window.press("Up")
    window.wait(name="Alep, mention 4 of 5")
    window.press("Home")
    window.wait(name="Homs, mention 1 of 5")


def test_help_without_a_viewer(window):
    window.press("F1")
    wait_for("what to install", lambda: any("Yelp" in node.get_name() for node in window.find_all(starts="The help")))


def main():
    tests = [function for name, function in globals().items() if name.startswith("test_")]
    with tempfile.TemporaryDirectory(prefix="lieudit-") as folder:
        path = pathlib.Path(folder) / "article.txt"
        path.write_text(ARTICLE, encoding="utf-8")

        def run(test):
            with opened(PROGRAM, path, environment={"GSETTINGS_SCHEMA_DIR": SCHEMAS}) as window:
                wait_for("the places", lambda: window.find(role=LIST_ITEM, starts="Paris"))
                test(window)

        return run_tests([(test.__name__, lambda test=test: run(test)) for test in tests])


if __name__ == "__main__":
    sys.exit(main())
