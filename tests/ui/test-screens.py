#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher presents with a projector beside the screen: full screen on both, until one is unplugged.

usage: test-screens.py LIEUDIT

Two screens and a window manager are needed, which Xvfb has not: the test starts an Xorg without hardware, and Openbox. It
is skipped where that cannot be. Writes TAP.
"""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

PROGRAM = sys.argv[1]
NEEDED = ("Xorg", "openbox", "xrandr", "xprop")
DESK, PROJECTOR = "DUMMY0", "DUMMY1"
# They are no twins, or a window would fit both.
MODES = {DESK: "1280x800", PROJECTOR: "1024x768"}

CONFIGURATION = """
Section "Device"
  Identifier "none"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 1-1000
  VertRefresh 1-1000
EndSection
Section "Screen"
  Identifier "all"
  Device "none"
  Monitor "any"
  DefaultDepth 24
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
"""

ARTICLE = """Le carburant revient

Le convoi est parti de Homs lundi matin. Personne ne sait qui l’accompagne.

Il est passé à Alep dans la nuit. Le calme est revenu à Homs, et dans la ville de Hama.
"""
STEPS = [("Le convoi est parti", "1 of 3: Homs"), ("Il est passé", "2 of 3: Alep"), ("Le calme est revenu", "3 of 3: Homs, Hama")]


class Missing(Exception):
    """What the test cannot do without."""


@contextlib.contextmanager
def started(*command, **options):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def display(folder):
    """An X server whose screens can be plugged in and out; the programs started meanwhile are shown there."""
    configuration = pathlib.Path(folder) / "xorg.conf"
    configuration.write_text(CONFIGURATION, encoding="utf-8")
    reader, writer = os.pipe()
    with started("Xorg", "-displayfd", str(writer), "-config", str(configuration), "-logfile", str(configuration.with_suffix(".log")),
                 "-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp", pass_fds=[writer]):
        os.close(writer)
        with open(reader, encoding="ascii") as numbers:
            number = numbers.readline().strip()
        if not number:
            raise Missing("an Xorg without hardware cannot be started here")
        os.environ["DISPLAY"] = f":{number}"
        yield


def ask(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def plug_in():
    """Both screens, side by side."""
    if MODES[PROJECTOR] not in ask("xrandr").partition(PROJECTOR)[2].partition("DUMMY2")[0]:
        ask("xrandr", "--addmode", PROJECTOR, MODES[PROJECTOR])
    ask("xrandr", "--output", DESK, "--mode", MODES[DESK], "--primary",
        "--output", PROJECTOR, "--mode", MODES[PROJECTOR], "--right-of", DESK)
    ask("xrandr")  # the server looks what is plugged in once somebody asks


def unplug(name):
    ask("xrandr", "--output", name, "--off")
    ask("xrandr")


def monitors():
    """Which part of the desktop each screen shows: x, y, width, height."""
    parts = re.findall(r"(\d+)/\d+x(\d+)/\d+\+(\d+)\+(\d+)  (\w+)", ask("xrandr", "--listmonitors"))
    return {name: (int(x), int(y), int(width), int(height)) for width, height, x, y, name in parts}


class Lesson:
    """One running Lieudit, with which everything is tried: to start it takes longest."""

    def __init__(self, window, driver):
        self.window, self.driver = window, driver
        driver.wait_for("the places", lambda: window.find(role=driver.LIST_ITEM))
        self.start = self.windows()

    def windows(self):
        """What the window manager shows, as (identifier, x, y, width, height)."""
        return self.driver.find_windows(self.window.process.pid)

    def _filling(self):
        """The screens that are covered by a window, which covers nothing else of the desktop."""
        full = [found[1:] for found in self.windows() if "FULLSCREEN" in ask("xprop", "-id", found[0], "_NET_WM_STATE")]
        return sorted(name for name, part in monitors().items() for found in full if found == part)

    def wait_for_screens(self, *filled, windows):
        """Which screens are filled, and how many windows there are in all."""
        self.driver.wait_for(f"{filled} filled, {windows} windows",
                             lambda: self._filling() == sorted(filled) and len(self.windows()) == windows)

    def wait_for_step(self, sentence, position):
        def is_there():
            text = list(self.window.find_all(role=self.driver.TEXT))[-1].get_text_iface()
            caret = text.get_caret_offset()
            return (text.get_text(caret, caret + len(sentence)) == sentence
                    and any(self.driver.name_of(node) == position for node in self.window.find_all(role=self.driver.NEWS)))

        self.driver.wait_for(f"“{sentence}” and “{position}”", is_there)

    def press(self, *keys):
        self.window.press(*keys)

    def leave(self):
        self.press("Escape")
        self.driver.wait_for("the window alone", lambda: len(self.windows()) == 1)


def test_two_screens_are_filled_and_in_step(lesson):
    lesson.press("F5")
    lesson.wait_for_screens(PROJECTOR, windows=2)
    lesson.press("Next")
    lesson.wait_for_step(*STEPS[0])
    lesson.press("s")
    lesson.wait_for_screens(DESK, PROJECTOR, windows=3)
    # The article has the keyboard now, and the map goes on as well.
    for step in STEPS[1:]:
        lesson.press("Next")
        lesson.wait_for_step(*step)
    lesson.press("s")
    lesson.wait_for_screens(PROJECTOR, windows=2)
    lesson.press("Prior")
    lesson.wait_for_step(*STEPS[1])


def test_escape_brings_back_what_was(lesson):
    lesson.press("s")
    lesson.wait_for_screens(DESK, PROJECTOR, windows=3)
    lesson.leave()
    lesson.driver.wait_for("the window where it was", lambda: lesson.windows() == lesson.start)
    lesson.wait_for_screens(windows=1)


def test_an_unplugged_screen_takes_nothing_along(lesson):
    """Once that of the article, once that of the map."""
    for gone, left in ((DESK, PROJECTOR), (PROJECTOR, DESK)):
        lesson.press("F5")
        lesson.wait_for_screens(PROJECTOR, windows=2)
        lesson.press("Next", "s")
        lesson.wait_for_screens(DESK, PROJECTOR, windows=3)
        unplug(gone)
        lesson.wait_for_screens(left, windows=2)
        lesson.wait_for_step(*STEPS[0])
        lesson.press("Next")
        lesson.wait_for_step(*STEPS[1])
        lesson.leave()
        plug_in()
        lesson.driver.wait_for("both screens", lambda: len(monitors()) == 2)


def test_one_screen_is_filled_as_well(lesson):
    unplug(PROJECTOR)
    lesson.press("F5")
    lesson.wait_for_screens(DESK, windows=2)
    for filled in ([], [DESK]):
        lesson.press("F11")
        lesson.wait_for_screens(*filled, windows=2)
    lesson.leave()


def try_everything():
    # The bindings look for the display when they are loaded.
    import tap
    import window_driver as driver

    with tempfile.TemporaryDirectory(prefix="lieudit-") as folder:
        path = pathlib.Path(folder) / "article.txt"
        path.write_text(ARTICLE, encoding="utf-8")
        driver.wait_for("the window manager", lambda: "window id" in ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))
        with driver.opened(PROGRAM, path) as window:
            lesson = Lesson(window, driver)
            tests = [function for name, function in globals().items() if name.startswith("test_")]
            return tap.run_tests([(test.__name__, lambda test=test: test(lesson)) for test in tests])


def main():
    missing = [name for name in NEEDED if shutil.which(name) is None]
    try:
        if missing:
            raise Missing(f"{', '.join(missing)} not installed, see [test] in packages.txt")
        with tempfile.TemporaryDirectory(prefix="lieudit-") as folder, display(folder):
            plug_in()
            with started("openbox", "--sm-disable"):
                return try_everything()
    except Missing as reason:
        print(f"1..0 # SKIP {reason}")
        return 0


if __name__ == "__main__":
    sys.exit(main())
