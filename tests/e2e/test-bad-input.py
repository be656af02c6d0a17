#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input in the real window: what cannot be used is named with its reason, and nothing is lost.

usage: test-bad-input.py WINDOW-PROGRAM COMMAND-LINE-PROGRAM SAMPLES
"""
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys

import desk
from reviewer import CommandLine, Selected, choose_file, count_accepted, query, wait_saved

WINDOW, CLI, SAMPLES = sys.argv[1:4]
PAGE = "dongzhou-daily_2026-04-15_p1.txt"
OTHER_PAGE = "lanjiang-evening_2026-04-15_a03.txt"
HEADLINE = "鹤鸣海苔跃升百亿产业"
cli = CommandLine(CLI)


def write(folder, name, data):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(data)
    return path


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def new_corpus(desktop):
    corpus = os.path.join(desktop.home, "town.corpus")
    cli("import", corpus, os.path.join(SAMPLES, PAGE))
    return corpus


def import_pages(window, corpus, limit=desk.LIMIT):
    """What the import dialog that the program began with asks for."""
    window.come_forward("Import pages")
    window.click("label", "Import")
    choose_file(window, "Where shall the new corpus lie?", corpus)
    window.find("label", "Imported", limit)


def start_reviewing(window):
    """Go to the first suggestion of the article on the paper."""
    window.click("text", "Article")
    window.key("j")
    selected = Selected(window)
    desk.wait_for("suggestions are left", selected.to_check)
    return selected


def bad_pages(desktop):
    """of many files the bad ones are named with their reasons, and the good ones imported"""
    corpus = os.path.join(desktop.home, "town.corpus")
    folder = os.path.join(desktop.home, "folder")
    dangling = os.path.join(desktop.home, "dangling.txt")
    os.mkdir(folder)
    shutil.copy(os.path.join(SAMPLES, OTHER_PAGE), folder)
    os.symlink("nowhere.txt", dangling)
    window = desk.Window(desktop, WINDOW,
                         os.path.join(SAMPLES, PAGE),
                         write(desktop.home, "empty.txt", b""),
                         write(desktop.home, "binary.txt", b"\x7fELF\x02\x01\x01" + bytes(9) + bytes(range(256)) * 8),
                         write(desktop.home, "nul.txt", "港口\0航线".encode()),
                         write(desktop.home, "invalid.txt", "港口".encode() + b"\xff\xff\xfe\x80" + "航线".encode()),
                         dangling, folder)
    window.find("label", "7 files to import")
    import_pages(window, corpus)
    window.find("label", "5 files could not be imported")
    words = window.labels()
    words = words[words.index("5 files could not be imported"):]
    for name, reason in (("empty.txt", "empty"), ("binary.txt", "not a text file"), ("nul.txt", "NUL"),
                         ("invalid.txt", "not valid UTF-8"), ("dangling.txt", "no such file")):
        said = words[words.index(name) + 1]
        assert reason in said, (name, said)
    window.click("label", "Done")
    window.find("label", HEADLINE)
    window.quit()
    names = query(corpus, "SELECT publication, number FROM page")
    assert sorted(names) == [("dongzhou-daily", "1"), ("lanjiang-evening", "A03")], names
    cli.assert_sound(corpus)


def bad_corpora(desktop):
    """what is no corpus, or a spoilt or newer one, is said to be so, left as it is, and in nobody's way"""
    good = new_corpus(desktop)
    bad = {name: os.path.join(desktop.home, name + ".corpus") for name in ("foreign", "text", "truncated", "newer")}
    with open(good, "rb") as file:
        data = file.read()
    with sqlite3.connect(bad["foreign"]) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    write(desktop.home, "text.corpus", "港口开通新航线。\n".encode() * 100)
    write(desktop.home, "truncated.corpus", data[:len(data) // 2])
    # The layout's number lies at byte 60 of an SQLite file.
    write(desktop.home, "newer.corpus", data[:60] + (int.from_bytes(data[60:64], "big") + 1).to_bytes(4, "big") + data[64:])
    before = {name: digest(path) for name, path in bad.items()}

    window = desk.Window(desktop, WINDOW)

    def refuse(name, *phrases):
        # As a file manager does it: the program is called once more, and hands the file to the one that runs.
        subprocess.run([WINDOW, bad[name]], env=desktop.env, check=True)
        said = desk.wait_for(f"something is said of {name}",
                             lambda: [words for words in window.labels() if f"/{name}.corpus” " in words])[0]
        for phrase in phrases:
            assert phrase in said, (name, said)
        desk.wait_for("the message has the focus", lambda: window.active_window() != window.window)
        window.key("Escape")
        window.gone("label", said)

    refuse("foreign", "a database of another program", "left as it is")
    refuse("text", "is not a corpus", "import")
    refuse("truncated", "is damaged", "cut off", "Go back to a copy")
    refuse("newer", "newer version", "Update the program", "left as it is")

    # A good one opens afterwards, and stays when a bad one is tried: that is done in a window of its own.
    window.key("ctrl+o")
    choose_file(window, "Open Corpus", good)
    window.click("label", HEADLINE)
    selected = start_reviewing(window)
    refuse("truncated", "is damaged")
    window.come_forward("Corpus Review")
    window.key("ctrl+w")
    window.gone("frame", "Corpus Review")
    window.come_forward("town")
    before_key = selected.to_check()
    window.key("space")
    desk.wait_for("reviewing goes on", lambda: selected.to_check() == before_key - 1)
    wait_saved(window)
    window.quit()
    assert count_accepted(good) == 1
    cli.assert_sound(good)
    after = {name: digest(path) for name, path in bad.items()}
    assert after == before, [name for name in bad if after[name] != before[name]]
    left = sorted(name for name in os.listdir(desktop.home) if ".corpus" in name)
    assert left == sorted([os.path.basename(path) for path in bad.values()] + ["town.corpus"]), left


def full_disk(desktop):
    """on a full disk the window says so and takes back what it could not save; what it called saved is in the file"""
    corpus = new_corpus(desktop)
    window = desk.Window(desktop, WINDOW, corpus, file_size_limit=os.path.getsize(corpus) + 8192)
    selected = start_reviewing(window)
    at_first = left = selected.to_check()
    failure = "Not saved, and taken back here: the disk is full. Make room, then try again."

    def answer():
        if window.find_all("label", failure):
            return "failed"
        return "saved" if selected.to_check() < left and window.find_all("label", "All changes saved") else None

    while True:
        window.key("space")
        if desk.wait_for("the decision is saved, or is not", answer) == "failed":
            break
        left -= 1
    n_saved = at_first - left
    assert n_saved > 0, n_saved
    desk.wait_for("the decision is taken back", lambda: selected.to_check() == left)
    assert count_accepted(corpus) == n_saved, (count_accepted(corpus), n_saved)

    # Still full, it goes on saying so; the file stays sound throughout.
    window.key("x")
    window.find("label", failure)
    desk.wait_for("the next decision is taken back as well", lambda: selected.to_check() == left)
    cli.assert_sound(corpus)
    window.quit()
    assert count_accepted(corpus) == n_saved, (count_accepted(corpus), n_saved)
    cli.assert_sound(corpus)

    # With room again, one goes on where one was.
    window = desk.Window(desktop, WINDOW, corpus)
    selected = start_reviewing(window)
    assert selected.to_check() == left, (selected.to_check(), left)
    window.key("space")
    desk.wait_for("reviewing goes on", lambda: selected.to_check() == left - 1)
    wait_saved(window)
    window.quit()
    assert count_accepted(corpus) == n_saved + 1
    assert sorted(name for name in os.listdir(desktop.home) if name.startswith("town")) == ["town.corpus"]
    cli.assert_sound(corpus)
    print(f"# edits saved before the disk was full: {n_saved}, lost: 0", flush=True)


def long_line(desktop):
    """a page of one line of 10 MB is imported and shown, and the keys work on it"""
    corpus = os.path.join(desktop.home, "long.corpus")
    begin = "东港一季度完成集装箱吞吐量12.5万标箱，同比增长8.3%。"
    more = "潮水退去以后，渔船一条接一条靠上码头，人们把筐子抬上岸来，谁也不多说一句话。"
    page = begin + more * (10_000_000 // len(more.encode()))
    window = desk.Window(desktop, WINDOW, write(desktop.home, "long.txt", page.encode()))
    window.find("label", "1 file to import")
    import_pages(window, corpus, limit=180)
    window.click("label", "Done")
    selected = start_reviewing(window)
    left = selected.to_check()
    window.key("space")
    desk.wait_for("a decision is shown", lambda: selected.to_check() == left - 1)
    wait_saved(window)
    window.key("ctrl+z")
    desk.wait_for("it is taken back", lambda: selected.to_check() == left)
    wait_saved(window)
    window.quit()
    assert query(corpus, "SELECT length(text) FROM page_text") == [(len(page),)]
    cli.assert_sound(corpus)


def two_windows(desktop):
    """what is done in one window is seen in another that has the same corpus open"""
    corpus = new_corpus(desktop)
    windows = [desk.Window(desktop, WINDOW, corpus), desk.Window(desktop, WINDOW, corpus, env=desktop.another_session())]
    selected = []
    for window in windows:
        window.come_forward("town")
        window.click("label", HEADLINE)
        selected.append(start_reviewing(window))
    left = selected[0].to_check()
    assert selected[1].to_check() == left, (selected[1].to_check(), left)
    for one, other in ((1, 0), (0, 1)):
        windows[one].come_forward("town")
        windows[one].key("j", "space")
        left -= 1
        desk.wait_for("the edit is shown where it was made", lambda: selected[one].to_check() == left)
        desk.wait_for("the edit is shown in the other window", lambda: selected[other].to_check() == left)
    for window in windows:
        window.come_forward("town")
        wait_saved(window)
        window.quit()
    assert count_accepted(corpus) == 2
    assert sorted(name for name in os.listdir(desktop.home) if name.startswith("town")) == ["town.corpus"]
    cli.assert_sound(corpus)


desk.run([bad_pages, bad_corpora, full_disk, long_line, two_windows])
