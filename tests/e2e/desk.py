# SPDX-License-Identifier: GPL-3.0-or-later
"""A private desktop, and a hand to use it with.

Desk starts an X server, a window manager and a session bus with accessibility, all its own, with empty home folders. Window
runs the program there, finds what a person would see through AT-SPI (the interface of screen readers) and acts only through the X
server: real clicks, real keys. Nothing waits for a fixed time: every wait has a condition and ends in an error that says
what did not happen.
"""
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

LIMIT = 60  # seconds that a machine under load may take for one step


class DidNotHappen(AssertionError):
    pass


def wait_for(what, condition, limit=LIMIT):
    """Wait until condition() gives something true, and return that."""
    end = time.monotonic() + limit
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise DidNotHappen(f"{what}: did not happen within {limit} s")
        time.sleep(0.02)


class Desk:
    """To be used in a `with`; everything started on it ends with it."""

    def __init__(self, width=1400, height=900):
        self.size = f"{width}x{height}x24"
        self.running = []

    def __enter__(self):
        self.home = tempfile.mkdtemp(prefix="desk-")
        env = dict(os.environ)
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            env[f"XDG_{name}_HOME"] = os.path.join(self.home, name.lower())
            os.makedirs(env[f"XDG_{name}_HOME"])
        env["XDG_RUNTIME_DIR"] = os.path.join(self.home, "run")
        os.makedirs(env["XDG_RUNTIME_DIR"], mode=0o700)
        env["HOME"] = self.home
        env.pop("WAYLAND_DISPLAY", None)
        env.pop("DISPLAY", None)
        env.pop("GTK_A11Y", None)
        env.update(GDK_BACKEND="x11", GSK_RENDERER="cairo", LIBGL_ALWAYS_SOFTWARE="1", LC_ALL="C.UTF-8",
                   GSETTINGS_BACKEND="memory", NO_AT_BRIDGE="0", G_DEBUG="fatal-criticals")
        # The X server picks a free number and says which when it is ready.
        read_end, write_end = os.pipe()
        self._start(["Xvfb", "-displayfd", str(write_end), "-screen", "0", self.size, "-noreset", "-nolisten", "tcp"],
                    env, pass_fds=(write_end,))
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        if not number:
            raise DidNotHappen("the X server did not start")
        env["DISPLAY"] = ":" + number
        env["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus(env)
        self._start(["openbox"], env)
        wait_for("the window manager starts", lambda: subprocess.run(
            ["xdotool", "get_num_desktops"], env=env, capture_output=True).returncode == 0)
        self.env = env
        return self

    def __exit__(self, *_):
        for process in reversed(self.running):
            if process.poll() is None:
                process.terminate()
        for process in reversed(self.running):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(self.home, ignore_errors=True)

    def another_session(self):
        """The surroundings of a program that does not meet those of the first session: a message bus of its own, but the
        same screen, and the same hand."""
        accessibility = self._ask_bus("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
        return dict(self.env, DBUS_SESSION_BUS_ADDRESS=self._start_bus(self.env), AT_SPI_BUS_ADDRESS=accessibility)

    def _start_bus(self, env):
        bus = self._start(["dbus-daemon", "--session", "--nofork", "--print-address=1"], env, stdout=subprocess.PIPE)
        return bus.stdout.readline().decode().strip()

    def _ask_bus(self, name, path, method):
        answer = subprocess.run(["gdbus", "call", "--session", "--dest", name, "--object-path", path, "--method", method],
                                env=self.env, check=True, capture_output=True, text=True).stdout
        return answer.split("'")[1]

    def _start(self, command, env, **options):
        options.setdefault("stdout", subprocess.DEVNULL)
        process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL, **options)
        self.running.append(process)
        return process

    def xdotool(self, *arguments):
        return subprocess.run(["xdotool", *map(str, arguments)], env=self.env, check=True,
                              capture_output=True, text=True).stdout.strip()

    def picture(self, path):
        """For a person who looks into a failure."""
        subprocess.run(["import", "-window", "root", path], env=self.env, check=False)


class Window:
    """The program, run and used by hand."""

    def __init__(self, desk, *command, env=None, file_size_limit=None):
        """Start the program; with a limit it finds the disk full where a file would grow beyond so many bytes."""
        def set_limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size_limit, file_size_limit))

        self.desk = desk
        self.process = subprocess.Popen(list(command), env=env or desk.env, stdout=sys.stderr, stderr=sys.stderr,
                                        preexec_fn=set_limit if file_size_limit else None)
        desk.running.append(self.process)
        self.window = wait_for("the window opens", self._find_window).split()[0]
        desk.xdotool("windowfocus", "--sync", self.window)
        self.root = wait_for("the program is reachable by accessibility", self._find_root)

    def _find_window(self):
        if self.process.poll() is not None:
            raise DidNotHappen(f"the program ended with {self.process.returncode} before its window opened")
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               env=self.desk.env, capture_output=True, text=True)
        return found.stdout.strip()

    def _find_root(self):
        for application in children(atspi().get_desktop(0)):
            if application.get_process_id() == self.process.pid:
                return application
        return None

    def find_all(self, role=None, name=None):
        """What is visible now with that role and name; “*” at the end of a name stands for anything. (GTK 4.8 says “showing” of windows alone.)"""
        found = []
        stack = list(children(self.root))  # windows; the newest, and so the one in front, is looked at first
        while stack:
            node = stack.pop()
            try:
                node.clear_cache()
                if not node.get_state_set().contains(atspi().StateType.VISIBLE):
                    continue
                if (role is None or node.get_role_name() == role) and fits(node.get_name() or "", name) and \
                        box_of(node).width > 0:
                    found.append(node)
                # Pages of a stack that were never shown have no size: there is nothing below to see.
                if node.get_role_name() in ("filler", "scroll pane") and box_of(node).width == 0:
                    continue
                stack.extend(reversed(list(children(node))))
            except gerror():
                continue  # it went away while it was looked at
        return found

    def labels(self):
        """All words that are shown, in their order."""
        return [node.get_name() for node in self.find_all("label")]

    def find(self, role=None, name=None, limit=LIMIT):
        return wait_for(f"“{name}” ({role}) is shown", lambda: self.find_all(role, name), limit)[0]

    def gone(self, role=None, name=None):
        wait_for(f"“{name}” ({role}) goes away", lambda: not self.find_all(role, name))

    def place(self, node):
        """The middle of a widget on the screen."""
        x, y = middle(box_of(node))
        geometry = dict(line.split("=") for line in self.desk.xdotool(
            "getwindowgeometry", "--shell", self.active_window()).splitlines())
        return int(geometry["X"]) + x, int(geometry["Y"]) + y

    def scroll_to(self, node):
        """Turn the wheel until the widget lies in view."""
        pane = node
        while pane is not None and pane.get_role_name() != "scroll pane":
            pane = pane.get_parent()
        if pane is None:
            return
        for _ in range(200):
            box, view = box_of(node), box_of(pane)
            if view.y <= middle(box)[1] - box.height // 2 and middle(box)[1] + box.height // 2 <= view.y + view.height:
                return
            self.click_at(*self.place(pane), button=4 if box.y < view.y else 5)
            wait_for("the wheel scrolls", lambda was=box.y: box_of(node).y != was)
        raise DidNotHappen(f"“{node.get_name()}” cannot be scrolled into view")

    def active_window(self):
        return self.desk.xdotool("getactivewindow")

    def come_forward(self, title):
        """Give the focus to that window of the program, as a click on it would."""
        def its_window():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--all", "--pid", str(self.process.pid), "--name", title],
                                   env=self.desk.env, capture_output=True, text=True)
            return found.stdout.split()
        number = wait_for(f"“{title}” opens", its_window)[0]
        self.desk.xdotool("windowactivate", "--sync", number)

    def click_at(self, x, y, button=1):
        self.desk.xdotool("mousemove", "--sync", x, y, "click", button)

    def click(self, role=None, name=None):
        node = self.find(role, name)
        self.scroll_to(node)
        self.click_at(*self.place(node))

    def key(self, *keys):
        self.desk.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        self.desk.xdotool("type", "--clearmodifiers", "--delay", 20, text)

    def status(self, words):
        """Wait until a label says these words."""
        self.find("label", words)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def quit(self):
        self.key("ctrl+q")
        try:
            code = self.process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            raise DidNotHappen("the program ends after Ctrl+Q")
        if code != 0:
            raise DidNotHappen(f"the program ended with {code}")


def box_of(node):
    return node.get_extents(atspi().CoordType.WINDOW)


def middle(box):
    return box.x + box.width // 2, box.y + box.height // 2


def fits(words, name):
    if name is None:
        return True
    return words.startswith(name[:-1]) if name.endswith("*") else words == name


def atspi():
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    return Atspi


def gerror():
    from gi.repository import GLib
    return GLib.Error


def children(node):
    try:
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield child
    except gerror():
        return


def run(tests):
    """Run functions as a TAP test program, each on a desk of its own. AT-SPI binds to the first bus a process meets, so each
    runs in a process of its own."""
    print(f"TAP version 13\n1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        child = os.fork()
        if child == 0:
            os._exit(run_one(test))
        _, status = os.waitpid(child, 0)
        failed += status != 0
        print(f"{'ok' if status == 0 else 'not ok'} {number} - {test.__doc__ or test.__name__}", flush=True)
    sys.exit(failed > 0)


def run_one(test):
    import traceback
    with Desk() as desk:
        os.environ.update(desk.env)
        try:
            test(desk)
            return 0
        except Exception:
            for line in traceback.format_exc().splitlines():
                print("# " + line, flush=True)
            picture = os.environ.get("E2E_PICTURES")
            if picture:
                desk.picture(os.path.join(picture, test.__name__ + ".png"))
            return 1
