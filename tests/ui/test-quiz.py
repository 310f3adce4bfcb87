#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quizzes in the window: by mouse and keyboard, read by AT-SPI.

usage: test-quiz.py LIEUDIT SAMPLE

Writes TAP.
"""

import csv
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import tap  # noqa: E402
from window_driver import BUTTON, LABEL, LIST_ITEM, MAP, NEWS, TEXT, Atspi, is_focused, opened, wait_for, xdotool  # noqa: E402

PROGRAM, SAMPLE = sys.argv[1:3]
QUIZ_MAP = "Map without names"
NARROW = 360
PADDINGS = 12
CHECK_BOX = frozenset({Atspi.Role.CHECK_BOX})
SPIN_BUTTON = frozenset({Atspi.Role.SPIN_BUTTON})
TABLE = frozenset({Atspi.Role.TABLE})
ROW = frozenset({Atspi.Role.TABLE_ROW})
CELL = frozenset({Atspi.Role.TABLE_CELL})
COLUMN_HEADER = frozenset({Atspi.Role.COLUMN_HEADER, Atspi.Role.FILLER})  # as which GTK 4.8 tells of it
TIMER = frozenset({Atspi.Role.TIMER, Atspi.Role.LABEL})


def place(identifier, name, latitude, longitude, *spellings):
    return {"id": identifier, "name": name, "feature": "PPLA", "country": "SY", "latitude": latitude,
            "longitude": longitude, "radius": 2000, "spellings": list(spellings)}


ALEPPO = place("q-aleppo", "Alep", 36.20, 37.16, "Aleppo")
IDLIB = place("q-idlib", "Idleb", 35.93, 36.63)
HAMA = place("q-hama", "Hama", 35.13, 36.75)
HOMS = place("q-homs", "Homs", 34.73, 36.71)
LATAKIA = place("q-latakia", "Lattaquié", 35.52, 35.79, "Latakia")

# One question of each kind, whose places are not those of the gazetteer.
QUIZ = {
    "lieudit:quiz": 1,
    "title": "Villes",
    "language": "fr",
    "map": {"south": 34.0, "west": 35.0, "north": 37.0, "east": 39.0},
    "questions": [
        {"kind": "find", "place": ALEPPO},
        {"kind": "choose", "place": IDLIB, "choices": [ALEPPO, IDLIB, HAMA, HOMS]},
        {"kind": "type", "place": LATAKIA},
        {"kind": "north-to-south", "choices": [HAMA, ALEPPO, HOMS]},
        {"kind": "statement", "statement": "Homs: 46 km north of Hama", "true": 0, "explanation": "Homs: 46 km south of Hama",
         "choices": [HOMS, HAMA]},
    ],
}


def write(folder, name, contents):
    path = pathlib.Path(folder) / name
    path.write_text(contents, encoding="utf-8")
    return path


def quiz_file(folder):
    return write(folder, "villes.lieudit-quiz", json.dumps(QUIZ))


def find(window, **description):
    return window.find(title="Quiz", **description)


def wait(window, **description):
    return wait_for(str(description), lambda: find(window, **description))


def news(window):
    """What was said of the last answer."""
    texts = []
    for node in window.find_all(role=NEWS, title="Quiz"):
        text = node.get_text_iface()
        texts += [text.get_text(0, text.get_character_count()) if text is not None else "", node.get_name()]
    return " ".join(texts)


def wait_for_news(window, text):
    wait_for(f"the news “{text}”", lambda: text in news(window))


def wait_for_prompt(window, text):
    wait_for(f"the question “{text}”", lambda: find(window, role=LABEL, starts=text))
    quiz_map = wait(window, name=QUIZ_MAP)
    wait_for("the size of the map", lambda: extents(quiz_map).width > 100)
    return quiz_map


def extents(node):
    return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)


def mercator(latitude):
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


def spot(window, quiz_map, latitude, longitude):
    """Where a place is on the screen: the map shows the quiz's stretch of the Earth with 48 pixels around it."""
    bounds = QUIZ["map"]
    size = extents(quiz_map)
    wide, high = bounds["east"] - bounds["west"], mercator(bounds["north"]) - mercator(bounds["south"])
    scale = min((size.width - 96) / wide, (size.height - 96) / high)
    x, y = window.resting_position(quiz_map)
    return (x + (longitude - (bounds["east"] + bounds["west"]) / 2) * scale,
            y - (mercator(latitude) - (mercator(bounds["north"]) + mercator(bounds["south"])) / 2) * scale)


def click_at(window, quiz_map, latitude, longitude):
    x, y = spot(window, quiz_map, latitude, longitude)
    xdotool("mousemove", round(x), round(y))
    xdotool("click", 1)


def go_on(window):
    button = wait(window, role=BUTTON, name="Next")
    wait_for("the focus on Next", lambda: is_focused(button))
    window.press("Return")


def answer_find(window):
    quiz_map = wait_for_prompt(window, "Where is Alep (")
    click_at(window, quiz_map, 35.0, 37.0)
    wait_for_news(window, "2 tries left.")
    told = news(window)
    assert re.search(r"Not there: it is 13[234] km away, direction north\.", told), told
    click_at(window, quiz_map, ALEPPO["latitude"], ALEPPO["longitude"])
    wait_for_news(window, "Right! The answer: Alep. 70 points.")
    go_on(window)


def answer_choose(window, name):
    wait_for_prompt(window, "What is the name of the marked place?")
    window.activate(wait(window, role=BUTTON, name=name))


def answer_type(window, name):
    wait_for_prompt(window, "What is the name of the marked place?")
    entry = wait(window, role=TEXT, name="Name of the marked place")
    wait_for("the focus on the entry", lambda: is_focused(entry))
    window.type(name)
    window.press("Return")


def answer_false(window):
    wait_for_prompt(window, "True or false? Homs: 46 km north of Hama")
    window.activate(wait(window, role=BUTTON, name="False"))


def expect_question_around_focus(window, question):
    """A screen reader reads the names of what the focus comes into: the question is among them."""
    def has_question():
        names, node = [], window.focused()
        while node is not None and node.get_role() != Atspi.Role.APPLICATION:
            names.append(node.get_name())
            node = node.get_parent()
        return question in names

    wait_for(f"the focus in “{question}”", has_question)


def play_right_and_wrong(window):
    """A whole quiz: right, wrong, right without an accent, right by keyboard, wrong."""
    answer_find(window)
    answer_choose(window, "Hama")
    wait_for_news(window, "Wrong. The answer: Idleb. 0 points.")
    go_on(window)
    answer_type(window, "Tartous")
    wait_for_news(window, "It is not called “Tartous”. 2 tries left.")
    window.press("ctrl+a")
    answer_type(window, "lattaquie")
    wait_for_news(window, "Right! The answer: Lattaquié. 70 points.")
    go_on(window)
    wait_for_prompt(window, "Put these places in order from north to south.")
    expect_question_around_focus(window, "Put these places in order from north to south.")
    # Hama is the first row and has the focus; it belongs behind Aleppo.
    wait_for("the focus on Hama", lambda: window.focused_name() == "Hama")
    window.press("alt+Down")
    rows = wait(window, name="Places to put in order")
    wait_for("the move", lambda: [row.get_name() for row in window.find_all(role=LIST_ITEM, under=rows)]
             == ["Alep", "Hama", "Homs"])
    window.activate(window.find(role=BUTTON, name="Answer", under=rows.get_parent()))
    wait_for_news(window, "Right! The answer: Alep, then Hama, then Homs. 100 points.")
    go_on(window)
    wait_for_prompt(window, "True or false? Homs: 46 km north of Hama")
    wait_for("the focus on True", lambda: window.focused_name() == "True")
    window.press("Return")
    wait_for_news(window, "Wrong. The answer: False. 0 points.")
    assert "Homs: 46 km south of Hama" in news(window)
    go_on(window)
    wait_for_news(window, "240 of 500 points")


def save_as(window, title, path):
    window.save_file(title, path)
    wait_for(f"the file {path}", lambda: path.exists() and path.stat().st_size > 0)


def expect_rows_to_be_read(window):
    """The results are a table, and gone through by keyboard row by row, each cell read after the heading of its column."""
    table = wait(window, name="Results", role=TABLE)
    heading, *rows = window.find_all(role=ROW, under=table)
    headings = [cell.get_name() for cell in window.find_all(role=COLUMN_HEADER, under=heading)]
    assert headings == ["Number", "Question", "Team", "Answer", "Right answer", "Tries", "Distance", "Points"], headings
    cells = [[cell.get_name() for cell in window.find_all(role=CELL, under=row)] for row in rows]
    assert len(cells) == 5 and all(len(row) == len(headings) for row in cells), cells
    assert cells[1][3:] == ["Hama", "Idleb", "1", "–", "0"], cells[1]

    window.press("shift+Tab")
    for number in range(len(rows), 0, -1):
        wait_for(f"the focus on row {number}", lambda: is_focused(rows[number - 1]))
        told = rows[number - 1].get_name()
        assert told == "; ".join(f"{heading}: {cell}" for heading, cell in zip(headings, cells[number - 1]) if cell != "–"), told
        window.press("Up")


def test_whole_quiz():
    with tempfile.TemporaryDirectory() as folder, opened(PROGRAM, quiz_file(folder)) as window:
        play_right_and_wrong(window)
        expect_rows_to_be_read(window)
        window.activate(wait(window, role=BUTTON, name="Export as CSV…"))
        path = pathlib.Path(folder) / "results.csv"
        save_as(window, "Export the Results", path)
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        assert [row["points"] for row in rows] == ["70", "0", "70", "100", "0"], rows
        assert [row["tries"] for row in rows] == ["2", "1", "2", "1", "1"], rows
        assert rows[1]["answer"] == "Hama" and rows[1]["right_answer"] == "Idleb", rows


# Where the choices stand in the list of who answers.
TEAMS, CLASS = 1, 2


def open_setup(window, player, **amount):
    """The setup with who answers chosen by keyboard, and how many of them or how long."""
    window.wait(name=MAP)
    window.press("F8")
    wait(window, role=BUTTON, name="Start")
    window.focus("Quiz")
    window.press("alt+h")  # W_ho
    wait_for("the choices", lambda: find(window, role=LABEL, name="Teams, in turn"))
    window.press(*["Down"] * player, "Return")
    (key, value), = amount.items()
    field = wait(window, name={"teams": "Teams", "seconds": "Seconds for a question"}[key], role=SPIN_BUTTON)
    window.press({"teams": "alt+e", "seconds": "alt+s"}[key])
    wait_for("the focus on the number", lambda: is_focused(field))
    window.press("ctrl+a")
    window.type(str(value))


def open_quiz(window, path):
    window.press("ctrl+o")
    window.choose_file("Open a Quiz", path)
    window.focus("Quiz")


def show_answer(window):
    window.activate(wait(window, role=BUTTON, name="Show the Answer"))
    wait_for_news(window, "Given up.")
    go_on(window)


def test_teams():
    """Three teams answer in turn, have points of their own, and stand in the results."""
    with tempfile.TemporaryDirectory() as folder, opened(PROGRAM, SAMPLE) as window:
        open_setup(window, TEAMS, teams=3)
        open_quiz(window, quiz_file(folder))
        wait(window, role=LABEL, name="Question 1 of 5 – Team 1 answers")
        answer_find(window)
        wait(window, role=LABEL, name="Question 2 of 5 – Team 2 answers")
        answer_choose(window, "Idleb")
        wait_for_news(window, "Right! The answer: Idleb. 100 points.")
        wait(window, role=LABEL, name="Team 2: 100 of 100 points")
        go_on(window)
        wait(window, role=LABEL, name="Question 3 of 5 – Team 3 answers")
        show_answer(window)
        wait(window, role=LABEL, name="Question 4 of 5 – Team 1 answers")
        wait(window, role=LABEL, name="Team 1: 70 of 100 points")
        show_answer(window)
        wait(window, role=LABEL, name="Question 5 of 5 – Team 2 answers")
        wait(window, role=LABEL, name="Team 2: 100 of 100 points")
        answer_false(window)
        wait_for_news(window, "Right! The answer: False. 100 points.")
        go_on(window)
        wait_for_news(window, "Team 1: 70 of 200 points\nTeam 2: 200 of 200 points\nTeam 3: 0 of 100 points")
        window.activate(wait(window, role=BUTTON, name="Export as CSV…"))
        path = pathlib.Path(folder) / "results.csv"
        save_as(window, "Export the Results", path)
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        assert [row["team"] for row in rows] == ["1", "2", "3", "1", "2"], rows
        assert [row["points"] for row in rows] == ["70", "100", "0", "0", "100"], rows
        window.focus("Quiz")
        window.activate(wait(window, role=BUTTON, name="Play Again"))
        wait(window, role=LABEL, name="Question 1 of 5 – Team 1 answers")


def seconds_left(window):
    label = next((node.get_name() for node in window.find_all(role=TIMER, title="Quiz")
                  if re.fullmatch(r"[0-9]+ seconds?", node.get_name())), None)
    return int(label.split()[0]) if label else None


def test_time_runs_out():
    """The class has so many seconds: a question answered in time stops the clock, the next is answered by nobody."""
    with tempfile.TemporaryDirectory() as folder, opened(PROGRAM, SAMPLE) as window:
        open_setup(window, CLASS, seconds=15)
        open_quiz(window, quiz_file(folder))
        quiz_map = wait_for_prompt(window, "Where is Alep (")
        wait_for("the clock to run", lambda: 0 < (seconds_left(window) or 99) < 15)
        click_at(window, quiz_map, 35.9, 37.6)
        wait_for_news(window, "2 tries left.")
        wait_for_news(window, "Time is over. The answer: Alep. ")
        assert seconds_left(window) == 0, seconds_left(window)
        near = int(re.search(r"([0-9]+) points?\.", news(window))[1])
        assert 0 < near < 70, "what was near keeps points of its own"
        click_at(window, quiz_map, ALEPPO["latitude"], ALEPPO["longitude"])
        go_on(window)
        wait_for("a clock of its own", lambda: (seconds_left(window) or 0) > 10)
        answer_choose(window, "Idleb")
        wait_for_news(window, "Right! The answer: Idleb. 100 points.")
        stopped = seconds_left(window)
        time.sleep(2)
        assert seconds_left(window) == stopped, "the clock runs on after the answer"
        go_on(window)
        for _ in range(3):
            show_answer(window)
        wait_for_news(window, f"{near + 100} of 500 points")


def test_crosshair():
    """The first question by keyboard alone: Enter in the middle is wrong, arrows lead to the place."""
    with tempfile.TemporaryDirectory() as folder, opened(PROGRAM, quiz_file(folder)) as window:
        quiz_map = wait_for_prompt(window, "Where is Alep (")
        wait_for("the focus on the map", lambda: is_focused(quiz_map))
        expect_question_around_focus(window, "Where is Alep (Regional capital)?")
        x, y = spot(window, quiz_map, ALEPPO["latitude"], ALEPPO["longitude"])
        middle_x, middle_y = window.resting_position(quiz_map)
        window.press("Return")
        wait_for_news(window, "2 tries left.")
        for key, distance in (("Right", x - middle_x), ("Up", middle_y - y)):
            assert distance > 0
            for _ in range(round(distance / 12)):
                window.press(key)
        wait_for("the position in words", lambda: "Crosshair at latitude 36." in (quiz_map.get_description() or ""))
        window.press("Return")
        wait_for_news(window, "Right! The answer: Alep. 70 points.")


def test_saved_again():
    with tempfile.TemporaryDirectory() as folder, opened(PROGRAM, quiz_file(folder)) as window:
        wait_for_prompt(window, "Where is Alep")
        window.press("ctrl+s")
        path = pathlib.Path(folder) / "again.lieudit-quiz"
        save_as(window, "Save the Quiz", path)
        again = json.loads(path.read_text(encoding="utf-8"))
        assert again["questions"][:4] == QUIZ["questions"][:4], again["questions"]
        assert again["questions"][4]["statement"] == QUIZ["questions"][4]["statement"]
        assert again["map"] == QUIZ["map"], again["map"]
        assert "team" not in path.read_text(encoding="utf-8").lower()


def test_hostile_files():
    """What is no quiz is told of, and the window goes on."""
    for contents, told in (("{}", "This is not a quiz that Lieudit saved."), ("[" * 5000, "This quiz is damaged."),
                           ('{"lieudit:quiz": 99}', "A newer Lieudit saved this quiz.")):
        with tempfile.TemporaryDirectory() as folder:
            with opened(PROGRAM, write(folder, "bad.lieudit-quiz", contents)) as window:
                wait_for(told, lambda: find(window, role=LABEL, starts=told))
                wait(window, role=BUTTON, name="Start")


def test_endless_file():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "endless.lieudit-quiz"
        path.symlink_to("/dev/zero")
        with opened(PROGRAM, path) as window:
            wait(window, role=LABEL, starts="This file is too large to be a quiz that Lieudit saved.")


def expect_nothing_cut_off(window, page, roles=(BUTTON, LABEL, TEXT, NEWS)):
    """What is on the page lies within the window from left to right: below, it can be scrolled to."""
    frame = extents(window.child_called("Quiz"))
    assert frame.width <= NARROW, f"{page}: the window cannot be narrower than {frame.width}"
    # GTK 4.18, to which a window begins left of what is in it, leaves the paddings on the way out of positions.
    left = frame.x - PADDINGS if frame.x < 0 else frame.x
    for role in roles:
        for node in window.find_all(role=role, title="Quiz"):
            box = extents(node)
            if box.width > 0:  # other pages have no size yet
                assert box.x >= left and box.x + box.width <= frame.x + frame.width, f"{page}: {node.get_name()} is cut off"


def make_narrow(window):
    """As wide as a telephone, or as narrow as the window can be."""
    window.focus("Quiz")
    xdotool("getwindowfocus", "windowsize", NARROW, 640)
    time.sleep(1)


def test_narrow_with_large_letters(letters=200):
    """Each page at the width of a telephone, with the large letters of the desktop's settings."""
    subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER",
                    f"Xft.dpi:\t{96 * letters // 100}\n"], check=True)
    try:
        with tempfile.TemporaryDirectory() as folder, opened(PROGRAM, quiz_file(folder)) as window:
            wait_for_prompt(window, "Where is Alep (")
            make_narrow(window)
            for number in range(1, 6):
                wait(window, role=LABEL, name=f"Question {number} of 5")
                expect_nothing_cut_off(window, f"question {number}")
                window.activate(wait(window, role=BUTTON, name="Show the Answer"))
                wait_for_news(window, "Given up.")
                expect_nothing_cut_off(window, f"answer {number}")
                go_on(window)
            wait_for_news(window, "0 of 500 points")
            window.activate(wait(window, role=BUTTON, name="New Quiz"))
            start = wait(window, role=BUTTON, name="Start")
            wait_for("the setup", lambda: extents(start).width > 0)
            expect_nothing_cut_off(window, "the setup", (CHECK_BOX, SPIN_BUTTON))
    finally:
        subprocess.run(["xprop", "-root", "-remove", "RESOURCE_MANAGER"], check=True)


def test_made_from_the_article():
    """From the first question on to the end without an answer."""
    with opened(PROGRAM, SAMPLE) as window:
        window.wait(name=MAP)
        window.press("F8")
        wait(window, role=BUTTON, name="Start")
        window.focus("Quiz")
        window.activate(wait(window, role=BUTTON, name="Start"))
        for number in range(1, 11):
            wait(window, role=LABEL, name=f"Question {number} of 10")
            window.activate(wait(window, role=BUTTON, name="Show the Answer"))
            wait_for_news(window, "Given up. The answer: ")
            go_on(window)
        wait_for_news(window, "0 of 1000 points")
        wait(window, role=BUTTON, name="Play Again")


sys.exit(tap.run_tests([
    ("a whole quiz with right and wrong answers", test_whole_quiz),
    ("teams answer in turn", test_teams),
    ("the class answers against the clock", test_time_runs_out),
    ("a place is found with the crosshair", test_crosshair),
    ("a quiz is saved as it was opened", test_saved_again),
    ("files that are no quiz", test_hostile_files),
    ("a file without an end", test_endless_file),
    ("a narrow window with large letters", test_narrow_with_large_letters),
    ("a quiz made from the article", test_made_from_the_article),
]))
