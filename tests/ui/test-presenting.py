#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher goes through an article in front of a class, and comes back to where they were.

usage: test-presenting.py LIEUDIT CATALOGUES

CATALOGUES is the folder of the translations.

The programme is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import contextlib
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import (  # noqa: E402
    BUTTON, LABEL, LIST_ITEM, MAP, NEWS, TEXT, Atspi, find_windows, is_selected, name_of, opened, wait_for, xdotool)

PROGRAM, CATALOGUES = sys.argv[1:3]

ARTICLE = """Le carburant revient

Le convoi est parti de Homs lundi matin. Personne ne sait qui l’accompagne.

Il est passé à Alep dans la nuit. Le calme est revenu à Homs, et dans la ville de Hama.
"""
OVERVIEW = "The whole article, 3 steps"
LIT = bytes.fromhex("ffe89a")
REST = 0.5  # seconds: areas are drawn once the map has rested for a tenth, by a thread
STEPS = ["1 of 3: Homs", "2 of 3: Alep", "3 of 3: Homs, Hama"]
SENTENCES = ["Le convoi est parti", "Il est passé à Alep", "Le calme est revenu"]


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


def wait_for_sentence(window, sentence):
    """What is read now is where the caret is, for a screen reader to read on."""
    def is_there():
        text = text_of(window)
        return text.get_text(text.get_caret_offset(), text.get_caret_offset() + len(sentence)) == sentence

    wait_for(f"“{sentence}”", is_there)


def focus_presentation(window):
    """Gives the keyboard to the window that came last, which no window manager does here."""
    def find_both():
        found = find_windows(window.process.pid)
        return found if len(found) > 1 else None

    last = max((found[0] for found in wait_for("the presentation", find_both)), key=int)
    wait_for("the keyboard", lambda: xdotool("windowfocus", last) is not None)


def present(window):
    window.focus_main()
    window.press("F5")
    focus_presentation(window)
    wait_for_position(window, OVERVIEW)


def leave(window):
    window.press("Escape")
    wait_for("the window alone", lambda: len(find_windows(window.process.pid)) == 1)


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
            named = [place for place in places if place in expected] or places
            # Those of steps before stay, where they are in view: GTK 4.8 tells AT-SPI of others as well, GTK 4.18 does not.
            wait_for(f"the places of “{expected}”", lambda: set(named) <= set(markers(window)) <= set(places))
    leave(window)


def test_the_sentence_is_where_the_caret_is(window):
    present(window)
    for sentence in SENTENCES:
        window.press("Next")
        wait_for_sentence(window, sentence)
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
    """What the presented map looks like once it rests, as a checksum of the screen around its middle."""
    seen = {}

    def rests():
        picture = subprocess.run(["import", "-window", "root", "-crop", "300x300+750+250", "rgba:-"], check=True, capture_output=True)
        checksum = hash(picture.stdout)
        if checksum != seen.get("checksum"):
            seen.update(checksum=checksum, since=time.monotonic())
        return time.monotonic() > seen["since"] + REST

    wait_for("the map to rest", rests)
    return seen["checksum"]


def wait_for_picture(window, what, expected):
    wait_for(what, lambda: map_picture(window) == expected)


def wait_for_another(window, what, pictures):
    wait_for(what, lambda: map_picture(window) not in pictures)
    pictures.append(map_picture(window))


def middle_of_map(window):
    panel = list(window.find_all(name=MAP))[-1]
    _, x, y, _, _ = max(find_windows(window.process.pid), key=lambda found: found[3])
    area = panel.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    return x + area.x + area.width // 2, y + area.y + area.height // 2


def drag(window, start, end):
    """From the middle of the map, in pixels; the pointer is not part of what is compared."""
    x, y = middle_of_map(window)
    xdotool("mousemove", x + start[0], y + start[1], "mousedown", 1)
    for part in (0.25, 0.5, 0.75, 1):
        xdotool("mousemove", x + start[0] + int((end[0] - start[0]) * part), y + start[1] + int((end[1] - start[1]) * part))
        time.sleep(0.05)
    xdotool("mouseup", 1, "mousemove", 5, 5)


def hold(window, tool, hint):
    window.press(tool)
    wait_for(f"“{hint}”", lambda: any(name_of(node).startswith(hint) for node in window.find_all(role=NEWS)))


def test_drawing_and_undoing(window):
    """A line, an arrow and circles, by dragging and by their kilometres; words; the eraser."""
    present(window)
    window.press("Next")
    wait_for_position(window, STEPS[0])
    xdotool("mousemove", 5, 5)
    pictures = [map_picture(window)]
    for tool, end in (("1", (90, 60)), ("2", (-90, 60)), ("3", (60, 90))):
        hold(window, tool, "Drag ")
        drag(window, (0, 0), end)
        wait_for_another(window, f"what tool {tool} draws", pictures)
    drag(window, (-60, -60), (-60, -60))
    window.wait(name="Radius in kilometres")
    window.type("0")
    window.press("Return")
    window.wait(name="Radius in kilometres")
    window.press("ctrl+a")
    window.type("2,5")
    window.press("Return")
    wait_for_another(window, "the circle of so many kilometres", pictures)
    window.press("4", "Return")
    window.wait(name="Text on the map")
    window.type("ici")
    window.press("Return", "Escape")  # which takes the cross in the middle away
    wait_for_position(window, STEPS[0])
    wait_for_another(window, "what was written", pictures)
    hold(window, "5", "Click a drawing to remove it")
    drag(window, (45, 30), (45, 30))  # in the middle of the line
    wait_for_another(window, "the line to go", pictures)
    window.press("Escape")
    wait_for_position(window, STEPS[0])
    for number, picture in enumerate(reversed(pictures[:-1])):
        window.press("ctrl+z")
        wait_for_picture(window, f"undoing {number + 1} of {len(pictures) - 1}", picture)
    window.press("ctrl+shift+z")
    wait_for_picture(window, "the line once more", pictures[1])
    window.press("ctrl+z")
    wait_for_picture(window, "nothing drawn", pictures[0])
    leave(window)


def test_a_frozen_picture_stays(window):
    present(window)
    window.press("Next")
    wait_for_position(window, STEPS[0])
    xdotool("mousemove", 5, 5)
    before = map_picture(window)
    window.press("f", "Next")
    wait_for_position(window, STEPS[1])
    time.sleep(2)  # longer than any flight
    assert map_picture(window) == before, "the picture did not stay"
    window.press("f")
    wait_for("the picture to go on", lambda: map_picture(window) != before)
    leave(window)


def test_the_sentence_stays_in_view_while_letters_grow(window):
    def lit():
        picture = subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], check=True, capture_output=True).stdout
        return picture.count(LIT) > 100

    present(window)
    window.press("End")
    wait_for_position(window, STEPS[2])
    wait_for("the lit sentence", lit)
    window.press(*["ctrl+plus"] * 8)
    wait_for("the lit sentence in large letters", lit)
    window.press("s")
    wait_for("the lit sentence in a window of its own", lit)
    window.press("s", "ctrl+0")
    leave(window)


def test_the_scale_grows_with_the_letters(window):
    def height():
        """Of the tallest scale there is: that of the map in the other window stays as it is."""
        return max((node.get_component_iface().get_extents(Atspi.CoordType.WINDOW).height
                    for node in window.find_all(role=LABEL, ends="km")), default=0)

    present(window)
    before = wait_for("the scale", height)
    window.press(*["ctrl+plus"] * 8)
    wait_for("larger figures", lambda: height() > before * 1.3)
    window.press("ctrl+0")
    wait_for("figures as before", lambda: height() == before)
    leave(window)


def test_two_windows_go_on_together(window):
    present(window)
    before = len(find_windows(window.process.pid))
    window.press("s", "Next")
    wait_for("the article's window", lambda: len(find_windows(window.process.pid)) == before + 1)
    wait_for_position(window, STEPS[0])
    wait_for_sentence(window, SENTENCES[0])
    window.press("s")
    wait_for("one window again", lambda: len(find_windows(window.process.pid)) == before)
    leave(window)


def click_in(window, title, node):
    """Clicks a widget of a window other than the main one."""
    frame = next(child for child in window.application.get_children() if child.seen_name == title)
    identifier, x, y, width, height = next(found for found in find_windows(window.process.pid)
                                           if xdotool("getwindowname", found[0]).strip() == title)
    outer = frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    inner = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    xdotool("mousemove", x + (width - outer.width) // 2 + inner.x - outer.x + inner.width // 2,
            y + (height - outer.height) // 2 + inner.y - outer.y + inner.height // 2)
    time.sleep(0.4)
    xdotool("click", 1)


def below_middle(window, place):
    """How far below the middle of the presented map a place is, in pixels: without a question above it, about eight."""
    panel = list(window.find_all(name=MAP))[-1]
    marker = window.find(role=BUTTON, starts=f"{place}, ", under=panel)
    boxes = [node.get_component_iface().get_extents(Atspi.CoordType.WINDOW) for node in (marker, panel)]
    return (boxes[0].y + boxes[0].height / 2) - (boxes[1].y + boxes[1].height / 2)


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
    wait_for("Homs below the question", lambda: below_middle(window, "Homs") > 20)
    leave(window)


def test_arrows_follow_the_direction_of_reading(window):
    """Where the interface goes from right to left, so do lessons; pages of a remote are the same everywhere."""
    window.focus_main()
    window.press("F5")
    focus_presentation(window)
    for key, step in (("Left", 0), ("Left", 1), ("Right", 0), ("Next", 1), ("Prior", 0)):
        window.press(key)
        wait_for_sentence(window, SENTENCES[step])
    leave(window)


def arabic(folder):
    """An environment of readers of Arabic. The locale is made on the spot: glibc 2.41 translates nothing in C.UTF-8."""
    name = "ar_SY.UTF-8"
    # It warns of what it does not know, and says so by its status.
    subprocess.run(["localedef", "-i", "ar_SY", "-f", "UTF-8", folder / name], capture_output=True)
    assert (folder / name / "LC_IDENTIFICATION").exists(), f"cannot make the locale {name}"
    return {"LANGUAGE": "ar", "LC_ALL": name, "LOCPATH": str(folder), "LIEUDIT_LOCALE_DIR": CATALOGUES}


def recover(window):
    """Leaves whatever a test that failed has left open."""
    for _ in range(4):
        if len(find_windows(window.process.pid)) > 1:
            window.press("Escape")
            time.sleep(0.5)


class Lessons:
    """The window in which all tests are made one after the other, since to start it takes longest."""

    def __init__(self, path):
        self.path = path
        self.window = None
        self.stack = contextlib.ExitStack()

    def open(self, environment=None):
        self.close()
        self.window = self.stack.enter_context(opened(PROGRAM, self.path, environment=environment))
        wait_for("the places", lambda: self.window.find(role=LIST_ITEM))

    def close(self):
        self.stack.close()

    def make(self, test):
        try:
            test(self.window)
        except Exception:
            recover(self.window)
            raise


def main():
    tests = [function for name, function in globals().items() if name.startswith("test_")]
    mirrored = [test_arrows_follow_the_direction_of_reading]
    with tempfile.TemporaryDirectory(prefix="lieudit-") as folder:
        path = pathlib.Path(folder) / "article.txt"
        path.write_text(ARTICLE, encoding="utf-8")
        lessons = Lessons(path)

        def name_all(functions):
            return [(function.__name__, lambda test=function: lessons.make(test)) for function in functions]

        return run_tests([("a window", lessons.open), *name_all(test for test in tests if test not in mirrored),
                          ("a window from right to left", lambda: lessons.open(arabic(path.parent))), *name_all(mirrored),
                          ("no complaint in the end", lessons.close)])


if __name__ == "__main__":
    sys.exit(main())
