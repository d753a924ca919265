# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows notifications, as a desktop does, to nobody but a test."""

import threading

from gi.repository import Gio, GLib

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

INTERFACE = Gio.DBusNodeInfo.new_for_xml(f"""
<node>
  <interface name="{NAME}">
    <method name="Notify">
      <arg type="s" direction="in"/>
      <arg type="u" direction="in"/>
      <arg type="s" direction="in"/>
      <arg type="s" direction="in"/>
      <arg type="s" direction="in"/>
      <arg type="as" direction="in"/>
      <arg type="a{{sv}}" direction="in"/>
      <arg type="i" direction="in"/>
      <arg type="u" direction="out"/>
    </method>
    <method name="CloseNotification">
      <arg type="u" direction="in"/>
    </method>
    <signal name="ActionInvoked">
      <arg type="u"/>
      <arg type="s"/>
    </signal>
    <signal name="NotificationClosed">
      <arg type="u"/>
      <arg type="u"/>
    </signal>
  </interface>
</node>
""").interfaces[0]


class Notifications:
    """What is shown now: the title and the body of each, by number."""

    def __init__(self):
        self.shown = {}
        self._n_notifications = 0
        self._connection = None
        is_ready = threading.Event()
        threading.Thread(target=self._run, args=(is_ready,), daemon=True).start()
        is_ready.wait()

    def _run(self, is_ready):
        context = GLib.MainContext.new()
        context.push_thread_default()
        address = Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION, None)
        self._connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self._connection.register_object(PATH, INTERFACE, self._called, None, None)
        Gio.bus_own_name_on_connection(self._connection, NAME, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: is_ready.set(), None)
        GLib.MainLoop.new(context, False).run()

    def _called(self, _connection, _sender, _path, _interface, method, arguments, invocation):
        if method == "Notify":
            _, number, _, title, body, *_ = arguments.unpack()
            if number == 0:
                self._n_notifications += 1
                number = self._n_notifications
            # The program has to know the number before a test goes on: GLib withdraws
            # no notification without.
            invocation.return_value(GLib.Variant("(u)", (number,)))
            self._connection.flush_sync(None)
            self.shown[number] = (title, body)
        else:
            self.shown.pop(arguments.unpack()[0], None)
            invocation.return_value(None)

    def activate(self, number):
        """As a click on a notification, which goes then."""
        del self.shown[number]
        for signal, argument in (("ActionInvoked", GLib.Variant("(us)", (number, "default"))),
                                 ("NotificationClosed", GLib.Variant("(uu)", (number, 2)))):
            self._connection.emit_signal(None, PATH, NAME, signal, argument)
