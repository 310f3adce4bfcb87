#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A book is read from its first page while the rest is still looked through: by keyboard, read by AT-SPI.

usage: test-long-article.py LIEUDIT

Writes TAP.
"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import BUTTON, LIST_ITEM, Window, wait_for  # noqa: E402

PROGRAM = sys.argv[1]
PAGE = "The road to Aleppo was closed again, and nobody in the valley could say for how long.\n\n" * 20


def write_book(folder, pages):
    book = pathlib.Path(folder) / "book.txt"
    book.write_text("The long road\n\n" + PAGE * pages + "The last boat left for Vladivostok.\n", encoding="utf-8")
    return book


def with_book(pages):
    def wrap(test):
        def run():
            with tempfile.TemporaryDirectory(prefix="lieudit-") as folder:
                window = Window(PROGRAM, write_book(folder, pages), environment={"LANGUAGE": "C", "LC_ALL": "C.UTF-8"})
                try:
                    test(window)
                finally:
                    errors = window.close()
            complaints = [line for line in errors.splitlines() if "CRITICAL" in line or "WARNING" in line]
            complaints = [line for line in complaints if "dbind-WARNING" not in line]
            assert not complaints, "\n".join(complaints)
        return test.__name__, run
    return wrap


@with_book(pages=1200)
def test_place_on_the_last_page_is_found_and_shown(window):
    row = wait_for("the place of the last page", lambda: window.find(role=LIST_ITEM, starts="Vladivostok, "))
    window.click(row)
    window.press("Tab", "Return")
    wait_for("the caret on the last page", lambda: window.text_at_caret(len("Vladivostok")) == "Vladivostok")


# Long enough that the places of the first pages are shown for seconds before those of the last.
@with_book(pages=11000)
def test_the_rest_can_be_left_out(window):
    wait_for("the places of the first pages", lambda: window.find(role=LIST_ITEM, starts="Aleppo, "))
    window.activate(window.wait(role=BUTTON, name="Cancel"))
    wait_for("word of it", lambda: window.find(starts="Only the places in the first pages are shown."))
    assert not window.find(role=LIST_ITEM, starts="Vladivostok, "), "the last page was looked through all the same"


sys.exit(run_tests([test_place_on_the_last_page_is_found_and_shown, test_the_rest_can_be_left_out]))
