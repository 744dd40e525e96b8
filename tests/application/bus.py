# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask about many accessible objects at once: libatspi waits for each answer, and a page has thousands of objects.

    bus = Bus()
    nodes = bus.nodes(app)      # all that is in it, in the order of the window
    roles = bus.roles(nodes)
    o = nodes[5].object()       # the Atspi.Accessible, when it is still there
"""

import os

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
TIMEOUT_MS = 15000


class Node:
    """A place in the tree, and the path that the object there had when it was looked at."""

    def __init__(self, name, path, parent=None, index=0, accessible=None):
        self.name, self.path = name, path       # on the bus
        self.parent, self.index, self.children = parent, index, []
        self.accessible = accessible

    def object(self):
        """The object; None when it is gone."""
        if self.accessible is None:
            parent = self.parent.object()
            self.accessible = parent and self.among(parent)
        return self.accessible

    def among(self, parent):
        """The child of PARENT with the path, looked for first where it was."""
        def places():
            yield self.index
            yield from range(parent.get_child_count())

        for index in places():
            child = parent.get_child_at_index(index)
            if child and child.path == self.path:
                return child
            # GTK 4.8 has the page of a stack around its child when it is asked for one, not when for all
            if child and child.get_child_count() == 1:
                inner = child.get_child_at_index(0)
                if inner and inner.path == self.path:
                    return inner
        return None

    def in_order(self):
        yield self
        for child in self.children:
            yield from child.in_order()


class Bus:
    """A connection of our own to the accessibility bus of the session that the environment names."""

    def __init__(self):
        session = self._connect(os.environ["DBUS_SESSION_BUS_ADDRESS"])
        answer = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                   Gio.DBusCallFlags.NONE, TIMEOUT_MS, None)
        self.connection = self._connect(answer.unpack()[0])
        session.close_sync(None)

    @staticmethod
    def _connect(address):
        flags = Gio.DBusConnectionFlags
        return Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)

    def nodes(self, root):
        """ROOT, an Atspi.Accessible, and all that is in it."""
        top = Node(root.app.bus_name, root.path, accessible=root)
        level = [top]
        while level:
            for node, children in zip(level, self.ask(level, "GetChildren")):
                node.children = [Node(name, path, node, index) for index, (name, path) in enumerate(children or [])]
            level = [child for node in level for child in node.children]
        return list(top.in_order())

    def roles(self, nodes):
        """Their roles, an Atspi.Role; None for those that are gone."""
        return self.ask(nodes, "GetRole")

    def names(self, nodes):
        """Their accessible names; None for those that are gone."""
        wanted = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
        return self.ask(nodes, "Get", wanted, "org.freedesktop.DBus.Properties")

    def ask(self, nodes, method, arguments=None, interface=ACCESSIBLE):
        """The answers about each of NODES; None where there is none."""
        answers, left = [None] * len(nodes), len(nodes)
        context = GLib.MainContext.new()        # nothing else happens meanwhile

        def answered(connection, result, index):
            nonlocal left
            left -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()[0]
            except GLib.Error:      # gone
                pass

        context.push_thread_default()
        try:
            for index, node in enumerate(nodes):
                self.connection.call(node.name, node.path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                     TIMEOUT_MS, None, answered, index)
            while left:
                context.iteration(True)
        finally:
            context.pop_thread_default()
        return answers
