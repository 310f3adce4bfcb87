#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of the window in its states, to be looked at.

usage: take-screenshots.py [--mirrored] [--locale] LIEUDIT SAMPLES FOLDER [PICTURE...]

LIEUDIT is the program, SAMPLES the folder of the sample articles, FOLDER where the pictures go, PICTURE the names of
those wanted, all of them by default. --locale leaves the language of the interface to the locale, whose catalogue has to
be in LIEUDIT_LOCALE_DIR; otherwise it is English. --mirrored takes the few that show an interface from right to left.

Needs what run-headless.sh brings, xdotool and ImageMagick; with xcompmgr, popovers get their shadows.
"""

import argparse
import gettext
import os
import pathlib
import shutil
import subprocess
import time

from window_driver import BUTTON, IN_ENGLISH, LIST_ITEM, PAGE_TAB, Window, find_windows, wait_for, xdotool

FRENCH, ENGLISH, ARABIC = "sample.fr.txt", "sample.en.txt", "sample.ar.txt"
DARK = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}


catalogue = gettext.NullTranslations()  # what the interface says for the English in the sources


def said(text):
    return catalogue.gettext(text)


def find_named(window, role, template, name):
    """What is named after a place and more that the template puts after it."""
    return window.wait(role=role, starts=said(template).partition("%s")[0] + name)


def open_card(window, name):
    window.activate(find_named(window, BUTTON, "%s, %s, %s", name))
    window.wait(name=said("Keep the Card Open"))


def turn_to(window, page):
    window.click(wait_for("the switcher", lambda: window.find(role=PAGE_TAB, name=said(page))))


def show_nothing(window):
    pass


def show_card(window):
    open_card(window, "Alep")


def show_why(window):
    open_card(window, "Alep")
    window.activate(window.wait(role=BUTTON, name=said("Why This Place?")))
    window.press("End")


def show_facts(window):
    open_card(window, "Alep")
    window.activate(window.wait(role=BUTTON, name=said("Names, Coordinates, Links")))
    window.press("End")


def show_pinned(window):
    open_card(window, "Hama")
    window.activate(window.wait(name=said("Keep the Card Open")))


def show_mention(window):
    window.press("n", "n", "n")


def show_hover(window):
    window.point_at(find_named(window, LIST_ITEM, "%s, %s", "Saraqeb"))


def show_found(window):
    window.press("ctrl+f")
    window.type("alep")


def show_reading(window):
    window.click(window.wait(name=said("How the Text Is Set")))


def show_filter(window):
    window.press("ctrl+shift+f")
    window.type("al")
    window.click(window.wait(name=said("Choose Which Places to Show")))


def show_several(window):
    window.press("ctrl+shift+f", "Escape", "ctrl+a")


def show_sorted(window):
    window.click(window.wait(name=said("Sort the Places")))


def show_large_text(window):
    window.press(*["ctrl+plus"] * 8)


def show_map(window):
    turn_to(window, "Map")


def show_map_card(window):
    turn_to(window, "Map")
    open_card(window, "Alep")


def show_places(window):
    turn_to(window, "Places")


def show_menu(window):
    window.press("F10")


def open_over(window, key, size):
    """Opens another window by a key, over the one of the article."""
    def find_other():
        return next((found[0] for found in find_windows(window.process.pid) if found[0] not in before), None)

    before = {found[0] for found in find_windows(window.process.pid)}
    window.press(key)
    other = wait_for("the other window", find_other)
    time.sleep(1)
    xdotool("windowsize", other, *size)
    wait_for("the keyboard", lambda: xdotool("windowfocus", other) is not None)


def show_drawing(window, size):
    """The second step, with an arrow in the hand."""
    open_over(window, "F5", size)
    window.press("Next", "Next", "2")


def show_presentation(window):
    show_drawing(window, WIDE)


def show_narrow_presentation(window):
    show_drawing(window, NARROW)


def show_quiz(window):
    open_over(window, "F8", WIDE)
    window.activate(window.wait(role=BUTTON, name=said("Start")))
    window.wait(role=BUTTON, name=said("Show the Answer"))


def show_narrow_quiz(window):
    open_over(window, "F8", NARROW)


def show_about_map(window):
    window.click(window.wait(role=BUTTON, starts="Natural Earth"))


def show_places_beside(window):
    window.press("F9")


def show_shortcuts(window):
    window.press("ctrl+question")


WIDE, MEDIUM, NARROW, LARGE = (1200, 760), (900, 640), (360, 640), (1920, 1080)

PICTURES = [
    ("empty", WIDE, [], {}, show_nothing),
    ("article", WIDE, [FRENCH], {}, show_nothing),
    ("article-large", LARGE, [FRENCH], {}, show_nothing),
    ("article-dark", WIDE, [FRENCH], DARK, show_mention),
    ("article-english", WIDE, [ENGLISH], {}, show_nothing),
    ("article-arabic", WIDE, [ARABIC], {}, show_mention),
    ("article-arabic-dark", WIDE, [ARABIC], DARK, show_nothing),
    ("mention", WIDE, [FRENCH], {}, show_mention),
    ("hover", WIDE, [FRENCH], {}, show_hover),
    ("card", WIDE, [FRENCH], {}, show_card),
    ("card-dark", WIDE, [FRENCH], DARK, show_card),
    ("card-why", WIDE, [FRENCH], {}, show_why),
    ("card-facts", WIDE, [FRENCH], {}, show_facts),
    ("card-pinned", WIDE, [FRENCH], {}, show_pinned),
    ("found", WIDE, [FRENCH], {}, show_found),
    ("found-dark", WIDE, [FRENCH], DARK, show_found),
    ("reading", WIDE, [FRENCH], {}, show_reading),
    ("filter", WIDE, [FRENCH], {}, show_filter),
    ("several", WIDE, [FRENCH], {}, show_several),
    ("sorted", WIDE, [FRENCH], {}, show_sorted),
    ("large-text", WIDE, [FRENCH], {}, show_large_text),
    ("menu", WIDE, [FRENCH], {}, show_menu),
    ("shortcuts", WIDE, [FRENCH], {}, show_shortcuts),
    ("about-map", WIDE, [FRENCH], {}, show_about_map),
    ("medium", MEDIUM, [FRENCH], {}, show_nothing),
    ("medium-places", MEDIUM, [FRENCH], {}, show_places_beside),
    ("narrow-empty", NARROW, [], {}, show_nothing),
    ("narrow-article", NARROW, [FRENCH], {}, show_mention),
    ("narrow-found", NARROW, [FRENCH], {}, show_found),
    ("narrow-map", NARROW, [FRENCH], {}, show_map),
    ("narrow-card", NARROW, [FRENCH], {}, show_map_card),
    ("narrow-places", NARROW, [FRENCH], {}, show_places),
    ("presentation", WIDE, [FRENCH], {}, show_presentation),
    ("presentation-dark", WIDE, [FRENCH], DARK, show_presentation),
    ("narrow-presentation", NARROW, [FRENCH], {}, show_narrow_presentation),
    ("quiz", WIDE, [FRENCH], {}, show_quiz),
    ("narrow-quiz", NARROW, [FRENCH], {}, show_narrow_quiz),
    ("error", WIDE, ["there-is-no-such-article.txt"], {}, show_nothing),
    ("error-narrow", NARROW, ["."], {}, show_nothing),
    ("no-gazetteer", WIDE, [FRENCH], {"LIEUDIT_DATA_DIR": "/nonexistent"}, show_nothing),
]


MIRRORED_PICTURES = [
    ("mirrored", WIDE, [ARABIC], {}, show_mention),
    ("mirrored-narrow", NARROW, [ARABIC], {}, show_nothing),
    ("mirrored-presentation", WIDE, [ARABIC], {}, show_presentation),
    ("mirrored-quiz", WIDE, [ARABIC], {}, show_quiz),
]


def take(arguments, environment, picture):
    name, size, articles, more, show = picture
    print(name, flush=True)
    files = [str(arguments.samples / article) for article in articles]
    window = Window(arguments.program, *files, environment={**environment, **more})
    try:
        window.resize(*size)
        time.sleep(1)
        show(window)
        time.sleep(1.5)
        subprocess.run(["import", "-window", "root", "-crop", f"{size[0]}x{size[1]}+0+0", "+repage",
                        str(arguments.folder / f"{name}.png")], check=True)
    finally:
        window.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mirrored", action="store_true")
    parser.add_argument("--locale", action="store_true")
    parser.add_argument("program")
    parser.add_argument("samples", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("pictures", nargs="*")
    arguments = parser.parse_args()

    arguments.folder.mkdir(parents=True, exist_ok=True)
    compositor = subprocess.Popen(["xcompmgr"]) if shutil.which("xcompmgr") else None
    pictures = [picture for picture in (MIRRORED_PICTURES if arguments.mirrored else PICTURES)
                if not arguments.pictures or picture[0] in arguments.pictures]
    if arguments.locale:
        global catalogue
        catalogue = gettext.translation("lieudit", os.environ["LIEUDIT_LOCALE_DIR"], fallback=True)
    for picture in pictures:
        take(arguments, {} if arguments.locale else IN_ENGLISH, picture)
    if compositor is not None:
        compositor.terminate()


if __name__ == "__main__":
    main()
