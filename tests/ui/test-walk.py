#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One walk through the window: from the sample article to a marker, its card, and back to the sentence.

usage: test-walk.py LIEUDIT SAMPLE

The programme is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import contextlib
import os
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import (  # noqa: E402
    BUTTON, GROUP, LABEL, LIST_ITEM, PAGE_TAB, SCROLL_PANE, TEXT, Atspi,
    descendants, is_focusable, is_focused, opened, wait_for)

PROGRAM, SAMPLE = sys.argv[1:3]

# Toolkit class names stand in for missing names. Scrolled windows and panes pass the focus on to what they hold.
MISSING_NAMES = ("Gtk", "Adw", "Shumate", "Lieudit")
# More characters than a line of the card ever has; longer sentences than six such lines are cut on purpose.
SENTENCE_WIDTH = 60


def find_card(window, name):
    return window.find(role=GROUP, name=name)


def wait_for_card(window, name):
    """A card is there once the focus has moved into it."""
    wait_for(f"the card of {name}", lambda: find_card(window, name))
    wait_for("the focus on the card", lambda: window.focused_name().startswith("Named "))
    return find_card(window, name)


def find_sentences(window, name):
    card = find_card(window, name)
    return [node for node in window.find_all(role=BUTTON, under=card) if name in node.get_name()]


def height_of(node):
    return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW).height


def caret_is_on(window, name):
    return window.text_at_caret(len(name)) == name


def test_every_control_has_a_name(window):
    window.find_marker("Alep")
    for node in descendants(window.application):
        if is_focusable(node) and node.get_role() not in SCROLL_PANE:
            name = node.get_name().strip()
            assert name, f"a {node.get_role_name()} has no name"
            assert not name.startswith(MISSING_NAMES), f"a {node.get_role_name()} is called {name}"


def test_click_on_marker_opens_card(window):
    window.click(window.find_marker("Alep"))
    card = wait_for_card(window, "Alep")
    assert window.find(role=BUTTON, starts="Named ", under=card), "the card does not say how often"
    assert any("° N" in node.get_name() for node in descendants(card)), "the card has no coordinates"
    assert find_sentences(window, "Alep"), "the card shows no sentence"


def test_sentences_have_room_for_their_lines(window):
    test_click_on_marker_opens_card(window)
    window.activate(window.wait(role=BUTTON, name="Why This Place?"))
    line = height_of(window.wait(role=LABEL, starts="The place is almost certain"))
    for sentence in find_sentences(window, "Alep"):
        n_lines = -(-len(sentence.get_name()) // SENTENCE_WIDTH)
        assert height_of(sentence) > (n_lines - 1) * line, f"“{sentence.get_name()}” is cut off"


def test_sentence_leads_back_into_text(window):
    test_click_on_marker_opens_card(window)
    sentence = find_sentences(window, "Alep")[1]
    window.click(sentence)
    wait_for("the caret on the name", lambda: caret_is_on(window, "Alep"))
    wait_for("the focus in the text", lambda: is_focused(window.wait(role=TEXT)))


def test_marker_by_accessible_action(window):
    window.activate(window.find_marker("Damas"))
    wait_for_card(window, "Damas")
    window.press("Tab", "Return")
    wait_for("the caret on the name", lambda: caret_is_on(window, "Damas"))


def test_escape_closes_card(window):
    test_click_on_marker_opens_card(window)
    window.press("Escape")
    wait_for("no card", lambda: not find_card(window, "Alep"))
    assert window.focused() is not None, "the focus is lost"


def test_next_and_previous_mention(window):
    text = window.wait(role=TEXT).get_text_iface()
    carets = [text.get_caret_offset()]
    for key in ("n", "n", "n", "p"):
        window.press(key)
        wait_for("the caret to move", lambda: text.get_caret_offset() != carets[-1])
        carets.append(text.get_caret_offset())
    assert carets[1] < carets[2] < carets[3], f"the mentions do not follow the text: {carets}"
    assert carets[4] == carets[2], f"previous is not the inverse of next: {carets}"


def test_keys_work_on_the_card(window):
    test_click_on_marker_opens_card(window)
    window.press("n")
    wait_for("the caret on the first name", lambda: caret_is_on(window, "Alep"))


def test_list_leads_to_map_and_text(window):
    row = wait_for("the row", lambda: window.find(role=LIST_ITEM, starts="Saraqeb, "))
    window.click(row)
    # By keyboard: GTK 4.10 and later tell AT-SPI positions that leave out the row's padding.
    window.press("Tab", "Return")
    wait_for("the caret on the name", lambda: caret_is_on(window, "Saraqeb"))


def test_narrow_window_turns_pages(window):
    window.resize(380, 640)
    window.click(wait_for("the page switcher", lambda: window.find(role=PAGE_TAB, name="Map")))
    window.activate(window.find_marker("Alep"))
    wait_for_card(window, "Alep")
    window.activate(find_sentences(window, "Alep")[0])
    wait_for("the caret on the name", lambda: caret_is_on(window, "Alep"))
    wait_for("the focus in the text", lambda: is_focused(window.wait(role=TEXT)))


def test_window_that_has_gone_does_no_harm(window):
    window.find_marker("Alep")
    window.application.ask_for_window(7)
    assert window.window_names() == [window.frame.get_name()]


def test_shortcuts_are_shown(window):
    window.find_marker("Alep")
    window.press("ctrl+question")
    wait_for("the window of shortcuts", lambda: len(window.window_names()) == 2)
    wait_for("the window of shortcuts to close", lambda: len(window.window_names()) == 1 or window.press("Escape"))
    window.focus_main()  # as a window manager would have done


def test_opens_empty(window):
    for name in ("Open…", "Paste from the Clipboard", "Read the Sample"):
        window.wait(role=BUTTON, name=name)


def test_sample_from_empty_window(window):
    window.click(window.wait(role=BUTTON, name="Read the Sample"))
    window.find_marker("Aleppo")


def test_bad_file_is_explained(window):
    window.wait(role=LABEL, starts="“")
    window.wait(role=BUTTON, name="Open…")


def test_empty_clipboard_keeps_article(window):
    window.find_marker("Alep")
    window.press("ctrl+shift+v")
    window.wait(role=LABEL, starts="The clipboard holds no text")
    window.find_marker("Alep")


def missing_file():
    return os.path.join(tempfile.gettempdir(), "there-is-no-such-article.txt")


# In the sample, one after the other in one window: to start the program takes longest.
TESTS_IN_SAMPLE = [
    test_every_control_has_a_name,
    test_click_on_marker_opens_card,
    test_sentences_have_room_for_their_lines,
    test_sentence_leads_back_into_text,
    test_marker_by_accessible_action,
    test_escape_closes_card,
    test_keys_work_on_the_card,
    test_list_leads_to_map_and_text,
    test_window_that_has_gone_does_no_harm,
    test_shortcuts_are_shown,
    test_empty_clipboard_keeps_article,
    test_narrow_window_turns_pages,
]

TESTS = [
    (test_next_and_previous_mention, [SAMPLE]),
    (test_opens_empty, []),
    (test_sample_from_empty_window, []),
    (test_bad_file_is_explained, [missing_file()]),
    (test_bad_file_is_explained, [tempfile.gettempdir()]),
]


class Sample:
    """One window with the sample."""

    def __init__(self):
        self.stack = contextlib.ExitStack()
        self.window = None

    def open(self):
        self.window = self.stack.enter_context(opened(PROGRAM, SAMPLE))

    def run(self, test):
        test(self.window)
        self.window.press("Escape")
        wait_for("no card", lambda: not self.window.find(role=BUTTON, starts="Named "))

    def close(self):
        self.stack.close()


def run(test, files):
    with opened(PROGRAM, *files) as window:
        test(window)


def main():
    sample = Sample()
    return run_tests([("the sample", sample.open),
                      *((test.__name__, lambda test=test: sample.run(test)) for test in TESTS_IN_SAMPLE),
                      ("no complaint in the end", sample.close),
                      *((test.__name__, lambda test=test, files=files: run(test, files)) for test, files in TESTS)])


if __name__ == "__main__":
    sys.exit(main())
