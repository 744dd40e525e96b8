# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive the window as a person would: through AT-SPI and xdotool, under its own Xvfb and D-Bus.

    with Session() as s:
        s.start([program, 'plan.geoat'])
        s.click(s.find('push button', 'Save'))

Needs Debian's python3-gi, gir1.2-atspi-2.0, xdotool. One Session a process: libatspi connects once, to the
bus that the environment names when it is first used.
"""
import itertools, os, re, select, signal, subprocess, sys, tempfile, time, uuid

class Session:
    PATIENCE = 3        # a busy machine takes that much longer; a quiet one never waits until the end
    WARNING = re.compile(r'\b(Gtk|Gdk|Gsk|Adwaita|Pango|GLib-GObject|geoat-\w+)-(WARNING|CRITICAL)\b.*')
    # without a window manager GTK 4.8 looks for the monitor of a popover before it has a place. The last two were
    # seen from gtk_window_set_transient_for() when a dialog is freed after its parent; why that is so is not known,
    # and the same words from code of ours are passed over too
    NOISE = re.compile(r'gdk_monitor_get_geometry|attempt to allocate Gtk(PopoverContent|ScrolledWindow) .* -\d'
                       r'|instance with invalid \(NULL\) class pointer|g_signal_handlers_disconnect_matched: assertion')

    def __init__(self, size='1280x900x24', wm=None, renderer='cairo', lang='C.UTF-8', env=None, log=None):
        self.id = uuid.uuid4().hex
        self.tmp = tempfile.TemporaryDirectory(prefix='geoat-session.')
        self.log = open(log or os.path.join(self.tmp.name, 'log'), 'a+b', buffering=0)
        self.procs, self.app, self.pressed = [], None, 0
        if signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:      # so that 'with' cleans up
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        e = {k: v for k, v in os.environ.items() if not k.startswith(('DBUS_', 'XDG_', 'GTK_', 'AT_SPI'))}
        for d in ('home', 'run', 'cfg', 'data', 'cache'):
            os.mkdir(os.path.join(self.tmp.name, d), 0o700)
        t = lambda d: os.path.join(self.tmp.name, d)
        e.update(GEOAT_SESSION_ID=self.id, HOME=t('home'), XDG_RUNTIME_DIR=t('run'), XDG_CONFIG_HOME=t('cfg'),
                 XDG_DATA_HOME=t('data'), XDG_CACHE_HOME=t('cache'), LANG=lang, LC_ALL=lang,
                 GDK_BACKEND='x11', GSK_RENDERER=renderer, GSETTINGS_BACKEND='memory',
                 NO_AT_BRIDGE='1',          # GTK 3 only: keeps portal dialogs off the bus (libatspi hung on them)
                 GIO_USE_VFS='local')
        e.pop('WAYLAND_DISPLAY', None)
        e.update(env or {})
        self.env = e
        r, w = os.pipe()
        self._spawn(['Xvfb', '-displayfd', str(w), '-screen', '0', size, '-nolisten', 'tcp', '-noreset'], pass_fds=(w,))
        os.close(w)
        e['DISPLAY'] = ':' + self._line(r, 'Xvfb')
        r, w = os.pipe()
        self._spawn(['dbus-daemon', '--session', '--nofork', '--nopidfile', '--print-address=%d' % w], pass_fds=(w,))
        os.close(w)
        e['DBUS_SESSION_BUS_ADDRESS'] = self._line(r, 'dbus-daemon')
        if wm:
            self._spawn([wm] if isinstance(wm, str) else wm)
        # libatspi in this process must see the same session
        for k in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR'):
            os.environ[k] = e[k]
        os.environ.pop('AT_SPI_BUS_ADDRESS', None)
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi, GLib
        self.A, self.GLib = Atspi, GLib
        Atspi.init()
        Atspi.set_timeout(5000, 15000)
        from bus import Bus
        self.bus = Bus()
        self.desktop = Atspi.get_desktop(0)
        self.desktop.set_cache_mask(Atspi.Cache.NONE)

    # ---- processes -------------------------------------------------------
    def _spawn(self, argv, **kw):
        p = subprocess.Popen(argv, env=self.env, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, **kw)
        self.procs.append(p)
        return p

    @staticmethod
    def _line(fd, what, timeout=60):
        s, end = b'', time.time() + timeout
        while not s.endswith(b'\n'):           # Xvfb writes the number and the newline apart
            if not select.select([fd], [], [], max(0, end - time.time()))[0]:
                raise RuntimeError(what + ' did not start')
            c = os.read(fd, 4096)
            if not c:
                raise RuntimeError(what + ' ended at once')
            s += c
        os.close(fd)
        return s.decode().strip()

    def start(self, argv, timeout=30, app_name=None, **kw):
        self.xdo('mousemove', 0, 0)     # out of the way, or a tooltip comes up
        p = self._spawn(argv, **kw)
        p.app_name = app_name
        self.proc = p
        self.app = self.wait_for(lambda: self._app_of(p), timeout, 'application on the accessibility bus')
        self.wait_for(lambda: self.find('frame', root=self.app, required=False), timeout, 'first window')
        return self.app

    def wait_for_end(self, timeout=20):
        """Waits until the program started last has ended by itself."""
        self.wait_for(lambda: self.proc.poll() is not None, timeout, 'end of the program')

    def _app_of(self, p):
        if p.poll() is not None:
            raise RuntimeError('program ended with %s:\n%s' % (p.returncode, self.logged()))
        mine = {p.pid} | self._descendants(p.pid)
        for i in range(self.desktop.get_child_count()):
            try:
                a = self.desktop.get_child_at_index(i)
                if not a:
                    continue
                a.set_cache_mask(self.A.Cache.NONE)     # else children and names go stale
                # a sandboxed program is on the bus through a proxy with another pid: by name then
                if a.get_name() == p.app_name if p.app_name else a.get_process_id() in mine:
                    return a
            except self.GLib.Error:
                pass

    @staticmethod
    def _descendants(pid):
        kids = {}
        for d in os.listdir('/proc'):
            if d.isdigit():
                try:
                    s = open('/proc/%s/stat' % d).read()
                except OSError:
                    continue
                kids.setdefault(int(s.rsplit(')', 1)[1].split()[1]), []).append(int(d))
        out, pending = set(), [pid]
        while pending:
            for k in kids.get(pending.pop(), []):
                out.add(k); pending.append(k)
        return out

    def _own(self):
        mark, out = b'GEOAT_SESSION_ID=' + self.id.encode(), []
        for d in os.listdir('/proc'):
            if d.isdigit() and int(d) != os.getpid():
                try:
                    if mark in open('/proc/%s/environ' % d, 'rb').read().split(b'\0'):
                        out.append(int(d))
                except OSError:
                    pass
        return out

    def stop(self):
        """End this session's processes only: each carries GEOAT_SESSION_ID=<this session>."""
        for sig, limit in ((signal.SIGTERM, 3), (signal.SIGKILL, 3)):
            # newest first: program, then wm, bus, X server
            for p in [q.pid for q in reversed(self.procs) if q.poll() is None] + self._own():
                try:
                    os.kill(p, sig)
                except ProcessLookupError:
                    pass
            end = time.time() + limit
            while time.time() < end:
                for q in self.procs:
                    q.poll()
                if not self._own():
                    break
                time.sleep(.05)
            else:
                continue
            break
        self.log.close()
        self.tmp.cleanup()

    def __enter__(self): return self
    def __exit__(self, kind, *a):
        said = self.logged()
        self.stop()
        # what is drawn without a place, for one, stays empty: nothing that GTK warns of is harmless
        warnings = [m.group() for m in self.WARNING.finditer(said) if not self.NOISE.search(m.group())]
        if kind is None and warnings:
            raise RuntimeError('there were warnings:\n' + '\n'.join(warnings))

    def logged(self):
        self.log.seek(0)
        return self.log.read().decode('utf-8', 'replace')

    # ---- looking ---------------------------------------------------------
    def wait_for(self, fn, timeout=10, what='condition', step=.05):
        end, err = time.time() + self.PATIENCE * timeout, None
        while True:
            self.listen()
            try:
                r = fn()
                if r:
                    return r
            except (self.GLib.Error, LookupError) as x:
                err = x
            if time.time() > end:
                raise TimeoutError('%s not seen in %ss%s' % (what, self.PATIENCE * timeout, ' (%s)' % err if err else ''))
            time.sleep(step)

    def children(self, o):
        """What is in o now: a child can go while it is asked for."""
        found = []
        for i in range(o.get_child_count()):
            try:
                found.append(o.get_child_at_index(i))
            except self.GLib.Error:
                pass
        return [c for c in found if c is not None]

    def walk(self, root=None, depth=0):
        root = root or self.app
        yield depth, root
        for c in self.children(root):
            yield from self.walk(c, depth + 1)

    def matches(self, role=None, name=None, root=None, visible=True, pred=None):
        # GTK 4.8 sets VISIBLE on every mapped widget and SHOWING only on windows
        for node in self._candidates(root or self.app, role, name):
            try:
                o = node.object()
                if not o: continue
                if name is not None and not self.named(o, name): continue
                if visible and not self.has(o, 'VISIBLE'): continue
                if pred and not pred(o): continue
            except self.GLib.Error:
                continue
            yield o

    def _candidates(self, root, role, name):
        """What is in root and has that role and, as far as can be told without a look at each, that name."""
        nodes = self.bus.nodes(root)
        if role or name is not None:
            roles = [r is not None and self.role_name(r) for r in self.bus.roles(nodes)]
            kept = [(n, r) for n, r in zip(nodes, roles) if r and role in (None, r)]
            nodes = [n for n, _ in kept]
        if name is not None:
            names = self.bus.names(nodes)
            nodes = [n for (n, r), text in zip(kept, names)
                     if text is not None and (self.fits(text, name) or not text and r in self.LABELLED)]
        return nodes

    def find_all(self, *args, **kw):
        return list(self.matches(*args, **kw))

    def find(self, role=None, name=None, root=None, index=0, required=True, timeout=5, **kw):
        if not required:
            return next(itertools.islice(self.matches(role, name, root, **kw), index, None), None)
        return self.wait_for(lambda: self.find(role, name, root, index, False, **kw), timeout, 'widget %r %r' % (role, name))

    def find_toast(self, text, timeout=20):
        """Waits for a toast that says text."""
        return self.wait_for(lambda: self.toast(text), timeout, 'toast %r' % text)

    def toast(self, text):
        """The toast that says text, or None. It lies on top of all the rest, so the walk begins with the last of
        the children, and leaves out the lists: one through everything takes longer than a toast stays."""
        stack = [self.app]
        while stack:
            o = stack.pop()
            role = self.role(o)
            if role == 'label' and o.get_name() == text and self.has(o, 'VISIBLE'):
                return o
            if role not in ('list', 'label', 'text', 'push button'):
                stack += self.children(o)
        return None

    # what at-spi 2.56 and GTK 4.18 call otherwise than 2.46 and 4.8: GTK 4.8 calls most toggle buttons push buttons,
    # 4.18 none
    ROLES = {'button': 'push button', 'toggle button': 'push button', 'grouping': 'panel'}
    LABELLED = 'menu item', 'list item', 'push button'

    def role(self, o):
        return self.role_name(o.get_role())

    def role_name(self, role):
        name = self.A.role_get_name(role)
        return self.ROLES.get(name, name)

    def label(self, o):
        """Name, else its LABELLED_BY (menu items in GTK 4.18), else the first label inside."""
        n = o.get_name()
        for r in [] if n else o.get_relation_set():
            if r.get_relation_type() == self.A.RelationType.LABELLED_BY and r.get_n_targets():
                n = self.text_of(r.get_target(0))       # its own name is empty, its text is not
        return n or next((x.get_name() for _, x in self.walk(o) if x.get_role_name() == 'label'), '')

    def description(self, o):
        """Its description, else the texts that it is DESCRIBED_BY (in GTK 4.18)."""
        return o.get_description() or ' '.join(
            self.label(r.get_target(i)) for r in o.get_relation_set()
            if r.get_relation_type() == self.A.RelationType.DESCRIBED_BY for i in range(r.get_n_targets()))

    def named(self, o, name):
        n = o.get_name() or ''
        if not n and self.role(o) in self.LABELLED:
            n = self.label(o)
        return self.fits(n, name)

    @staticmethod
    def fits(n, name):
        """Whether n is what is looked for, a text or a regular expression."""
        if hasattr(name, 'search'):
            return bool(name.search(n))
        # a mnemonic button of GTK 4.8 is called '_Add row Add row'
        return n == name or (n.startswith('_') or '_' in n) and n.endswith(' ' + name) and n.replace('_', '', 1) == name + ' ' + name

    def has(self, o, state):
        return o.get_state_set().contains(getattr(self.A.StateType, state))

    def extents(self, o):
        return self.A.Component.get_extents(o, self.A.CoordType.WINDOW)

    def listen(self):
        """Takes note of what the bus has told meanwhile: the focus, programs that have ended."""
        context = self.GLib.MainContext.default()
        while context.iteration(False):
            pass

    def watch_focus(self):
        """From now on focused() knows the widget with the focus without a look at all of them."""
        self.last_focus = None

        def listen(event):
            if event.detail1:
                self.last_focus = event.source

        self.focus_listener = self.A.EventListener.new(listen)
        self.focus_listener.register('object:state-changed:focused')

    def focused(self):
        """The widget that has the focus, after watch_focus(); None when there is none."""
        self.listen()
        try:
            if self.last_focus and self.has(self.last_focus, 'FOCUSED'):
                return self.last_focus
        except self.GLib.Error:     # gone in the meantime
            pass
        return None

    def text_of(self, o):
        if not o.get_text_iface():
            return o.get_name() or ''
        T = self.A.Text         # called this way round: works with at-spi 2.46 and 2.56
        return T.get_text(o, 0, T.get_character_count(o))

    def dump(self, root=None, out=sys.stdout):
        for d, o in self.walk(root):
            try:
                x = o.get_component_iface()
                r = x.get_extents(self.A.CoordType.WINDOW) if x else None
                s = ' '.join(n for n in ('VISIBLE', 'SHOWING', 'FOCUSED', 'SELECTED', 'CHECKED', 'EXPANDED') if self.has(o, n))
                acts = [o.get_action_name(i) for i in range(o.get_n_actions())] if o.get_action_iface() else []
                txt = self.text_of(o) if o.get_text_iface() else None
                print('%s[%s] %r text=%r ifaces=%s acts=%s %s %s' % ('  ' * d, self.role(o), o.get_name(), txt,
                      ','.join(i for i in o.get_interfaces() if i not in ('Accessible', 'Collection')), acts,
                      (r.x, r.y, r.width, r.height) if r else None, s), file=out)
            except self.GLib.Error as e:
                print('  ' * d + '<%s>' % e, file=out)

    # ---- acting ----------------------------------------------------------
    @staticmethod
    def actions(o):
        return [o.get_action_name(i) for i in range(o.get_n_actions())] if o.get_action_iface() else []

    def do(self, o, action=None):
        """Run an accessible action: the given one, else the first."""
        n = o.get_n_actions()
        names = [o.get_action_name(i) for i in range(n)]
        i = names.index(action) if action else 0
        if not n or not o.do_action(i):
            raise RuntimeError('no action %r in %r' % (action, names))
        self.pressed = time.time()
        return names[i]

    def click(self, o):
        if o.get_action_iface() and o.get_n_actions() and 'click' in [o.get_action_name(i) for i in range(o.get_n_actions())]:
            return self.do(o, 'click')
        return self.mouse(o)

    def walk_by(self, key, is_there, what, limit=80):
        """Press a key that moves the focus, after watch_focus(), until is_there(the widget that has it); returns
        that widget, and the role and label of what had the focus on the way."""
        way = []
        for _ in range(limit):
            before = self.focused()
            self.key(key)
            widget = self.wait_for(lambda: self.focused() != before and self.focused(), 20, 'focus moved by ' + key)
            if is_there(widget):
                return widget, way
            way.append((self.role(widget), self.label(widget)))
        raise AssertionError('%s is not reached by %s: %r' % (what, key, way))

    def tab_to(self, o):
        """Lead the focus to o by Tab, after watch_focus(): check buttons have no action to click."""
        if not self.has(o, 'FOCUSED'):
            self.walk_by('Tab', lambda _: self.has(o, 'FOCUSED'), '%s %r' % (self.role(o), o.get_name()))

    def xdo(self, *a):
        return subprocess.run(['xdotool', *map(str, a)], env=self.env, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60).stdout.decode().strip()

    def windows(self):
        """Visible X windows, newest last: the program's, or (a sandboxed program tells
        another pid) every one of this private display."""
        for how in (('--pid', self.app.get_process_id()), ('--class', '.')):
            try:
                r = self.xdo('search', '--onlyvisible', *how).split()
            except subprocess.CalledProcessError:
                continue
            if r:
                return sorted(r, key=int)
        return []

    def focus_window(self, win=None):
        w = win or self.windows()[-1]
        self.xdo('windowfocus', '--sync', w)
        return w

    def _window_of(self, content):
        """The newest X window that fits a top level's content: a tooltip is a window too."""
        for win in reversed(self.windows()):
            _, _, w, h = self.window_geometry(win)
            if 0 <= w - content.width <= 80 and 0 <= h - content.height <= 80:
                return win
        return self.windows()[-1]

    def window_geometry(self, win):
        g = dict(l.split('=') for l in self.xdo('getwindowgeometry', '--shell', win).splitlines() if '=' in l)
        return int(g['X']), int(g['Y']), int(g['WIDTH']), int(g['HEIGHT'])

    def point(self, o, win=None):
        # GTK 4.8 gives every extent from its own top level's content corner (SCREEN too);
        # the X window is larger by the frame that the client side decoration draws
        top = o
        while top.get_parent() and top.get_parent().get_role_name() != 'application':
            top = top.get_parent()
        e = lambda a: a.get_component_iface().get_extents(self.A.CoordType.WINDOW)
        r, f = e(o), e(top)
        x, y, w, h = self.window_geometry(win or self._window_of(f))
        return (x + (w - f.width) // 2 + r.x - f.x + r.width // 2,
                y + (h - f.height) // 2 + r.y - f.y + r.height // 2)

    def mouse(self, o, button=1, times=1, win=None):
        # go there in two moves, then click: a click in the same breath as the first move is now and then lost
        x, y = self.settled_point(o, win)
        self.xdo('mousemove', x - 20, y)
        time.sleep(.05)
        self.xdo('mousemove', x, y)
        time.sleep(.05)
        self.xdo('click', '--repeat', times, '--delay', 60, button)

    def settled_point(self, o, win=None):
        """Where to click on o, once it has a place and stays there."""
        last = None

        def settled():
            nonlocal last
            before, last = last, self.point(o, win)
            return last if last == before and self.extents(o).width > 1 else None

        return self.wait_for(settled, 10, 'place of %s %r' % (self.role(o), o.get_name()))

    def focus(self, o, tries=4):
        """Give o the keyboard (Component.grab_focus is refused by GTK 4.8 and 4.18). After a popover
        has closed GTK on X11 sometimes swallows the next click, so look and click again."""
        for _ in range(tries):
            self.mouse(o)
            try:
                return self.wait_for(lambda: any(self.has(x, 'FOCUSED') for _, x in self.walk(o)), .4, 'focus')
            except TimeoutError:
                pass
        raise TimeoutError('no focus: %s %r' % (self.role(o), o.get_name()))

    def await_release(self):
        """A button that was activated stays down for a quarter of a second, and swallows the keys until then."""
        time.sleep(max(0, self.pressed + .3 - time.time()))

    def key(self, *keys):
        self.await_release()
        self.xdo('key', '--clearmodifiers', *keys)

    def keys(self, text, delay=20):
        """Type through the X keyboard into whatever has the focus."""
        self.await_release()
        self.xdo('type', '--clearmodifiers', '--delay', delay, text)

    def type(self, o, text):
        """Replace an editable's whole text through AT-SPI (any script, no keyboard)."""
        e = o.get_editable_text_iface()
        if not e or not e.set_text_contents(text):
            raise RuntimeError('not editable through AT-SPI: %s %r' % (o.get_role_name(), o.get_name()))

    def reveal(self, look, what):
        """Scroll what fills the newest window, from its start on, until look() finds something in it: newer
        versions of GTK have widgets for the rows of a list only near where they can be seen."""
        x, y, width, height = self.window_geometry(self.windows()[-1])
        self.xdo('mousemove', x + width * 3 // 4, y + height * 2 // 3)

        def scroll():
            found = look()
            if not found:
                self.xdo('click', '--repeat', 3, '--delay', 10, 5)
            return found

        if not look():
            self.xdo('click', '--repeat', 200, '--delay', 2, 4)
        return self.wait_for(scroll, 60, what, step=.3)

    def choose_file(self, path, button):
        """Put a whole path into the field of the file chooser that comes up, whose button has that name, and
        Return. The chooser completes what stands there, and sets it anew while it still fills itself: look,
        and put it there again."""
        def chooser():
            top = next(iter(self.children(self.app)[:0:-1]), None)      # not the only window
            return top if top and self.find('push button', button, top, required=False) else None

        top = self.wait_for(chooser, 30, 'file chooser')
        self.focus_window()
        self.key('slash')

        def is_there():
            field = next((o for o in self.find_all('text', root=top) if self.has(o, 'FOCUSED')), None)
            if field and self.text_of(field) != path:
                self.type(field, path)
                return False
            return field

        self.wait_for(is_there, 20, 'path in the file chooser', step=.5)
        self.key('Return')

    def choose(self, dropdown, label):
        """Choose in a GtkDropDown, and again when another item was: GTK 4.18 uses a row for another item, and tells
        so late when the machine is busy."""
        def shown():
            return [o.get_name() for o in self.find_all('label', root=dropdown)]

        for last in (False, False, True):
            self._choose(dropdown, label)
            try:
                return self.wait_for(lambda: label in shown(), 5, 'choice of %r in place of %r' % (label, shown()))
            except TimeoutError:
                if last:
                    raise

    def _choose(self, dropdown, label):
        """Open it, walk with the arrow keys, Return.
        (Selection.select_child answers True in 4.8 but only moves the highlight.)"""
        self.xdo('mousemove', 0, 0)     # the row below the pointer is highlighted, and Return takes that
        self.click(self.find(root=dropdown, pred=lambda o: self.role(o) == 'push button' and o.get_n_actions()))
        direction, seen, since = 'Up', None, 0

        def is_there():     # key by key: GTK 4.18 loses some of many at once
            nonlocal direction, seen, since
            items = self.find_all('list item', root=dropdown)
            names = [self.label(i) for i in items]
            here = next((n for n, i in enumerate(items) if self.has(i, 'FOCUSED')), None)
            if here is None:
                return False
            if names[here] != seen:
                seen, since = names[here], time.time()
            if time.time() - since < .3:
                return False
            # GTK 4.8 begins on the first row, whichever is chosen, and Return would take that which is chosen
            if seen == label and self.has(items[here], 'SELECTED'):
                return True
            if label in names:
                direction = 'Down' if here < names.index(label) else 'Up'
            elif here == 0:     # it has items only near those that can be seen
                direction = 'Down'
            self.key(direction)
            since = time.time() + .7
            return False

        self.wait_for(is_there, 30, 'item %r' % label)
        self.key('Return')
        self.wait_for(lambda: not self.find_all('list item', root=dropdown), 5, 'drop-down to close')

    def screenshot(self, path):
        subprocess.run(['import', '-display', self.env['DISPLAY'], '-window', 'root', path], env=self.env, check=True, timeout=90)
        return path
