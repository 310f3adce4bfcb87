#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Worksheets from the window: printed through the print dialog, and as PDF, against those of the command line.

usage: test-worksheets.py LIEUDIT LIEUDIT-CLI COMPARE-PAGES

The window is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import (  # noqa: E402
    BUTTON, IN_ENGLISH, LABEL, MAP, Atspi, find_windows, opened, wait_for, xdotool)

PROGRAM, CLI, COMPARE_PAGES = (os.path.abspath(path) for path in sys.argv[1:4])
# So many places that the list of a numbered worksheet has a second page.
TOWNS = (
    "Alep Homs Hama Idleb Damas Lattaquié Tartous Saraqeb Palmyre Raqqa Beyrouth Tripoli Saïda Antioche Gaziantep Mossoul "
    "Bagdad Amman Jérusalem Kirkouk Erbil Bassora Nadjaf Kerbala Falloujah Ramadi Samarra Tikrit Adana Mersin Konya Ankara "
    "Kayseri Malatya Diyarbakir Mardin Urfa Batman Erzurum Sivas Haïfa Nazareth Gaza Hébron Naplouse Jéricho Irbid Zarqa "
    "Aqaba Nicosie Larnaca Limassol Tyr Zahlé Baalbek Soueïda Deraa Qamichli Hassaké Manbij Kobané Afrin Azaz Jarablous").split()
SENTENCES = " ".join(f"Le convoi parti lundi de {town} est rentré." for town in TOWNS)
SESSION = {
    "lieudit:version": 2,
    "lieudit:article": {"text": f"Routes du nord\n\n{SENTENCES}\n", "language": "fr"},
    "lieudit:drawings": {"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[36.8, 33.2], [42.1, 36.1]]},
         "properties": {"drawing": "arrow", "ink": "blue"}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [39.5, 35]},
         "properties": {"drawing": "circle", "radius": 90, "ink": "red"}}]},
}
# In points, as PDF has them.
A4, A3, LETTER = (595, 842), (842, 1191), (612, 792)
# Of a thousand spots: letters that are placed a fraction elsewhere, and marks that are really others.
SMOOTHING, MARKS = 0.5, 1.5


def open_dialog(window):
    window.focus_main()
    window.press("ctrl+shift+p")
    window.wait(role=BUTTON, name="Print…")
    window.focus("Worksheet")


@contextlib.contextmanager
def worksheet_dialog(folder, session=SESSION):
    """The dialog over a session, in a folder to which the print dialog prints."""
    path = folder / "routes.lieudit"
    path.write_text(json.dumps(session), encoding="utf-8")
    before = os.getcwd()
    os.chdir(folder)
    try:
        with opened(PROGRAM, path) as window:
            window.find_marker("Alep")
            open_dialog(window)
            yield window
    finally:
        os.chdir(before)


def choose(window, key, row):
    """Takes the choice in a row, from 0, by the letter of its title."""
    window.press(key)
    time.sleep(0.5)  # the list slides in
    window.press("Home", *["Down"] * row, "Return")
    time.sleep(0.3)


def click_in(window, dialog, node):
    """Clicks in a dialog, whose border is not drawn."""
    origin = next(found for found in find_windows(window.process.pid) if xdotool("getwindowname", found[0]).strip() == dialog)
    outer = window.child_called(dialog).get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    inner = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    xdotool("mousemove", origin[1] + inner.x - outer.x + inner.width // 2, origin[2] + inner.y - outer.y + inner.height // 2)
    time.sleep(0.3)  # a hand does not click while it moves
    xdotool("click", 1)


def walk_through(window):
    """Each control is come to by Tab, and has a name to read aloud; Escape closes."""
    for name in ("Sheet", "Show", "Paper", "Orientation", "Colours", "Export as PDF…", "Print…", "Sheet"):
        wait_for(f"the focus on “{name}”", lambda: (focused := window.focused()) is not None and focused.get_name() == name)
        window.press("Tab")
    window.press("Escape")
    wait_for("the dialog to close", lambda: window.child_called("Worksheet") is None)


def print_to_file(window, path):
    window.press("alt+r")  # P_rint…
    dialog = wait_for("the print dialog", lambda: window.child_called("Print"))
    window.focus("Print")
    click_in(window, "Print", window.wait(role=LABEL, name="Print to File", under=dialog))
    wait_for("the name of the file", lambda: window.find(ends=path.name, under=dialog))
    window.press("alt+p")
    wait_for("the printed file", lambda: path.exists() and path.read_bytes().rstrip().endswith(b"%%EOF"))


def render(folder, *options):
    output = folder / "rendered.pdf"
    subprocess.run([CLI, "render", folder / "routes.lieudit", "-o", output, *options], check=True,
                   env={**os.environ, **IN_ENGLISH})
    return output


def compare(one, other):
    """The sizes of the pages, which are those of both files, whether their texts are alike, and how many spots are not."""
    counts, *pages = subprocess.run([COMPARE_PAGES, one, other], check=True, capture_output=True, text=True).stdout.splitlines()
    n_pages, n_others = map(int, counts.split())
    assert n_pages == n_others == len(pages), f"{n_pages} pages against {n_others}"
    sizes, texts, spots = [], [], []
    for page in pages:
        size, other_size, text, apart = page.split()
        assert size == other_size, f"a page of {size} against {other_size}"
        sizes.append(tuple(map(int, size.split("x"))))
        texts.append(text == "same-text")
        spots.append(float(apart))
    return sizes, texts, spots


def expect_same(one, other, size):
    sizes, texts, spots = compare(one, other)
    assert set(sizes) == {size}, sizes
    assert all(texts), "the words differ"
    assert max(spots) < SMOOTHING, spots
    return len(sizes)


def test_numbered_sheet_is_printed(folder):
    with worksheet_dialog(folder) as window:
        print_to_file(window, folder / "output.pdf")
        assert expect_same(folder / "output.pdf", render(folder, "--worksheet=numbered"), A4) == 2
        _, texts, _ = compare(folder / "output.pdf", render(folder, "--worksheet=answers"))
        assert not all(texts), "the answers cannot be told from the questions"


def test_blank_sheet_on_larger_paper(folder):
    with worksheet_dialog(folder) as window:
        choose(window, "alt+s", 0)
        choose(window, "alt+p", 1)
        choose(window, "alt+o", 1)
        print_to_file(window, folder / "output.pdf")
        expect_same(folder / "output.pdf", render(folder, "--worksheet=blank", "--paper=A3", "--landscape"), A3[::-1])
        # Another sheet for the same lesson is on the same paper.
        (folder / "output.pdf").unlink()
        open_dialog(window)
        choose(window, "alt+s", 3)
        print_to_file(window, folder / "output.pdf")
        expect_same(folder / "output.pdf", render(folder, "--worksheet=answers", "--paper=A3", "--landscape"), A3[::-1])


def test_answers_in_black_and_white(folder):
    with worksheet_dialog(folder) as window:
        choose(window, "alt+s", 3)
        choose(window, "alt+p", 2)
        choose(window, "alt+c", 1)
        print_to_file(window, folder / "output.pdf")
        expect_same(folder / "output.pdf", render(folder, "--worksheet=answers", "--paper=Letter", "--style=print"), LETTER)
        _, _, spots = compare(folder / "output.pdf", render(folder, "--worksheet=answers", "--paper=Letter"))
        assert max(spots) > MARKS, "colours were printed"


def test_without_drawings(folder):
    with worksheet_dialog(folder) as window:
        window.press("alt+d")
        print_to_file(window, folder / "output.pdf")
        expect_same(folder / "output.pdf", render(folder, "--worksheet=numbered", "--no-drawings"), A4)
        _, _, spots = compare(folder / "output.pdf", render(folder, "--worksheet=numbered"))
        assert max(spots) > MARKS, "drawings were printed"


def test_nothing_drawn_leaves_nothing_to_switch(folder):
    session = {key: value for key, value in SESSION.items() if key != "lieudit:drawings"}
    with worksheet_dialog(folder, session) as window:
        switch = window.find(name="Drawings on the map")
        assert switch is None or not switch.get_state_set().contains(Atspi.StateType.SHOWING)
        walk_through(window)
        open_dialog(window)
        print_to_file(window, folder / "output.pdf")
        expect_same(folder / "output.pdf", render(folder, "--worksheet=numbered"), A4)


def test_print_given_up(folder):
    with worksheet_dialog(folder) as window:
        window.activate(window.wait(role=BUTTON, name="Print…"))
        wait_for("the print dialog", lambda: window.child_called("Print"))
        window.focus("Print")
        window.press("Escape")
        wait_for("the dialog to close", lambda: window.child_called("Print") is None)
        assert not (folder / "output.pdf").exists()
        assert window.find(name=MAP)


def test_exported_as_pdf(folder):
    with worksheet_dialog(folder) as window:
        window.activate(window.wait(role=BUTTON, name="Export as PDF…"))
        path = folder / "sheet.pdf"
        window.save_file("Export the Worksheet as PDF", path)
        wait_for("the file", lambda: path.exists() and path.read_bytes().rstrip().endswith(b"%%EOF"))
        expect_same(path, render(folder, "--worksheet=numbered"), A4)


TESTS = [
    test_numbered_sheet_is_printed,
    test_blank_sheet_on_larger_paper,
    test_answers_in_black_and_white,
    test_without_drawings,
    test_nothing_drawn_leaves_nothing_to_switch,
    test_print_given_up,
    test_exported_as_pdf,
]


def in_folder(test):
    with tempfile.TemporaryDirectory() as folder:
        test(pathlib.Path(folder))


if __name__ == "__main__":
    sys.exit(run_tests([(test.__name__, lambda test=test: in_folder(test)) for test in TESTS]))
