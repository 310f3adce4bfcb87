#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The geography check in the window: by mouse and keyboard, read by AT-SPI.

usage: test-geography-check.py LIEUDIT

Writes TAP.
"""

import csv
import io
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import BUTTON, LIST_ITEM, TEXT, Atspi, is_focused, opened, wait_for  # noqa: E402

PROGRAM = sys.argv[1]
ARTICLE = """Calm returns

Saraqib, south of Aleppo, was quiet. Hama, north of Aleppo, was quiet too. Idlib province borders Turkey.
"""


def is_visible(node):
    return node is not None and node.get_component_iface().get_extents(Atspi.CoordType.WINDOW).height > 0


def rows(window):
    found = window.find(name="What the article says about where places lie")
    return [row.get_name() for row in window.find_all(role=LIST_ITEM, under=found)] if found else []


def open_pane(window):
    window.wait(name="Map of the places in the article")
    window.press("ctrl+g")
    return wait_for("the claims", lambda: is_visible(window.find(role=LIST_ITEM, starts="Differs: ")) and rows(window))


def find_row(window, start):
    return window.wait(role=LIST_ITEM, starts=start)


def shown_button(window, name, row):
    return wait_for(f"the button {name}",
                    lambda: next((node for node in window.find_all(role=BUTTON, name=name, under=row)
                                  if is_visible(node)), None))


def has_label(window, text):
    return any(is_visible(node) for node in window.find_all(name=text))


def dismiss(window, row, reason):
    window.click(shown_button(window, "Dismiss…", row))
    wait_for("the entry", lambda: next((node for node in window.find_all(name="Why the verdict does not matter")
                                        if is_focused(node)), None))
    window.type(reason)
    window.press("Return")
    wait_for("the reason", lambda: has_label(window, f"Dismissed: {reason}"))


def underline(window, words):
    """How the article underlines the end of some words, where no place is named."""
    text = window.wait(role=TEXT).get_text_iface()
    start = text.get_text(0, -1).index(words)
    return text.get_attribute_run(start + len(words) - 1, True)[0]["underline"]


def save_report(window, path):
    title = "Save a Report: HTML, CSV or JSON"
    window.activate(window.wait(role=BUTTON, name="Save a Report…"))
    dialog = window.wait(name=title)
    window.focus(title)
    wait_for("the suggested name", lambda: any(map(is_focused, window.find_all(role=TEXT, under=dialog))))
    window.press("ctrl+a")
    window.type(path)
    window.press("Return")
    wait_for("the dialog to close", lambda: title not in window.window_names())
    return wait_for("the report", lambda: path.exists() and path.read_text(encoding="utf-8"))


def test_claims_are_listed_worst_first(window):
    names = open_pane(window)
    assert names[0] == "Differs: Hama, north of Aleppo", names
    assert "Agrees: Saraqib, south of Aleppo" in names[1:], names
    assert "Agrees: Idlib province borders Turkey" in names[1:], names


def test_choosing_a_claim_turns_the_article_to_it(window):
    open_pane(window)
    window.click(find_row(window, "Differs: Hama"))
    wait_for("Hama to be selected", lambda: window.text_at_caret(4) == "Hama")


def test_a_verdict_is_accepted_and_that_is_undone(window):
    open_pane(window)
    row = find_row(window, "Differs: Hama")
    window.click(shown_button(window, "Accept", row))
    wait_for("the decision", lambda: has_label(window, "Accepted"))
    window.press("ctrl+z")
    wait_for("the decision to be taken back", lambda: not has_label(window, "Accepted"))
    shown_button(window, "Accept", row)


def test_a_verdict_is_dismissed_with_a_reason(window):
    open_pane(window)
    dismiss(window, find_row(window, "Differs: Hama"), "quoted")


def test_what_is_dismissed_is_not_underlined_until_that_is_undone(window):
    open_pane(window)
    words = "Hama, north of"
    wait_for("the underline", lambda: underline(window, words) == "error")
    dismiss(window, find_row(window, "Differs: Hama"), "quoted")
    wait_for("the underline to go", lambda: underline(window, words) == "none")
    window.press("ctrl+z")
    wait_for("the underline to come back", lambda: underline(window, words) == "error")


def check_page(page):
    assert "<td>Dismissed: quoted</td>" in page and "<td>Accepted</td>" in page, page


def check_table(table):
    rows = {row["text"]: row for row in csv.DictReader(io.StringIO(table))}
    assert (rows["Hama, north of Aleppo"]["review"], rows["Hama, north of Aleppo"]["reason"]) == ("dismissed", "quoted")
    assert rows["Idlib province borders Turkey"]["review"] == "open", rows


def check_document(document):
    reviews = {claim["text"]: claim["review"] for claim in json.loads(document)["claims"]}
    assert reviews["Hama, north of Aleppo"] == {"state": "dismissed", "reason": "quoted"}, reviews
    assert reviews["Saraqib, south of Aleppo"] == {"state": "accepted", "reason": None}, reviews


def test_reports_tell_what_the_editor_decided(window):
    """Reports of an article in which one verdict was dismissed and another accepted."""
    open_pane(window)
    dismiss(window, find_row(window, "Differs: Hama"), "quoted")
    window.click(shown_button(window, "Accept", find_row(window, "Agrees: Saraqib")))
    wait_for("the decision", lambda: has_label(window, "Accepted"))
    with tempfile.TemporaryDirectory(prefix="lieudit-") as folder:
        for name, check in (("report.html", check_page), ("report.csv", check_table), ("report.json", check_document)):
            check(save_report(window, pathlib.Path(folder) / name))


def save_session(window, path):
    title = "Save the Session"
    window.press("ctrl+s")
    dialog = window.wait(name=title)
    window.focus(title)
    wait_for("the suggested name", lambda: any(map(is_focused, window.find_all(role=TEXT, under=dialog))))
    window.press("ctrl+a")
    window.type(path)
    window.press("Return")
    wait_for("the dialog to close", lambda: title not in window.window_names())
    wait_for("the session", path.exists)


def a_session_keeps_what_was_decided(article):
    with tempfile.TemporaryDirectory(prefix="lieudit-") as folder:
        path = pathlib.Path(folder) / "kept.lieudit"
        with opened(PROGRAM, article) as window:
            open_pane(window)
            dismiss(window, find_row(window, "Differs: Hama"), "quoted")
            save_session(window, path)
        with opened(PROGRAM, path) as window:
            open_pane(window)
            wait_for("the reason", lambda: has_label(window, "Dismissed: quoted"))
            assert underline(window, "Hama, north of") == "none"


def test_the_pane_gives_way_to_the_places(window):
    open_pane(window)
    window.click(window.wait(role=BUTTON, name="Close the Geography Check"))
    names = ("Saraqib", "Aleppo", "Hama", "Idlib", "Turkey")
    wait_for("a place to take the focus", lambda: window.focused_name().startswith(names))


def main():
    tests = [function for name, function in globals().items() if name.startswith("test_")]
    with tempfile.TemporaryDirectory(prefix="lieudit-") as folder:
        article = pathlib.Path(folder) / "article.txt"
        article.write_text(ARTICLE, encoding="utf-8")

        def run(test):
            with opened(PROGRAM, article) as window:
                test(window)

        return run_tests([*((test.__name__, lambda test=test: run(test)) for test in tests),
                          ("a session keeps what was decided", lambda: a_session_keeps_what_was_decided(article))])


if __name__ == "__main__":
    sys.exit(main())
