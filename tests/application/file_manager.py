# SPDX-License-Identifier: GPL-3.0-or-later
"""A file manager, as far as the tests need one: a window “Files” from which files can be dragged.

    file_manager.py FILE…

Says "ready" when its window is there, "accepted" when the files are over a place that takes them, and
"taken" when they have been dropped and read.
"""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402



def say(word):
    print(word, flush=True)


def begin_cb(_source, drag):
    drag.connect("notify::selected-action", lambda drag, _: drag.get_selected_action() and say("accepted"))
    drag.connect("dnd-finished", lambda _: say("taken"))


Gtk.init()
files = Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in sys.argv[1:]])
source = Gtk.DragSource()
source.set_content(Gdk.ContentProvider.new_for_value(files))
source.connect("drag-begin", begin_cb)
label = Gtk.Label(label="Drag this")
label.add_controller(source)
window = Gtk.Window(title="Files", default_width=120, default_height=80, child=label)
window.connect("map", lambda _: say("ready"))
window.present()
GLib.MainLoop().run()
