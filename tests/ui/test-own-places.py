#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding, changing and removing one's own places: by mouse and keyboard, read by AT-SPI.

usage: test-own-places.py LIEUDIT

Writes TAP.
"""

import contextlib
import json
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import (  # noqa: E402
    BUTTON, LIST_ITEM, MAP, TEXT, Atspi, opened, wait_for, xdotool)

PROGRAM = sys.argv[1]
TITLE = "Zorkania falls silent"
ARTICLE = (f"{TITLE}\n\nThe people of Zorkania, a village between Aleppo and Idlib, left their houses on Monday. "
           "Nobody had been in Zorkania since.\n")


@contextlib.contextmanager
def article_opened(folder):
    article = folder / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    with opened(PROGRAM, article, environment={"XDG_DATA_HOME": str(folder)}) as window:
        window.find_marker("Aleppo")
        yield window


def saved(folder):
    """What is on disk."""
    path = folder / "lieudit" / "places.geojson"
    return json.loads(path.read_text(encoding="utf-8"))["features"] if path.exists() else []


def wait_for_no_marker(window, name):
    wait_for(f"no marker of {name}",
             lambda: not window.find(role=BUTTON, starts=f"{name}, ", under=window.wait(name=MAP)))


def is_enabled(node):
    return node.get_state_set().contains(Atspi.StateType.SENSITIVE)


def save_button(window):
    return window.find(role=BUTTON, ends="Save")


def focus_dialog(window, title):
    window.focus(title)
    # GTK 4.8 does not tell AT-SPI what has the focus when a dialog opens, only what gets it later.
    window.wait(role=TEXT, name="Coordinates")
    time.sleep(0.5)


def open_menu(window):
    window.point_at(window.wait(name=MAP))
    time.sleep(0.4)
    xdotool("click", 3)
    return window.wait_for_menu_item("Add a Place Here…", 0)


def add_zorkania(window):
    window.activate(open_menu(window))
    focus_dialog(window, "Add a Place")
    window.type("Zorkania")
    wait_for("the name", lambda: window.find(name="Remove the Name “Zorkania”"))
    window.press("Return")
    wait_for("the dialog to close", lambda: "Add a Place" not in window.window_names())
    window.focus(TITLE)
    window.find_marker("Zorkania")


def open_by_coordinates(window):
    window.press("ctrl+shift+a")
    focus_dialog(window, "Add a Place")


def open_card(window):
    # The pointer rests where the marker has appeared; a person looks elsewhere first.
    window.point_at(window.find_marker("Aleppo"))
    window.click(window.find_marker("Zorkania"))
    return window.wait(role=BUTTON, name="Edit Place")


def test_right_click_adds_and_article_is_read_again(folder):
    with article_opened(folder) as window:
        add_zorkania(window)
        (feature,) = saved(folder)
        assert list(feature["properties"]["names"].values()) == [["Zorkania"]], feature
        longitude, latitude = feature["geometry"]["coordinates"]
        assert 35.5 < latitude < 36.5 and 36.3 < longitude < 37.5, feature
        window.press("ctrl+k")
        window.type("zorka")
        wait_for("the place among those found",
                 lambda: window.find(role=LIST_ITEM, starts="Zorkania", under=window.find(name="Places Found")))


def test_undo_and_redo_by_keyboard(folder):
    with article_opened(folder) as window:
        add_zorkania(window)
        window.press("ctrl+z")
        wait_for_no_marker(window, "Zorkania")
        assert not saved(folder)
        window.press("ctrl+shift+z")
        window.find_marker("Zorkania")
        assert len(saved(folder)) == 1


def test_undo_by_toast(folder):
    with article_opened(folder) as window:
        add_zorkania(window)
        window.click(wait_for("the button of the toast", lambda: window.find(role=BUTTON, ends="Undo")))
        wait_for_no_marker(window, "Zorkania")
        assert not saved(folder)


def test_keyboard_opens_the_menu(folder):
    with article_opened(folder) as window:
        window.click(window.wait(name=MAP))
        for keys in ("shift+F10", "Menu"):
            window.press(keys)
            window.wait_for_menu_item("Measure From Here", 1)
            window.press("Escape")
            wait_for("the focus on the map", lambda: window.focused_name() == MAP)


def test_coordinates_are_checked_while_typed(folder):
    with article_opened(folder) as window:
        open_by_coordinates(window)
        window.type("137.16, 36.2")
        window.wait(starts="The latitude is beyond 90 degrees")
        assert not is_enabled(save_button(window))
        window.press("ctrl+a")
        window.type("36d12m N 37d10m E")
        window.wait(name="36°12′00.0″\u00a0N, 37°10′00.0″\u00a0E")
        assert not is_enabled(save_button(window)), "there is no name yet"
        window.press("Escape")
        wait_for("the dialog to close", lambda: "Add a Place" not in window.window_names())
        assert not saved(folder)


def test_place_with_two_names_and_a_note(folder):
    with article_opened(folder) as window:
        open_by_coordinates(window)
        window.type("geo:36.2,37.16")
        window.click(window.find(role=TEXT, name="Name"))
        window.type("Zorkania")
        window.click(window.find(role=BUTTON, name="Add a Name"))
        wait_for("a second name", lambda: len(list(window.find_all(role=TEXT, name="Name"))) == 2)
        window.type("Zurqan")
        wait_for("the second name", lambda: window.find(name="Remove the Name “Zurqan”"))
        window.click(window.find(role=TEXT, name="Note"))
        window.type("Seen from the road.")
        window.click(save_button(window))
        wait_for("the dialog to close", lambda: "Add a Place" not in window.window_names())
        (feature,) = wait_for("the place on disk", lambda: saved(folder))
        assert feature["geometry"]["coordinates"] == [37.16, 36.2], feature
        assert sorted(sum(feature["properties"]["names"].values(), [])) == ["Zorkania", "Zurqan"], feature
        assert feature["properties"]["names"]["ar"] == ["Zurqan"], "the next name is likely to be in Arabic"
        assert feature["properties"]["note"] == "Seen from the road.", feature


def test_edit_from_the_card(folder):
    with article_opened(folder) as window:
        add_zorkania(window)
        # By its action: GTK 4.10 and later tell AT-SPI positions that leave out the padding of what lies around.
        window.activate(open_card(window))
        focus_dialog(window, "Edit Place")
        window.press("ctrl+a")
        window.type("Elsewhere")
        wait_for("the name", lambda: window.find(name="Remove the Name “Elsewhere”"))
        window.press("Return")
        # AT-SPI loses its way in a window that is just going.
        wait_for("the end of the dialog", lambda: window.window_names() == [TITLE])
        window.focus(TITLE)
        wait_for_no_marker(window, "Zorkania")
        assert [list(f["properties"]["names"].values()) for f in saved(folder)] == [[["Elsewhere"]]]
        window.press("ctrl+z")
        window.find_marker("Zorkania")


def test_remove_from_the_card(folder):
    with article_opened(folder) as window:
        add_zorkania(window)
        open_card(window)
        window.activate(window.find(role=BUTTON, name="Remove Place"))
        wait_for_no_marker(window, "Zorkania")
        assert not saved(folder)
        window.press("ctrl+z")
        window.find_marker("Zorkania")


def test_undo_while_the_message_slides_in(folder):
    with article_opened(folder) as window:
        add_zorkania(window)
        open_card(window)
        window.activate(window.find(role=BUTTON, name="Remove Place"))
        wait_for("the place to go", lambda: not saved(folder))
        window.press("ctrl+z")
        window.find_marker("Zorkania")
        wait_for("the message to go", lambda: not window.find(role=BUTTON, ends="Undo"))


def test_remove_and_undo_in_the_preferences(folder):
    with article_opened(folder) as window:
        add_zorkania(window)
        window.press("ctrl+comma")
        window.focus("Preferences")
        window.click(window.wait(role=BUTTON, name="Remove “Zorkania”"))
        wait_for("the place to go", lambda: not saved(folder))
        wait_for_no_marker(window, "Zorkania")
        window.press("ctrl+z")
        wait_for("the place to come back", lambda: saved(folder))
        window.find_marker("Zorkania")
        window.press("Escape")
        wait_for("the preferences to close", lambda: "Preferences" not in window.window_names())


def test_unreadable_places_are_told(folder):
    path = folder / "lieudit" / "places.geojson"
    path.parent.mkdir()
    path.write_text("no GeoJSON", encoding="utf-8")
    with article_opened(folder) as window:
        window.wait(starts=f"Your places in {path} cannot be read")
    assert path.read_text(encoding="utf-8") == "no GeoJSON"


def test_damaged_import_is_told(folder):
    path = folder / "lieudit" / "gazetteers" / "Villages.gazetteer"
    path.parent.mkdir(parents=True)
    path.write_text("no gazetteer", encoding="utf-8")
    with article_opened(folder) as window:
        window.wait(starts="“Villages” is not used: The file is damaged")


TESTS = [
    test_right_click_adds_and_article_is_read_again,
    test_undo_and_redo_by_keyboard,
    test_undo_by_toast,
    test_keyboard_opens_the_menu,
    test_coordinates_are_checked_while_typed,
    test_place_with_two_names_and_a_note,
    test_edit_from_the_card,
    test_remove_from_the_card,
    test_undo_while_the_message_slides_in,
    test_remove_and_undo_in_the_preferences,
    test_unreadable_places_are_told,
    test_damaged_import_is_told,
]


def in_folder(test):
    with tempfile.TemporaryDirectory() as folder:
        test(pathlib.Path(folder))


if __name__ == "__main__":
    sys.exit(run_tests([(test.__name__, lambda test=test: in_folder(test)) for test in TESTS]))
