#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher goes through an article in front of a class, and comes back to where they were.

usage: test-presenting.py LIEUDIT

The programme is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import (  # noqa: E402
    BUTTON, LIST_ITEM, MAP, NEWS, TEXT, Atspi, find_windows, is_selected, name_of, opened, wait_for, xdotool)

PROGRAM = sys.argv[1]

ARTICLE = """Le carburant revient

Le convoi est parti de Homs lundi matin. Personne ne sait qui l’accompagne.

Il est passé à Alep dans la nuit. Le calme est revenu à Homs, et dans la ville de Hama.
"""
OVERVIEW = "The whole article, 3 steps"
STEPS = ["1 of 3: Homs", "2 of 3: Alep", "3 of 3: Homs, Hama"]


def text_of(window):
    """The article that is presented: the last text there is."""
    return list(window.find_all(role=TEXT))[-1].get_text_iface()


def position(window):
    return next((name_of(node) for node in window.find_all(role=NEWS) if " of " in name_of(node) or "whole" in name_of(node)), None)


def wait_for_position(window, expected):
    wait_for(f"“{expected}”", lambda: position(window) == expected)


def markers(window):
    """The places that the class sees on its map, which is the last one."""
    panel = list(window.find_all(name=MAP))[-1]
    return sorted(node.get_name().split(",")[0] for node in window.find_all(role=BUTTON, under=panel) if ", named " in node.get_name())


def present(window):
    before = {found[0] for found in find_windows(window.process.pid)}
    window.focus_main()
    window.press("F5")
    shown = wait_for("the presentation", lambda: [found[0] for found in find_windows(window.process.pid) if found[0] not in before])
    wait_for("the keyboard", lambda: xdotool("windowfocus", shown[0]) is not None)
    wait_for_position(window, OVERVIEW)
    return shown[0]


def leave(window):
    window.press("Escape")
    wait_for("the window alone", lambda: len(find_windows(window.process.pid)) == 1)


def test_steps_by_a_remote(window):
    present(window)
    wait_for("all places", lambda: markers(window) == ["Alep", "Hama", "Homs"])
    for key, expected, places in (("Next", STEPS[0], ["Homs"]), ("Right", STEPS[1], ["Alep", "Homs"]),
                                  ("Next", STEPS[2], ["Alep", "Hama", "Homs"]), ("Next", STEPS[2], ["Alep", "Hama", "Homs"]),
                                  ("Prior", STEPS[1], ["Alep", "Homs"]), ("Left", STEPS[0], ["Homs"]), ("End", STEPS[2], None),
                                  ("Home", OVERVIEW, ["Alep", "Hama", "Homs"]), ("Prior", OVERVIEW, None)):
        window.press(key)
        wait_for_position(window, expected)
        if places is not None:
            wait_for(f"the places of “{expected}”", lambda: markers(window) == places)
    leave(window)


def test_the_sentence_is_where_the_caret_is(window):
    present(window)
    for sentence in ("Le convoi est parti", "Il est passé à Alep", "Le calme est revenu"):
        window.press("Next")
        text = text_of(window)
        wait_for(sentence, lambda: text.get_text(text.get_caret_offset(), text.get_caret_offset() + len(sentence)) == sentence)
    leave(window)


def test_a_black_screen_hides_nothing_but_the_picture(window):
    present(window)
    for key in ("b", "period"):
        window.press("Home", "Next", key, "Next")
        # The key has only brought the picture back.
        wait_for_position(window, STEPS[0])
        window.press("Next")
        wait_for_position(window, STEPS[1])
    window.press("b", "Escape")
    wait_for_position(window, STEPS[1])
    leave(window)


def test_any_key_pauses(window):
    present(window)
    window.press("a")
    wait_for_position(window, STEPS[0])
    wait_for("playing", lambda: window.find(role=BUTTON, name="Pause"))
    window.press("x")
    wait_for("a pause", lambda: window.find(role=BUTTON, name="Play"))
    wait_for_position(window, STEPS[0])
    leave(window)


def test_names_change_their_language(window):
    present(window)
    window.press("Next", "Next", "l", "l")
    wait_for("English names", lambda: "Aleppo" in markers(window))
    window.press("l")
    wait_for("Arabic names", lambda: "حلب" in markers(window))
    window.press("l", "l")
    wait_for("the names of the article", lambda: "Alep" in markers(window))
    leave(window)


def map_picture(window):
    """What the presented map looks like, as a checksum of the screen around its middle."""
    time.sleep(1)
    name = subprocess.run(["import", "-window", "root", "-crop", "300x300+750+250", "rgba:-"], check=True, capture_output=True)
    return hash(name.stdout)


def drag(window, by):
    x, y = middle_of_map(window)
    xdotool("mousemove", x, y, "mousedown", 1)
    for part in (0.25, 0.5, 0.75, 1):
        xdotool("mousemove", x + int(by[0] * part), y + int(by[1] * part))
        time.sleep(0.05)
    xdotool("mouseup", 1)
    # The pointer is not part of what is compared.
    xdotool("mousemove", 5, 5)


def middle_of_map(window):
    panel = list(window.find_all(name=MAP))[-1]
    _, x, y, _, _ = max(find_windows(window.process.pid), key=lambda found: found[3])
    area = panel.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    return x + area.x + area.width // 2, y + area.y + area.height // 2


def test_drawing_and_undoing(window):
    present(window)
    window.press("Next")
    wait_for_position(window, STEPS[0])
    time.sleep(2)
    xdotool("mousemove", 5, 5)
    pictures = [map_picture(window)]
    for tool in ("1", "2", "3"):  # by hand, an arrow, a circle
        window.press(tool)
        wait_for("what the tool does", lambda: any(name_of(node).startswith("Drag ") for node in window.find_all(role=NEWS)))
        drag(window, (90, 60))
        pictures.append(map_picture(window))
    window.press("4", "Return")
    window.wait(name="Text on the map")
    window.type("ici")
    window.press("Return", "Escape")
    wait_for_position(window, STEPS[0])
    pictures.append(map_picture(window))
    assert len(set(pictures)) == len(pictures), "something was not drawn"
    for picture in reversed(pictures[:-1]):
        window.press("ctrl+z")
        assert map_picture(window) == picture, "something was not undone"
    window.press("ctrl+shift+z")
    assert map_picture(window) == pictures[1], "the line was not drawn again"
    leave(window)


def test_a_frozen_picture_stays(window):
    present(window)
    window.press("Next")
    wait_for_position(window, STEPS[0])
    time.sleep(2)
    xdotool("mousemove", 5, 5)
    before = map_picture(window)
    window.press("f", "Next")
    wait_for_position(window, STEPS[1])
    time.sleep(2)
    assert map_picture(window) == before, "the picture did not stay"
    window.press("f")
    assert map_picture(window) != before, "the picture did not go on"
    leave(window)


def test_two_windows_go_on_together(window):
    present(window)
    before = len(find_windows(window.process.pid))
    window.press("s", "Next")
    wait_for("the article's window", lambda: len(find_windows(window.process.pid)) == before + 1)
    wait_for_position(window, STEPS[0])
    text = text_of(window)
    wait_for("the sentence", lambda: text.get_text(text.get_caret_offset(), text.get_caret_offset() + 9) == "Le convoi")
    window.press("s")
    wait_for("one window again", lambda: len(find_windows(window.process.pid)) == before)
    leave(window)


def click_in(window, title, node):
    """Clicks a widget of a window other than the main one."""
    children = (window.application.get_child_at_index(i) for i in range(window.application.get_child_count()))
    frame = next(child for child in children if child.get_name() == title)
    identifier, x, y, width, height = next(found for found in find_windows(window.process.pid)
                                           if xdotool("getwindowname", found[0]).strip() == title)
    outer = frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    inner = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    xdotool("mousemove", x + (width - outer.width) // 2 + inner.x - outer.x + inner.width // 2,
            y + (height - outer.height) // 2 + inner.y - outer.y + inner.height // 2)
    time.sleep(0.4)
    xdotool("click", 1)


def test_steps_are_edited(window):
    title = "Steps of the Lesson"

    def order():
        return [name_of(node)[len("Later: "):] for node in window.find_all(role=BUTTON) if name_of(node).startswith("Later: ")]

    present(window)
    window.press("e")
    wait_for("the editor", lambda: order() == ["Homs", "Alep", "Homs, Hama"])
    window.focus(title)
    click_in(window, title, window.wait(name="Show the step with Alep"))
    window.activate(window.wait(role=BUTTON, name="Later: Homs"))
    wait_for("the new order", lambda: order() == ["Alep", "Homs", "Homs, Hama"])
    # The step that was moved is still the one that is written to.
    window.press("alt+q")
    window.type("Qui est parti ?")
    window.press("Return", "Escape")
    wait_for("the editor to close", lambda: title not in window.window_names())
    xdotool("windowfocus", max(find_windows(window.process.pid), key=lambda found: found[3])[0])
    window.press("Next")
    wait_for_position(window, "1 of 2: Homs")
    wait_for("the question", lambda: window.find(role=NEWS, name="Qui est parti ?"))
    leave(window)


def test_everything_is_as_it_was(window):
    def state():
        chosen = [row.get_name() for row in window.find_all(role=LIST_ITEM) if is_selected(row)]
        places = {name: window.position(window.find_marker(name)) for name in ("Homs", "Alep", "Hama")}
        return places, chosen, window._main_window()[1:]

    window.press("n", "n")
    window.resting_position(window.find_marker("Alep"))
    before = state()
    present(window)
    window.press("Next", "Next", "ctrl+plus", "l", "d", "End")
    wait_for_position(window, STEPS[2])
    leave(window)
    window.focus_main()
    window.resting_position(window.find_marker("Alep"))
    assert state() == before, f"{state()} instead of {before}"


def main():
    tests = [function for name, function in globals().items() if name.startswith("test_")]
    with tempfile.TemporaryDirectory(prefix="lieudit-") as folder:
        path = pathlib.Path(folder) / "article.txt"
        path.write_text(ARTICLE, encoding="utf-8")

        def run(test):
            with opened(PROGRAM, path) as window:
                wait_for("the places", lambda: window.find(role=LIST_ITEM))
                test(window)

        return run_tests([(test.__name__, lambda test=test: run(test)) for test in tests])


if __name__ == "__main__":
    sys.exit(main())
