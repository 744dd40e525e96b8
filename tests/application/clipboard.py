# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program with the clipboard, as far as the tests need one.

    clipboard.py give FILE TYPE…    has what is in FILE as each TYPE, until another program takes over or
                                    this one is ended; says "given" when it has
    clipboard.py take               writes the text that is on the clipboard
    clipboard.py take TYPE          writes what is on the clipboard as TYPE
"""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402

Gtk.init()
clipboard = Gdk.Display.get_default().get_clipboard()
loop = GLib.MainLoop()


def give(path, types):
    with open(path, "rb") as file:
        content = GLib.Bytes.new(file.read())
    clipboard.set_content(Gdk.ContentProvider.new_union(
        [Gdk.ContentProvider.new_for_bytes(type, content) for type in types]))
    print("given", flush=True)
    loop.run()


def take_type(type):
    output = Gio.MemoryOutputStream.new_resizable()

    def spliced_cb(source, result):
        source.splice_finish(result)
        sys.stdout.buffer.write(output.steal_as_bytes().get_data())
        loop.quit()

    def read_cb(source, result):
        stream, _ = source.read_finish(result)
        # the bytes come through the loop: it must not wait for them
        output.splice_async(
            stream, Gio.OutputStreamSpliceFlags.CLOSE_TARGET, GLib.PRIORITY_DEFAULT, None, spliced_cb)

    clipboard.read_async([type], GLib.PRIORITY_DEFAULT, None, read_cb)
    loop.run()


def take():
    def read_cb(source, result):
        sys.stdout.buffer.write((source.read_text_finish(result) or "").encode())
        loop.quit()

    clipboard.read_text_async(None, read_cb)
    loop.run()


if sys.argv[1] == "give":
    give(sys.argv[2], sys.argv[3:])
elif len(sys.argv) > 2:
    take_type(sys.argv[2])
else:
    take()
