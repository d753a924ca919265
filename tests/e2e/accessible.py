# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees of a program, read from the accessibility bus.

A whole window comes in one message, the cache that programs offer to screen readers
(org.a11y.atspi.Cache).  To ask node by node, as libatspi does, takes four round trips
for each, and a test looks at a window some hundred times."""

import collections
import functools

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402 (needs the version first)

A11Y = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
TIMEOUT = 10_000  # ms

# From so many nodes on, places are asked for all at once.
MANY = 8

Item = collections.namedtuple("Item", "n_children name role states")
Extents = collections.namedtuple("Extents", "x y width height")


@functools.cache
def get_bus():
    """The accessibility bus of this session."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                None, None, Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()[0]
    return Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
        Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)


def call(name, path, interface, method, arguments=None):
    return get_bus().call_sync(name, path, interface, method, arguments, None,
                               Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()


def find_program(pid):
    """The root of the program with this process, or None."""
    for name, path in call(A11Y + "Registry", ROOT, A11Y + "Accessible", "GetChildren")[0]:
        if call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))[0] == pid:
            return Node(name, path)
    return None


class States:
    def __init__(self, bits):
        self.bits = bits[0] | bits[1] << 32

    def contains(self, state):
        return bool(self.bits >> int(state) & 1)


def call_all(name, calls, answered):
    """Makes all calls at once, each a path, an interface, a method and its arguments, and
    hands what comes back to answered (), None for an error."""
    left = len(calls)

    def finished(bus, result, index):
        nonlocal left
        left -= 1
        try:
            value = bus.call_finish(result).unpack()
        except GLib.Error:
            # It is gone, or has no such interface.
            value = None
        answered(calls[index][0], value)

    for index, (path, interface, method, arguments) in enumerate(calls):
        get_bus().call(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                       TIMEOUT, None, finished, index)
    while left:
        GLib.MainContext.default().iteration(True)


class Snapshot:
    """All nodes of a program at one moment."""

    current = None

    def __init__(self, name):
        self.name = name
        self.items = {}
        self.children = {}
        self.extents = {}
        for (_, path), _, _, _, n_children, _, title, role, _, states in call(
                name, "/org/a11y/atspi/cache", A11Y + "Cache", "GetItems")[0]:
            self.items[path] = Item(n_children, title, role, states)
        # The cache also has what is not in the tree now, such as other pages of a stack.
        self._ask_children([path for path, item in self.items.items()
                            if item.n_children or path == ROOT])
        Snapshot.current = self

    def _ask_children(self, paths):
        def answered(path, value):
            self.children[path] = [child for _, child in value[0] if not child.endswith("/null")
                                   ] if value else []

        call_all(self.name, [(path, A11Y + "Accessible", "GetChildren", None) for path in paths],
                 answered)

    def get_children(self, path):
        if path not in self.children:
            self._ask_children([path])
        return self.children[path]

    def get_extents(self, path):
        """The place of a node; that of all others, too, if many are asked for."""
        if path not in self.extents and len(self.extents) >= MANY:
            self._ask_extents([other for other, item in self.items.items()
                               if States(item.states).contains(Atspi.StateType.VISIBLE) and
                               other not in self.extents])
        if path not in self.extents:
            self._ask_extents([path])
        return self.extents[path]

    def _ask_extents(self, paths):
        def answered(path, value):
            self.extents[path] = Extents(*value[0]) if value else Extents(0, 0, 0, 0)

        window = GLib.Variant("(u)", (int(Atspi.CoordType.WINDOW),))
        call_all(self.name, [(path, A11Y + "Component", "GetExtents", window) for path in paths],
                 answered)


class Node:
    """An object on the accessibility bus.  What the current snapshot knows is not asked
    again."""

    def __init__(self, bus_name, path):
        self.bus_name = bus_name
        self.path = path

    def __eq__(self, other):
        return isinstance(other, Node) and (self.bus_name, self.path) == (other.bus_name,
                                                                          other.path)

    def __hash__(self):
        return hash((self.bus_name, self.path))

    def _call(self, interface, method, arguments=None):
        return call(self.bus_name, self.path, A11Y + interface, method, arguments)

    def _get_property(self, interface, name):
        return call(self.bus_name, self.path, "org.freedesktop.DBus.Properties", "Get",
                    GLib.Variant("(ss)", (A11Y + interface, name)))[0]

    def _known(self):
        snapshot = Snapshot.current
        return snapshot.items.get(self.path) if snapshot and snapshot.name == self.bus_name else None

    def get_name(self):
        known = self._known()
        return known.name if known else self._get_property("Accessible", "Name")

    def get_description(self):
        return self._get_property("Accessible", "Description")

    def get_role_name(self):
        known = self._known()
        role = known.role if known else self._call("Accessible", "GetRole")[0]
        return Atspi.role_get_name(Atspi.Role(role))

    def get_state_set(self):
        known = self._known()
        return States(known.states if known else self._call("Accessible", "GetState")[0])

    def get_extents(self):
        """The place in the window; nothing if it has none."""
        if self._known():
            return Snapshot.current.get_extents(self.path)
        return Extents(*self._call("Component", "GetExtents", GLib.Variant(
            "(u)", (int(Atspi.CoordType.WINDOW),)))[0])

    def get_children(self):
        known = self._known()
        if known:
            # The root says that it has none.
            has_some = known.n_children or self.path == ROOT
            paths = Snapshot.current.get_children(self.path) if has_some else []
        else:
            paths = [path for _, path in self._call("Accessible", "GetChildren")[0]
                     if not path.endswith("/null")]
        return [Node(self.bus_name, path) for path in paths]

    def get_text(self):
        # GTK 4.8 gives nothing for -1, the end.
        count = self._get_property("Text", "CharacterCount")
        return self._call("Text", "GetText", GLib.Variant("(ii)", (0, count)))[0]

    def set_text(self, text):
        self._call("EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))

    def do_action(self):
        """What a click or the space bar would do."""
        self._call("Action", "DoAction", GLib.Variant("(i)", (0,)))
