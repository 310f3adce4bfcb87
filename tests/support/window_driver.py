# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the window of Lieudit as a person does: by mouse and keyboard (xdotool), reading it by AT-SPI.

Needs a display without a window manager, such as Xvfb, and a D-Bus session.
"""

import contextlib
import os
import pathlib
import shutil
import subprocess
import time

from gi.repository import GLib

from accessibility import PATIENCE, Atspi, Program
from tap import Missed

# What GTK tells AT-SPI its widgets are. A group was a panel before GTK 4.10, and the names of roles change as well, so
# that only the numbers behind them say the same on every Debian.
BUTTON = frozenset({Atspi.Role.PUSH_BUTTON})
GROUP = frozenset({Atspi.Role.PANEL, Atspi.Role.GROUPING})
FRAME = frozenset({Atspi.Role.FRAME})
LABEL = frozenset({Atspi.Role.LABEL})
LIST_ITEM = frozenset({Atspi.Role.LIST_ITEM})
MENU_ITEM = frozenset({Atspi.Role.MENU_ITEM})
NEWS = frozenset({Atspi.Role.STATUS_BAR})
RADIO_ITEM = frozenset({Atspi.Role.RADIO_MENU_ITEM})
PAGE_TAB = frozenset({Atspi.Role.PAGE_TAB})
SCROLL_PANE = frozenset({Atspi.Role.SCROLL_PANE})
TEXT = frozenset({Atspi.Role.TEXT})


# The accessible name of the map, and a language in which names can be known.
MAP = "Map of the places in the article"
IN_ENGLISH = {"LANGUAGE": "C", "LC_ALL": "C.UTF-8"}

# Freed memory is overwritten, so that what still reads it fails at once, and not one time in a hundred.
OVERWRITING_FREED_MEMORY = {"G_SLICE": "always-malloc", "MALLOC_PERTURB_": "165"}

# What libatspi says of windows that come and go, GTK 4.8 of the page numbers in every window of shortcuts, and GTK 4.18 of
# how libadwaita measures the question whether to save.
COMPLAINTS_OF_LIBRARIES = ("dbind-WARNING", "reported min width -4, but sizes must be >= 0", "Trying to measure GtkLabel")


class Gone(Missed):
    """What was waited for did not come."""


def wait_for(what, condition):
    """Returns the first true result of condition()."""
    deadline = time.monotonic() + PATIENCE
    pause = 0.05
    while time.monotonic() < deadline:
        try:
            result = condition()
            if result:
                return result
        except (GLib.Error, subprocess.CalledProcessError):
            pass  # the widget went away while it was looked at
        time.sleep(pause)
        pause = min(pause * 1.5, 0.5)
    raise Gone(f"waited {PATIENCE} s for {what}")


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def find_windows(process):
    """The visible X windows of a process, as (identifier, x, y, width, height)."""
    windows = []
    for identifier in xdotool("search", "--onlyvisible", "--pid", process).split():
        try:
            shell = xdotool("getwindowgeometry", "--shell", identifier)
        except subprocess.CalledProcessError:
            continue  # it has gone since
        values = dict(line.split("=") for line in shell.split())
        windows.append((identifier, *(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))))
    return windows


def descendants(node, is_closed=lambda node: False):
    """The widgets in a widget, without those in closed ones."""
    return node.program.look().descendants_of(node, is_closed)


def is_focusable(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSABLE)


def is_focused(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def is_selected(node):
    return node.get_state_set().contains(Atspi.StateType.SELECTED)


def name_of(node):
    """What a widget is called now."""
    return node.get_name() or written_as_news(node)


def written_as_news(node):
    """To GTK 4.18, a text that is news has no name beside what is written there."""
    text = node.get_text_iface() if node.get_role() in NEWS else None
    return text.get_text(0, text.get_character_count()) if text is not None else ""


class Window:
    """One running Lieudit."""

    def __init__(self, program, *files, environment=None):
        variables = dict(os.environ, GTK_A11Y="atspi", GSK_RENDERER="cairo",
                         **OVERWRITING_FREED_MEMORY, **(environment or {}))
        self.process = subprocess.Popen([program, *files], env=variables, stderr=subprocess.PIPE, text=True)
        self.application = wait_for("the application", self._find_application)
        self.frame = wait_for("the window", lambda: self.find(role=FRAME))

    def _find_application(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"the program ended with {self.process.returncode}: {self.process.stderr.read()}")
        program = Program.of_process(self.process.pid)
        return program if program is not None and program.get_children() else None

    def close(self):
        """Ends the program and returns what it wrote to standard error."""
        self.process.terminate()
        _, errors = self.process.communicate(timeout=PATIENCE)
        return errors

    def quit(self):
        """Leaves by the keyboard, as a person does, and returns what the program wrote to standard error.

        What was not saved is discarded, and a quiz ended.
        """
        self.focus_main()
        self.press("ctrl+q")
        try:
            wait_for("the end", self._ended_or_discarded)
        except Gone:
            self.close()
            raise Gone("the program did not quit") from None
        _, errors = self.process.communicate(timeout=PATIENCE)
        if self.process.returncode != 0:
            raise RuntimeError(f"the program ended with {self.process.returncode}: {errors}")
        return errors

    def _ended_or_discarded(self):
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(0.3)
            return True
        discard = next((node for node in self.find_all(role=BUTTON) if node.seen_name.endswith(("Discard", "End Quiz"))), None)
        if discard is not None:
            self.activate(discard)
        return False

    # Reading

    def find_all(self, role=None, name=None, starts=None, ends=None, under=None, title=None, index=0):
        """The widgets of a description, as they are now: under a widget, or in a window or dialog of that title."""
        look = self.application.look()
        if title is not None:
            under = look.window_called(title, index)
            if under is None:
                return
        rows = []  # a row has no rows in it

        for node in look.descendants_of(under or self.application, is_closed=lambda node: rows[-1:] == [node]):
            if role is not None and node.role not in role:
                continue
            if role == LIST_ITEM:
                rows.append(node)
            called = node.seen_name or written_as_news(node)
            if (name in (None, called) and (ends is None or called.endswith(ends)) and
                    (starts is None or called.startswith(starts))):
                yield node

    def find(self, **description):
        return next(self.find_all(**description), None)

    def wait(self, **description):
        return wait_for(str(description), lambda: self.find(**description))

    def find_marker(self, name):
        """The marker of a place, waited for."""
        panel = self.wait(name=MAP)
        return wait_for(f"the marker of {name}", lambda: self.find(role=BUTTON, starts=f"{name}, ", under=panel))

    def wait_for_menu_item(self, name, position):
        """An item of the menu that is open. GTK 4.18 tells AT-SPI no names of items: it is the one at a position there."""
        def find():
            items = list(self.find_all(role=MENU_ITEM))
            if any(item.get_name() for item in items):
                return next((item for item in items if item.get_name() == name), None)
            return next(iter(items[position:]), None)

        return wait_for(f"the menu item “{name}”", find)

    def focused(self):
        return next((node for node in descendants(self.application)
                     if node.seen_states.contains(Atspi.StateType.FOCUSED)), None)

    def focused_name(self):
        """What has the focus is called; nothing while nothing has it, as for a moment when a page is turned."""
        focused = self.focused()
        return focused.get_name() if focused is not None else ""

    def window_names(self):
        """The titles of the windows and dialogs; to GTK 4.8, those after the first have no role that says so."""
        return [window.seen_name for window in self.application.get_children()]

    def child_called(self, name, index=0):
        """The window or dialog of that title, so many after the first."""
        return self.application.look().window_called(name, index)

    def text_at_caret(self, length):
        text = self.wait(role=TEXT).get_text_iface()
        caret = text.get_caret_offset()
        return text.get_text(caret, caret + length)

    # Acting

    def focus(self, title):
        """Gives the keyboard to a window or dialog, which no window manager does here."""
        def has_title(identifier):
            try:
                return xdotool("getwindowname", identifier).strip() == title
            except subprocess.CalledProcessError:
                return False  # tooltips have no title

        def find():
            return next((window[0] for window in find_windows(self.process.pid) if has_title(window[0])), None)

        xdotool("windowfocus", wait_for(f"the window “{title}”", find))

    def focus_main(self):
        """Gives the keyboard back to the window: no window manager does when a menu or a dialog closes."""
        # A window that is just being mapped or closed cannot be given it.
        wait_for("the window", lambda: xdotool("windowfocus", self._main_window()[0]) is not None)

    def _main_window(self):
        """The X window of the program, as (identifier, x, y, width, height)."""
        return max(find_windows(self.process.pid), key=lambda window: window[3])

    def middle(self):
        _, x, y, width, height = self._main_window()
        return x + width // 2, y + height // 2

    def position(self, node):
        """Where the middle of a widget is on the screen, in pixels."""
        _, x, y, width, height = self._main_window()
        outer = self.frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        inner = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        # A window draws its own shadow around what AT-SPI measures, or the window begins left of and above what is in it:
        # GTK 4.18 measures with the shadow, and from where the contents begin.
        x += (width - outer.width) // 2 + inner.x - 2 * outer.x
        y += (height - outer.height) // 2 + inner.y - 2 * outer.y
        return x + inner.width // 2, y + inner.height // 2

    def resting_position(self, node):
        """The position once the widget no longer moves, as markers do while the map turns to its places."""
        positions = [self.position(node)]

        def rests():
            time.sleep(0.25)
            positions.append(self.position(node))
            return positions[-1] == positions[-2]

        wait_for("the widget to rest", rests)
        return positions[-1]

    def point_at(self, node):
        x, y = self.resting_position(node)
        # No mouse jumps: the last stretch takes several steps, of which GTK sees more than the entering.
        for distance in (8, 4, 0):
            xdotool("mousemove", x - distance, y - distance)
            time.sleep(0.05)

    def click(self, node):
        self.point_at(node)
        time.sleep(0.4)  # a hand does not click while it moves
        xdotool("click", 1)

    def press(self, *keys):
        for key in keys:
            xdotool("key", key)
            time.sleep(0.1)

    def type(self, text):
        xdotool("type", "--delay", 60, text)

    def type_path(self, path):
        """Types where a file is in a dialog, and takes it."""
        self.type(str(path))
        # The dialog completes what is typed, and GTK 4.18 leaves the rest of its guess behind the caret.
        self.press("shift+End", "Delete", "Return")

    def choose_file(self, title, path):
        """Opens a file in the dialog of that title."""
        self.wait(name=title)
        self.focus(title)
        self.type_path(path)

    def save_file(self, title, path):
        """Saves a file in the dialog of that title."""
        dialog = self.wait(name=title)
        self.focus(title)
        wait_for("the suggested name", lambda: any(map(is_focused, self.find_all(role=TEXT, under=dialog))))
        self.press("ctrl+a")
        self.type_path(path)

    def resize(self, width, height):
        def has_size():
            # A window that folds on the way may become smaller only then.
            xdotool("windowsize", self._main_window()[0], width, height)
            time.sleep(0.2)
            return self._main_window()[3:] == (width, height)

        wait_for("the new size", has_size)
        time.sleep(0.5)

    def activate(self, node):
        if not node.get_action_iface().do_action(0):
            raise Gone(f"“{node.get_name()}” could not be activated")


def complaints_in(errors):
    """What a program wrote to standard error that it should not have."""
    complaints = [line for line in errors.splitlines() if "CRITICAL" in line or "WARNING" in line]
    return [line for line in complaints if not any(known in line for known in COMPLAINTS_OF_LIBRARIES)]


@contextlib.contextmanager
def opened(program, *files, environment=None):
    """A window in English that is left by keyboard in the end, and may not have complained until then."""
    window = Window(program, *map(str, files), environment={**IN_ENGLISH, **(environment or {})})
    try:
        yield window
    except Exception as failure:
        ended = window.process.poll()
        said = window.close()
        # What was not saved is not for the next test.
        shutil.rmtree(pathlib.Path(os.environ["XDG_STATE_HOME"]) / "lieudit", ignore_errors=True)
        state = "was running" if ended is None else f"had ended with {ended}"
        # A crash, a complaint and what is shown wrongly are no bad luck, however rare.
        kind = Gone if isinstance(failure, Gone) and ended is None and not complaints_in(said) else RuntimeError
        raise kind(f"{failure}; the program {state} and had said: {said or 'nothing'}") from failure
    complaints = complaints_in(window.quit())
    assert not complaints, "\n".join(complaints)
