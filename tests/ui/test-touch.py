#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves two fingers on the map, on a touch screen.

usage: test-touch.py LIEUDIT

To be run with run-headless.sh --touch. Writes TAP.
"""

import math
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from touch_screen import TouchScreen  # noqa: E402
from window_driver import MAP, Atspi, opened  # noqa: E402

PROGRAM = sys.argv[1]

# Its driver knows one client.
SCREEN = TouchScreen()

ARTICLE = "ALEPPO. A convoy left Aleppo in the morning for Saraqib and Idlib. It reached Idlib in the evening.\n"

# Pixels; markers stand on whole ones, and the camera may still settle by one.
TOLERANCE = 4


def around(centre, distance, degrees=90):
    """Two fingers on both sides of a point, above and below it unless they are turned."""
    x, y = (distance * function(math.radians(degrees)) for function in (math.cos, math.sin))
    return (centre[0] - x, centre[1] - y), (centre[0] + x, centre[1] + y)


# What symbols of places are filled with.
MARK = (0xb1, 0x20, 0x1c)


def find_symbol(window, marker):
    """Where the symbol of a place is on the screen; its marker has the name beside it."""
    x, y = window.resting_position(marker)
    extents = marker.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    left, top, width, height = x - extents.width // 2, y - extents.height // 2, extents.width, extents.height
    picture = subprocess.run(["import", "-silent", "-window", "root", "-crop", f"{width}x{height}+{left}+{top}", "-depth", "8", "rgb:-"],
                             check=True, capture_output=True).stdout
    filled = [i for i in range(width * height) if all(abs(a - b) < 16 for a, b in zip(picture[3 * i:3 * i + 3], MARK))]
    assert filled, "there is no symbol"
    return left + sum(i % width for i in filled) / len(filled), top + sum(i // width for i in filled) / len(filled)


def find_edge(window):
    """The middle of the edge between article and map."""
    panel = window.wait(name=MAP)
    x, y = window.resting_position(panel)
    return x - panel.get_component_iface().get_extents(Atspi.CoordType.WINDOW).width // 2 - 1, y


def seen_before_and_after(move, at_edge=False):
    """Where two places were and are on the screen; move(touch screen, where the first was or the map's edge is)."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "article.txt"
        path.write_text(ARTICLE, encoding="utf-8")
        with opened(PROGRAM, path) as window:
            markers = [window.find_marker(name) for name in ("Saraqib", "Idlib")]
            before = [find_symbol(window, marker) for marker in markers]
            move(SCREEN, find_edge(window) if at_edge else before[0])
            after = [find_symbol(window, marker) for marker in markers]
    print("#", before, after)
    return before, after


def step_between(points):
    return [b - a for a, b in zip(*points)]


def assert_near(point, other, tolerance=TOLERANCE):
    assert math.dist(point, other) <= tolerance, f"{point} is not at {other}"


def test_two_fingers_zoom_about_their_middle():
    """A place between the fingers stays there, and others move away from it as the fingers do."""
    before, after = seen_before_and_after(lambda screen, at: screen.move_two(around(at, 80), around(at, 100), steps=24))
    assert_near(after[0], before[0])
    assert_near(step_between(after), [1.25 * distance for distance in step_between(before)], 2 * TOLERANCE)


def test_two_fingers_zoom_out():
    before, after = seen_before_and_after(lambda screen, at: screen.move_two(around(at, 120), around(at, 60), steps=24))
    assert_near(after[0], before[0])
    assert_near(step_between(after), [distance / 2 for distance in step_between(before)])


def test_two_fingers_zoom_beside_the_article():
    """So near to the edge of the map that GTK would take the fingers for some that drag it."""
    def move(screen, edge):
        near = (edge[0] + 30, edge[1])
        screen.move_two(around(near, 120), around(near, 60), steps=24)

    before, after = seen_before_and_after(move, at_edge=True)
    assert_near(step_between(after), [distance / 2 for distance in step_between(before)])


def test_a_finger_drags_the_edge():
    """On the edge itself one finger still makes the article wider, and what is on the map goes with it."""
    before, after = seen_before_and_after(lambda screen, edge: screen.move_one(edge, (edge[0] + 60, edge[1])), at_edge=True)
    assert after[0][0] > before[0][0] + 20, f"{before[0]} is at {after[0]}"


def test_two_fingers_drag_what_is_between_them():
    def move(screen, at):
        screen.move_two(around(at, 80), around((at[0] + 60, at[1] - 40), 80))

    before, after = seen_before_and_after(move)
    assert_near(after[0], (before[0][0] + 60, before[0][1] - 40))
    assert_near(step_between(after), step_between(before))


def test_two_fingers_do_not_rotate():
    """North stays at the top, however the fingers turn."""
    before, after = seen_before_and_after(lambda screen, at: screen.move_two(around(at, 90), around(at, 90, 30), steps=24))
    turned = math.degrees(math.atan2(*step_between(after)) - math.atan2(*step_between(before)))
    assert abs(turned) < 2, f"the map turned by {turned:.1f} degrees"
    assert_near(after[0], before[0])


TESTS = [
    test_two_fingers_zoom_about_their_middle,
    test_two_fingers_zoom_out,
    test_two_fingers_zoom_beside_the_article,
    test_a_finger_drags_the_edge,
    test_two_fingers_drag_what_is_between_them,
    test_two_fingers_do_not_rotate,
]

if __name__ == "__main__":
    sys.exit(run_tests([(test.__name__, test) for test in TESTS]))
