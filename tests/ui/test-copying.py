#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Places are copied from the list and the menus, and dragged out of the list and the map to another program.

usage: test-copying.py LIEUDIT DROP_TARGET

Driven by real mouse and keyboard events. Writes TAP.
"""

import contextlib
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import LABEL, LIST_ITEM, find_windows, is_focused, opened, wait_for, xdotool  # noqa: E402

PROGRAM = sys.argv[1]
DROP_TARGET = sys.argv[2]

ARTICLE = "Le convoi a quitté la ville de Homs lundi. Il a traversé Hama, puis il est arrivé à Alep dans la nuit.\n"
HOMS = "34.72682, 36.72339"


def row(window, name):
    return wait_for(f"the row of {name}", lambda: next((item for item in window.find_all(role=LIST_ITEM)
                                                        if item.get_name().startswith(name + ",")), None))


def focus_list(window):
    row(window, "Homs")
    window.press("ctrl+shift+f")
    wait_for("the keyboard in the filter", lambda: is_focused(window.wait(name="Filter the places by name")))
    window.press("Escape")
    wait_for("the keyboard in the list", lambda: any(is_focused(item) for item in window.find_all(role=LIST_ITEM)))


def choose(window, name, position):
    window.activate(window.wait_for_menu_item(name, position))
    window.focus_main()


def test_copies_by_the_menu_of_the_list(window):
    focus_list(window)
    window.press("Home", "Menu")
    choose(window, "Address for Maps", 3)
    window.wait(role=LABEL, name="Copied: geo:34.72682,36.72339")


def test_copies_by_a_right_click(window):
    x, y = window.resting_position(row(window, "Hama"))
    xdotool("mousemove", x, y, "click", 3)
    choose(window, "Names", 0)
    window.wait(role=LABEL, name="Copied: Hama")


def test_copies_by_keyboard(window):
    focus_list(window)
    window.press("Home", "ctrl+c")
    window.wait(role=LABEL, name=f"Copied: {HOMS}")


def test_copies_several(window):
    focus_list(window)
    window.press("Home", "shift+Down", "ctrl+c")
    window.wait(role=LABEL, name="2 places copied")


@contextlib.contextmanager
def dropped_on(x, y, *modifiers):
    """Drags from a spot to another program; gives what that was offered."""
    target = subprocess.Popen([DROP_TARGET], stdout=subprocess.PIPE, text=True)
    try:
        identifier = wait_for("the target of the drag", lambda: find_windows(target.pid))[0][0]
        xdotool("windowmove", identifier, 20, 820)
        time.sleep(0.5)
        for modifier in modifiers:
            xdotool("keydown", modifier)
        xdotool("mousemove", x, y, "mousedown", 1)
        for step in range(1, 31):
            xdotool("mousemove", x + (60 - x) * step // 30, y + (850 - y) * step // 30)
            time.sleep(0.05)
        time.sleep(0.5)
        xdotool("mouseup", 1)
        for modifier in modifiers:
            xdotool("keyup", modifier)
        time.sleep(1)
        target.terminate()
        yield [line for line in target.stdout.read().splitlines() if line]
    finally:
        target.terminate()
        target.wait()


def test_drags_out_of_the_list(window):
    window.find_marker("Homs")
    x, y = window.resting_position(row(window, "Homs"))
    with dropped_on(x, y) as lines:
        assert lines == ["text/uri-list", "geo:34.72682,36.72339", "text/plain;charset=utf-8", f"Homs\t{HOMS}", "end"], lines


def test_drags_out_of_the_map(window):
    x, y = window.resting_position(window.find_marker("Homs"))
    with dropped_on(x, y, "ctrl") as lines:
        assert lines == ["text/uri-list", "geo:34.72682,36.72339", "text/plain;charset=utf-8", f"Homs\t{HOMS}", "end"], lines


TESTS = [
    test_copies_by_the_menu_of_the_list,
    test_copies_by_a_right_click,
    test_copies_by_keyboard,
    test_copies_several,
    test_drags_out_of_the_list,
    test_drags_out_of_the_map,
]


def run(test):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "convoi.txt")
        path.write_text(ARTICLE, encoding="utf-8")
        with opened(PROGRAM, path) as window:
            window.find_marker("Homs")
            test(window)


sys.exit(run_tests([(test.__name__[5:].replace("_", " "), lambda test=test: run(test)) for test in TESTS]))
