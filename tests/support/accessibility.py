# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a program as screen readers do, over the accessibility bus (AT-SPI).

libatspi asks for every child, name and role of every widget by a message of its own and waits for the answer: most of what a
test of the window took was that. The program's cache (org.a11y.atspi.Cache) tells of all widgets that anybody has asked for in one
message, and the others are asked for all at once. What is said of a widget later than that is asked of the widget itself. Methods
are named as in libatspi.
"""

import collections
import functools
import json
import re
import time

import gi

gi.require_version("Atspi", "2.0")
gi.require_version("Json", "1.0")
from gi.repository import Atspi, Gio, GLib, Json  # noqa: E402

PATIENCE = 40  # seconds; busy machines take their time
TRUST = 1  # seconds for which the program's cache is taken at its word

ROOT = "/org/a11y/atspi/accessible/root"
INTERFACE = "org.a11y.atspi."
REGISTRY = "org.a11y.atspi.Registry"
DAEMON = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")

Extents = collections.namedtuple("Extents", "x y width height")
Selection = collections.namedtuple("Selection", "start_offset end_offset")


def call(bus, name, path, interface, method, parameters=None):
    return unpack(bus.call_sync(name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, PATIENCE * 1000, None))


def unpack(variant):
    """Lists, numbers and texts out of an answer; by way of JSON, since PyGObject takes half a second for a thousand widgets."""
    text, _ = Json.gvariant_serialize_data(variant)
    return json.loads(text)


@functools.cache
def accessibility_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    (address,) = call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    return Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)


class States:
    """What holds of a widget, a bit for each state."""

    def __init__(self, words):
        self.bits = sum(word << (32 * i) for i, word in enumerate(words))

    def contains(self, state):
        return bool(self.bits >> int(state) & 1)


class Text:
    """What a widget shows that has text in it; offsets are in characters."""

    def __init__(self, node):
        self.node = node

    def get_text(self, start, end):
        return self.node.call("Text", "GetText", "(ii)", start, end)[0]

    def get_character_count(self):
        return self.node.get("Text", "CharacterCount")

    def get_caret_offset(self):
        return self.node.get("Text", "CaretOffset")

    def get_n_selections(self):
        return self.node.call("Text", "GetNSelections")[0]

    def get_selection(self, index):
        return Selection(*self.node.call("Text", "GetSelection", "(i)", index))

    def get_attribute_run(self, offset, with_defaults):
        return self.node.call("Text", "GetAttributeRun", "(ib)", offset, with_defaults)


class Component:
    """Where a widget is."""

    def __init__(self, node):
        self.node = node

    def get_extents(self, of_what):
        return Extents(*self.node.call("Component", "GetExtents", "(u)", of_what)[0])


class Action:
    """What can be done to a widget."""

    def __init__(self, node):
        self.node = node

    def do_action(self, index):
        return self.node.call("Action", "DoAction", "(i)", index)[0]


class Node:
    """A widget of a program; what was seen of it belongs to the time when it was found."""

    def __init__(self, program, path, interfaces=(), name="", role=0, states=()):
        self.program = program
        self.path = path
        self.interfaces = interfaces
        self.seen_name = name
        self.role = role
        self.seen_states = States(states)

    def __eq__(self, other):
        return isinstance(other, Node) and self.path == other.path

    def __hash__(self):
        return hash(self.path)

    def call(self, interface, method, signature=None, *arguments):
        parameters = GLib.Variant(signature, arguments) if signature is not None else None
        return call(accessibility_bus(), self.program.bus_name, self.path, INTERFACE + interface, method, parameters)

    def get(self, interface, name):
        parameters = GLib.Variant("(ss)", (INTERFACE + interface, name))
        return call(accessibility_bus(), self.program.bus_name, self.path, "org.freedesktop.DBus.Properties", "Get", parameters)[0]

    def get_name(self):
        return self.get("Accessible", "Name")

    def get_description(self):
        return self.get("Accessible", "Description")

    def get_role(self):
        return self.role

    def get_role_name(self):
        """The name of a role as tests write it, such as “push button”."""
        return re.sub("[_-]", " ", Atspi.Role(self.role).value_nick)

    def get_state_set(self):
        return States(self.call("Accessible", "GetState")[0])

    def get_parent(self):
        _, path = self.get("Accessible", "Parent")
        return self.program.look().nodes[path]

    def get_children(self):
        return self.program.look().children_of(self)

    def _interface(self, kind):
        return kind(self) if INTERFACE + kind.__name__ in self.interfaces else None

    def get_text_iface(self):
        return self._interface(Text)

    def get_component_iface(self):
        return self._interface(Component)

    def get_action_iface(self):
        return self._interface(Action)


class Look:
    """All widgets of a program as they are at one moment."""

    def __init__(self, program):
        self.program = program
        # The cache also has what was shown before and is hidden now, and has not what nobody asked for yet: where it does not add up,
        # the widget is asked, and all that have children are from time to time, since it may add up by chance.
        self.nodes, children, counts = program.read_cache()
        asks_all = program.asks_all_now()
        doubtful = [path for path in {program.path, *self.nodes}
                    if (asks_all and counts[path]) or [index for index, _ in children[path]] != list(range(counts[path]))]
        asked = program.ask_for_children(doubtful, self.nodes)
        if any(child not in self.nodes for paths in asked.values() for child in paths):
            self.nodes, children, counts = program.read_cache()
        self._children = {path: [child for _, child in pairs] for path, pairs in children.items()} | asked

    def children_of(self, node):
        return [self.nodes[path] for path in self._children.get(node.path, []) if path in self.nodes]

    def window_called(self, title, index=0):
        """The window or dialog of that title, so many after the first."""
        found = [child for child in self.children_of(self.program) if child.seen_name == title]
        return found[index] if index < len(found) else None

    def descendants_of(self, node, is_closed):
        for child in self.children_of(node):
            yield child
            if not is_closed(child):
                yield from self.descendants_of(child, is_closed)


class Program(Node):
    """A running program, whose children are its windows."""

    def __init__(self, bus_name):
        super().__init__(self, ROOT)
        self.bus_name = bus_name
        self.asked_all = -TRUST

    @classmethod
    def of_process(cls, process):
        """The program of a process, or None as long as it has not registered: GLib is not ready for questions before."""
        bus = accessibility_bus()
        (programs,) = call(bus, REGISTRY, ROOT, INTERFACE + "Accessible", "GetChildren")
        for name, _ in programs:
            if call(bus, *DAEMON, "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,))) == [process]:
                return cls(name)
        return None

    def look(self):
        return Look(self)

    def asks_all_now(self):
        now = time.monotonic()
        if now < self.asked_all + TRUST:
            return False
        self.asked_all = now
        return True

    def read_cache(self):
        """The widgets by path, and of each, its children in pairs of position and path, and how many children it says it has."""
        (items,) = call(accessibility_bus(), self.bus_name, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems")
        nodes = {}
        children = collections.defaultdict(list)
        counts = collections.Counter()
        for (_, path), _, (_, parent), index, n_children, interfaces, name, role, _, states in items:
            nodes[path] = Node(self, path, interfaces, name, role, states)
            counts[path] = n_children
            children[parent].append((index, path))
        for pairs in children.values():
            pairs.sort()
        return nodes, children, counts

    def ask_for_children(self, paths, known):
        """What is in widgets, by path, and in what is found in them that is not known: all are asked at once."""
        children = {}
        waiting = set()

        def ask(path):
            waiting.add(path)
            accessibility_bus().call(self.bus_name, path, INTERFACE + "Accessible", "GetChildren", None, None,
                                     Gio.DBusCallFlags.NONE, PATIENCE * 1000, None, answered, path)

        def answered(bus, result, path):
            waiting.discard(path)
            try:
                (references,) = unpack(bus.call_finish(result))
            except GLib.Error:
                return  # it has just gone
            children[path] = [child for _, child in references]
            for child in children[path]:
                if child not in known and child not in waiting and child not in children:
                    ask(child)

        for path in paths:
            ask(path)
        while waiting:
            GLib.MainContext.default().iteration(True)
        return children

    def ask_for_window(self, index):
        """What a screen reader is told that asks for a window, even for one that is gone."""
        return self.call("Accessible", "GetChildAtIndex", "(i)", index)
