# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the window share: files, the corpus behind the window, and the parts of it that a reviewer looks at."""
import sqlite3
import subprocess

import desk


class CommandLine:
    """The command line program, which looks at corpora from the other side."""

    def __init__(self, program):
        self.program = program

    def __call__(self, *arguments):
        return subprocess.run([self.program, *arguments], check=True, capture_output=True, text=True).stdout

    def assert_sound(self, corpus):
        words = self("verify", corpus)
        assert "all is well" in words, words


def query(corpus, sql, *values):
    connection = sqlite3.connect(f"file:{corpus}?mode=ro", uri=True, timeout=30)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def count_accepted(corpus):
    return query(corpus, "SELECT (SELECT count(*) FROM entity WHERE state = 'accepted') + "
                         "(SELECT count(*) FROM indicator WHERE state = 'accepted')")[0][0]


def choose_file(window, title, path):
    """Type a path into the file dialog with that title, and confirm it."""
    window.find(None, title)
    desk.wait_for(f"“{title}” has the focus",
                  lambda: title in window.desk.xdotool("getwindowname", window.active_window()))
    if title in ("Add pages", "Open Corpus"):
        window.key("ctrl+l")  # an open dialog shows its path field by this key
    window.key("ctrl+a")
    window.type(path)
    window.key("Return")
    window.gone(None, title)


class Selected:
    """The decision bar, which speaks of the selected annotation."""

    def __init__(self, window):
        self.window = window

    def labels(self):
        bar = self.window.find("panel", "Selected annotation")
        words, stack = [], [bar]
        while stack:
            node = stack.pop()
            if node.get_role_name() == "label":
                words.append(node.get_name())
            stack.extend(reversed(list(desk.children(node))))
        return words

    def label(self):
        return self.labels()[0]

    def text(self):
        return self.labels()[1]

    def to_check(self):
        """How many suggestions are left in this article."""
        for words in self.labels():
            if words.endswith(" to check"):
                return int(words.rsplit(" ", 3)[-3])
        return 0


def wait_saved(window):
    window.status("All changes saved")
