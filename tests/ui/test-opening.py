#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How articles come into the window and their places out of it: dropped files, recent articles, the export dialog.

usage: test-opening.py LIEUDIT DRAG-SOURCE

The programs are driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import contextlib
import json
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import (  # noqa: E402
    BUTTON, LABEL, MENU_ITEM, find_windows, opened, wait_for, xdotool)

PROGRAM, DRAG_SOURCE = sys.argv[1:3]
HOMS = "The convoy that left Homs on Monday was seen by the people of the town, who had come out to watch."
DAMASCUS = "The road that leads from Damascus to the sea was cut on Monday, and the people there had to wait."


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@contextlib.contextmanager
def offering(*arguments):
    """Another program, whose window one can drag from and whose clipboard one can paste."""
    source = subprocess.Popen([DRAG_SOURCE, *map(str, arguments)])
    try:
        yield wait_for("the source of the drag", lambda: find_windows(source.pid))[0][0]
    finally:
        source.terminate()
        source.wait()


@contextlib.contextmanager
def dragging(window, *arguments):
    """Takes files by the mouse from another program to the middle of the window."""
    with offering(*arguments) as identifier:
        xdotool("windowmove", identifier, 20, 820)
        time.sleep(0.5)
        xdotool("mousemove", 60, 850, "mousedown", 1)
        x, y = window.middle()
        # A drag starts once the mouse has moved some way, and the target has to see it come.
        for step in range(1, 21):
            xdotool("mousemove", 60 + (x - 60) * step // 20, 850 + (y - 850) * step // 20)
            time.sleep(0.05)
        time.sleep(0.5)
        xdotool("mouseup", 1)
        yield


def test_file_dropped_on_empty_window(folder):
    with opened(PROGRAM) as window, dragging(window, write(folder, "homs.txt", HOMS)):
        window.find_marker("Homs")


def test_file_dropped_on_article(folder):
    with opened(PROGRAM, write(folder, "homs.txt", HOMS)) as window:
        window.find_marker("Homs")
        with dragging(window, write(folder, "damascus.txt", DAMASCUS)):
            window.find_marker("Damascus")
            assert len(window.window_names()) == 1, "one file takes the place of the article"


def test_two_files_dropped(folder):
    files = write(folder, "homs.txt", HOMS), write(folder, "damascus.txt", DAMASCUS)
    with opened(PROGRAM) as window, dragging(window, *files):
        wait_for("a window for each file", lambda: len(window.window_names()) == 2)
        wait_for("both articles", lambda: {"homs.txt", "damascus.txt"} <= set(window.window_names()))


def test_bad_file_dropped_keeps_article(folder):
    with opened(PROGRAM, write(folder, "homs.txt", HOMS)) as window:
        window.find_marker("Homs")
        with dragging(window, folder):
            window.wait(role=LABEL, starts=f"“{folder.name}”: ")
            window.find_marker("Homs")


PIECE = ("<h1>Convoy leaves at dawn</h1><p>The lorries that left <em>Homs</em> on Monday were seen by the people of the town, "
         "who had come out to watch.</p>")
ADDRESS = "https://news.example.org/convoy\nConvoy leaves at dawn"


def flavours(folder, **texts):
    """Arguments that offer texts, under the names of types that a browser has."""
    types = {"page": "text/html", "address": "text/x-moz-url", "list": "text/uri-list", "text": "text/plain;charset=utf-8"}
    arguments = ["--as"]
    for name, text in texts.items():
        path = folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        arguments += [types[name], path]
    return arguments


def expect_page(window):
    window.find_marker("Homs")
    wait_for("the heading as the title", lambda: "Convoy leaves at dawn" in window.window_names())


def test_piece_of_a_page_pasted(folder):
    with opened(PROGRAM) as window, offering(*flavours(folder, text="only the words", page=PIECE)):
        window.focus_main()
        window.press("ctrl+shift+v")
        expect_page(window)


def test_piece_of_a_page_dropped_in_utf_16(folder):
    offer = flavours(folder, address=ADDRESS.encode("utf-16-le"), page=PIECE.encode("utf-16-le"), text="only the words")
    with opened(PROGRAM, write(folder, "damascus.txt", DAMASCUS)) as window:
        window.find_marker("Damascus")
        with dragging(window, *offer):
            expect_page(window)


def test_file_goes_before_page(folder):
    path = write(folder, "damascus.txt", DAMASCUS)
    with opened(PROGRAM) as window, offering(*flavours(folder, page=PIECE, list=path.as_uri() + "\r\n")):
        window.focus_main()
        window.press("ctrl+shift+v")
        window.find_marker("Damascus")


QUESTION = {"kind": "statement", "statement": "Homs: 46 km north of Hama", "true": 0}
MORE = {"kind": "statement", "statement": "Hama: 46 km north of Homs", "true": 1}


def write_quiz(folder, name):
    return write(folder, f"{name}.lieudit-quiz", json.dumps({
        "lieudit:quiz": 1, "title": name, "language": "en",
        "map": {"south": 34.0, "west": 35.0, "north": 37.0, "east": 39.0}, "questions": [QUESTION, MORE]}))


def expect_question(window, question=QUESTION, index=0):
    def find():
        under = window.child_called("Quiz", index)
        return under is not None and window.find(role=LABEL, ends=question["statement"], under=under) and under

    return wait_for(f"the question “{question['statement']}”", find)


def test_quiz_dropped_on_unsaved_article(folder):
    """The quiz gets a window of its own, and what was said of the article is as it was."""
    with opened(PROGRAM, write(folder, "homs.txt", HOMS)) as window:
        window.find_marker("Homs")
        window.focus_main()
        window.press("ctrl+j", "ctrl+Return")
        wait_for("the sign of a change", lambda: "• homs.txt" in window.window_names())
        with dragging(window, write_quiz(folder, "towns")):
            expect_question(window)
            assert "• homs.txt" in window.window_names(), "the change is gone"


def test_quiz_from_open_dialog(folder):
    with opened(PROGRAM, write(folder, "homs.txt", HOMS)) as window:
        window.find_marker("Homs")
        window.focus_main()
        window.press("ctrl+o")
        window.choose_file("Open an Article", write_quiz(folder, "towns"))
        expect_question(window)
        assert window.find_marker("Homs")


def test_opened_quiz_is_recent(folder):
    path = write_quiz(folder, "recent")
    with opened(PROGRAM, path) as window:
        expect_question(window)
    with opened(PROGRAM) as window:
        open_last_article(window, path.name)
        expect_question(window)


def answer(window, quiz, name):
    window.activate(window.wait(role=BUTTON, name=name, under=quiz))


def test_running_quiz_is_kept(folder):
    """Another quiz gets another window, and leaving asks; once over, there is nothing to ask."""
    with opened(PROGRAM, write_quiz(folder, "towns")) as window:
        quiz = expect_question(window)
        answer(window, quiz, "False")
        answer(window, quiz, "Next")
        expect_question(window, MORE)
        with dragging(window, write_quiz(folder, "more")):
            expect_question(window, QUESTION, 1)
        expect_question(window, MORE)
        window.activate(window.wait(role=BUTTON, name="New Quiz", under=quiz))
        window.activate(window.wait(role=BUTTON, ends="Keep Playing"))
        wait_for("the question to go", lambda: not window.find(role=LABEL, name="End This Quiz?"))
        expect_question(window, MORE)
        window.activate(window.wait(role=BUTTON, name="Close", under=quiz))
        window.activate(window.wait(role=BUTTON, ends="End Quiz"))
        wait_for("one window", lambda: len(window.window_names()) == 1)
        quiz = expect_question(window)
        for button in ("True", "Next", "Show the Answer", "Next"):
            answer(window, quiz, button)
        wait_for("the results", lambda: window.find(name="Right answer", under=quiz))
        # With the results there is nothing left to lose; a dialog would be found to be open at the end.


def test_opened_quiz_is_played_again_by_teams(folder):
    with opened(PROGRAM, write_quiz(folder, "towns")) as window:
        quiz = expect_question(window)
        window.activate(window.wait(role=BUTTON, name="New Quiz", under=quiz))
        window.wait(role=LABEL, name="The quiz “towns”", under=quiz)
        window.focus("Quiz")
        wait_for("the focus on what to ask", lambda: window.focused_name() == "Places")
        window.press("alt+h")
        window.wait(role=LABEL, name="Teams, in turn", under=quiz)
        window.press("Down", "Return")
        window.activate(window.wait(role=BUTTON, name="Start", under=quiz))
        window.wait(role=LABEL, name="Question 1 of 2 – Team 1 answers", under=quiz)


def open_recent_menu(window):
    window.press("F10")
    window.wait_for_menu_item("Open Recent", 1)
    window.press("Down", "Down", "Return")
    time.sleep(0.5)  # the submenu slides in


def has_item(window, name):
    """Whether a menu has an item, where GTK tells the names of items: before 4.18."""
    return window.find(role=MENU_ITEM, name=name) is not None


def open_last_article(window, name):
    open_recent_menu(window)
    if any(item.get_name() for item in window.find_all(role=MENU_ITEM)):
        window.wait(role=MENU_ITEM, name=name)
    window.press("Down", "Return")


def test_opened_article_is_recent(folder):
    path = write(folder, "recent_homs.txt", HOMS)
    with opened(PROGRAM, path) as window:
        window.find_marker("Homs")
    with opened(PROGRAM) as window:
        open_last_article(window, path.name)
        window.find_marker("Homs")


def test_vanished_article_is_not_recent(folder):
    path, other = write(folder, "gone.txt", HOMS), write(folder, "still-there.txt", DAMASCUS)
    with opened(PROGRAM, other) as window:
        window.find_marker("Damascus")
    time.sleep(1)  # recent files are known to the second
    with opened(PROGRAM, path) as window:
        window.find_marker("Homs")
    path.unlink()
    with opened(PROGRAM) as window:
        open_last_article(window, other.name)
        window.find_marker("Damascus")
    with opened(PROGRAM) as window:
        open_recent_menu(window)
        assert not has_item(window, path.name), "a file that is gone is offered"
        window.press("Escape")


def test_keys_work_after_recent_menu(folder):
    with opened(PROGRAM, write(folder, "homs.txt", HOMS)) as window:
        window.find_marker("Homs")
        open_recent_menu(window)
        window.press("Escape")
        wait_for("the menu to close", lambda: not window.find(role=MENU_ITEM))
        window.press("n")
        wait_for("the caret on the name", lambda: window.text_at_caret(4) == "Homs")


def open_export_dialog(window):
    window.press("ctrl+shift+e")
    dialog = window.wait(name="Export the Places")
    window.focus("Export the Places")
    return dialog


def export_to(window, path):
    window.press("ctrl+shift+e")
    window.save_file("Export the Places", path)
    wait_until_closed(window, "Export the Places")


def wait_until_closed(window, dialog):
    wait_for("the dialog to close", lambda: dialog not in window.window_names())


def test_export_writes_file(folder):
    path = folder / "exported.geojson"
    with opened(PROGRAM, write(folder, "homs.txt", HOMS)) as window:
        window.find_marker("Homs")
        export_to(window, path)
        window.wait(role=LABEL, name="Exported to “exported.geojson”")
    collection = json.loads(path.read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    place, = collection["features"]
    longitude, latitude = place["geometry"]["coordinates"]
    assert place["properties"]["name"] == "Homs"
    assert abs(longitude - 36.72) < 0.05 and abs(latitude - 34.73) < 0.05, f"Homs is at {latitude}, {longitude}"


def test_export_that_cannot_be_written(folder):
    with opened(PROGRAM, write(folder, "homs.txt", HOMS)) as window:
        window.find_marker("Homs")
        export_to(window, "/proc/exported.geojson")
        window.wait(role=LABEL, starts="“exported.geojson” could not be written, export it to another folder: ")
        window.find_marker("Homs")


def test_export_cancelled(folder):
    with opened(PROGRAM, write(folder, "homs.txt", HOMS)) as window:
        window.find_marker("Homs")
        dialog = open_export_dialog(window)
        window.activate(wait_for("the button", lambda: window.find(role=BUTTON, ends="Cancel", under=dialog)))
        wait_until_closed(window, "Export the Places")
    assert sorted(path.name for path in folder.iterdir()) == ["homs.txt"]


def test_nothing_to_export(folder):
    with opened(PROGRAM, write(folder, "no-place.txt", "Nothing happened anywhere that day.")) as window:
        window.wait(role=LABEL, name="no-place.txt")
        window.press("ctrl+shift+e")
        time.sleep(1)
        assert window.window_names() == ["no-place.txt"], "an article without places is exported"


TESTS = [
    test_file_dropped_on_empty_window,
    test_file_dropped_on_article,
    test_two_files_dropped,
    test_bad_file_dropped_keeps_article,
    test_piece_of_a_page_pasted,
    test_piece_of_a_page_dropped_in_utf_16,
    test_file_goes_before_page,
    test_opened_article_is_recent,
    test_vanished_article_is_not_recent,
    test_quiz_dropped_on_unsaved_article,
    test_quiz_from_open_dialog,
    test_opened_quiz_is_recent,
    test_running_quiz_is_kept,
    test_opened_quiz_is_played_again_by_teams,
    test_keys_work_after_recent_menu,
    test_export_writes_file,
    test_export_that_cannot_be_written,
    test_export_cancelled,
    test_nothing_to_export,
]


def in_folder(test):
    with tempfile.TemporaryDirectory() as folder:
        test(pathlib.Path(folder))


if __name__ == "__main__":
    sys.exit(run_tests([(test.__name__, lambda test=test: in_folder(test)) for test in TESTS]))
