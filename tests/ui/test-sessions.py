#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reader says of an article is saved, opened again, asked about before it is lost, and there again after a crash.

usage: test-sessions.py LIEUDIT

The programme is driven by real mouse and keyboard events and read by AT-SPI. Writes TAP.
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import run_tests  # noqa: E402
from window_driver import BUTTON, IN_ENGLISH, LABEL, LIST_ITEM, Window, opened, wait_for  # noqa: E402

PROGRAM = sys.argv[1]
ARTICLE = """Le carburant revient

Le port de Tripoli a rouvert mardi matin. Les routes vers Saraqeb restent fermées, et Tripoli attend.
"""
OTHER = """Pluie

Il pleut à Homs et à Hama.
"""
TITLE = "Le carburant revient"
N_PLACES = 2


def rows(window):
    return [row.get_name() for row in window.find_all(role=LIST_ITEM) if row.get_name()]


def wait_for_places(window):
    wait_for("the places", lambda: rows(window))


def wait_for_title(window, title):
    wait_for(f"the title “{title}”", lambda: title in window.window_names())


def confirm_next(window, n_checked):
    """Judges a place by keyboard."""
    window.press("ctrl+j", "ctrl+Return")
    window.wait(name=f"{n_checked} of {N_PLACES} places checked")


def answer(window, dialog, button):
    wait_for(f"the dialog “{dialog}”", lambda: window.find(role=LABEL, name=dialog))
    window.activate(wait_for(f"the button “{button}”", lambda: window.find(role=BUTTON, ends=button)))
    wait_for("the dialog to close", lambda: window.find(role=LABEL, name=dialog) is None)
    window.focus_main()


def save_as(window, path, keys):
    window.press(keys)
    window.save_file("Save the Session", path)
    wait_for("the dialog to close", lambda: "Save the Session" not in window.window_names())
    wait_for("the file", lambda: path.exists())
    window.focus_main()


def read_decisions(path):
    session = json.loads(path.read_text(encoding="utf-8"))
    return [item["lieudit:decision"] for item in session["first"]["items"] if "lieudit:decision" in item]


def test_save_and_open_again(folder):
    path = folder / "carburant.lieudit"
    with opened(PROGRAM, folder / "article.txt") as window:
        wait_for_places(window)
        confirm_next(window, 1)
        wait_for_title(window, f"• {TITLE}")
        save_as(window, path, "ctrl+s")
        wait_for_title(window, TITLE)
        assert read_decisions(path) == ["place"], path.read_text(encoding="utf-8")

        # From now on, it knows where to save.
        confirm_next(window, 2)
        wait_for_title(window, f"• {TITLE}")
        window.press("ctrl+s")
        wait_for_title(window, TITLE)
        assert read_decisions(path) == ["place", "place"]

    with opened(PROGRAM, path) as window:
        window.wait(name=f"2 of {N_PLACES} places checked")
        wait_for_title(window, TITLE)
    assert read_decisions(path) == ["place", "place"]


def test_save_as_leaves_the_first_file(folder):
    first, second = folder / "first.lieudit", folder / "second.lieudit"
    with opened(PROGRAM, folder / "article.txt") as window:
        wait_for_places(window)
        confirm_next(window, 1)
        save_as(window, first, "ctrl+s")
        confirm_next(window, 2)
        save_as(window, second, "ctrl+shift+s")
        wait_for_title(window, TITLE)
    assert len(read_decisions(first)) == 1 and len(read_decisions(second)) == 2


def test_closing_asks(folder):
    path = folder / "asked.lieudit"
    shutil.copy(folder / "saved.lieudit", path)
    window = Window(PROGRAM, str(path), environment=IN_ENGLISH)
    try:
        window.wait(name=f"1 of {N_PLACES} places checked")
        confirm_next(window, 2)
        window.press("ctrl+w")
        answer(window, "Save Changes?", "Cancel")
        wait_for_title(window, f"• {TITLE}")
        window.press("ctrl+w")
        wait_for("the question", lambda: window.find(role=LABEL, name="Save Changes?"))
        window.activate(window.wait(role=BUTTON, ends="Save"))
        wait_for("the end", lambda: window.process.poll() is not None)
    finally:
        window.close()
    assert len(read_decisions(path)) == 2


def test_changed_by_somebody_else(folder):
    path = folder / "shared.lieudit"
    shutil.copy(folder / "saved.lieudit", path)
    with opened(PROGRAM, path) as window:
        window.wait(name=f"1 of {N_PLACES} places checked")
        confirm_next(window, 2)
        # Another program saves it the careful way.
        shutil.copy(folder / "saved.lieudit", folder / "theirs")
        os.utime(folder / "theirs", (1, 1))
        os.replace(folder / "theirs", path)
        window.wait(role=LABEL, name="“shared.lieudit” was changed by another program.")

        window.press("ctrl+s")
        answer(window, "Save Over the Changes of Somebody Else?", "Cancel")
        assert len(read_decisions(path)) == 1
        window.press("ctrl+s")
        answer(window, "Save Over the Changes of Somebody Else?", "Overwrite")
        wait_for_title(window, TITLE)
        assert len(read_decisions(path)) == 2

        shutil.copy(folder / "saved.lieudit", folder / "theirs")
        os.utime(folder / "theirs", (2, 2))
        os.replace(folder / "theirs", path)
        window.activate(window.wait(role=BUTTON, ends="Reload"))
        window.wait(name=f"1 of {N_PLACES} places checked")


def test_bad_files_are_left_alone(folder):
    cases = {
        "newer": ('{"lieudit:version": 3, "lieudit:article": []}', "A newer Lieudit saved this session."),
        "cut": (folder.joinpath("saved.lieudit").read_text(encoding="utf-8")[:-40], "This session is damaged"),
        "deep": ('{"lieudit:version": 1, "x": ' + "[" * 200000, "This session is damaged"),
    }
    for name, (contents, message) in cases.items():
        path = folder / f"{name}.lieudit"
        path.write_text(contents, encoding="utf-8")
        with opened(PROGRAM, path) as window:
            window.wait(role=LABEL, starts=f"“{name}.lieudit”: {message}")
        assert path.read_text(encoding="utf-8") == contents


def test_back_after_a_crash(folder):
    kept = pathlib.Path(os.environ["XDG_STATE_HOME"]) / "lieudit" / "sessions"
    window = Window(PROGRAM, str(folder / "article.txt"), environment=IN_ENGLISH)
    wait_for_places(window)
    confirm_next(window, 1)
    # Not by the clock: what is on disk is what was kept, and five seconds are enough on an idle machine.
    wait_for("the session on disk", lambda: any(len(read_decisions(path)) == 1 for path in kept.glob("*.lieudit")))
    window.process.send_signal(signal.SIGKILL)
    window.process.wait()

    with opened(PROGRAM) as window:
        window.wait(role=LABEL, starts="Lieudit ended before this was saved.")
        window.wait(name=f"1 of {N_PLACES} places checked")
        wait_for_title(window, f"• {TITLE}")
    # It was discarded when that window closed.
    assert not list(kept.glob("*.lieudit")), list(kept.iterdir())

    with opened(PROGRAM) as window:
        window.wait(role=BUTTON, name="Open…")


def test_unsaved_changes_stay_when_another_is_opened(folder):
    with opened(PROGRAM, folder / "article.txt") as window:
        wait_for_places(window)
        confirm_next(window, 1)
        # The same programme, told by D-Bus to open another file: the only window is not empty.
        subprocess.run([PROGRAM, str(folder / "other.txt")], check=True)
        wait_for("both articles", lambda: {f"• {TITLE}", "Pluie"} <= set(window.window_names()))


def main():
    tests = [function for name, function in globals().items() if name.startswith("test_")]
    with tempfile.TemporaryDirectory(prefix="lieudit-") as place:
        folder = pathlib.Path(place)
        (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
        (folder / "other.txt").write_text(OTHER, encoding="utf-8")

        def save_one():
            """What the later tests open."""
            with opened(PROGRAM, folder / "article.txt") as window:
                wait_for_places(window)
                confirm_next(window, 1)
                save_as(window, folder / "saved.lieudit", "ctrl+s")
                wait_for_title(window, TITLE)

        save_one()
        return run_tests([(test.__name__, lambda test=test: test(folder)) for test in tests])


if __name__ == "__main__":
    sys.exit(main())
