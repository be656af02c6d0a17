#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, done in the real window with a real pointer and real keys, and the file checked afterwards.

usage: test-review.py WINDOW-PROGRAM COMMAND-LINE-PROGRAM SAMPLES
"""
import json
import os
import random
import shutil
import sys

import desk
from reviewer import CommandLine, Selected, choose_file, count_accepted, query, wait_saved

WINDOW, CLI, SAMPLES = sys.argv[1:4]
PAGE = "dongzhou-daily_2026-04-15_p1.txt"


cli = CommandLine(CLI)


def main_job(desktop):
    """import, relabel, move a boundary, correct a number, undo, quit, reopen, export"""
    page = os.path.join(desktop.home, PAGE)
    corpus = os.path.join(desktop.home, "town.corpus")
    export = os.path.join(desktop.home, "town.jsonl")
    shutil.copy(os.path.join(SAMPLES, PAGE), page)

    # Import, from an empty window.
    window = desk.Window(desktop, WINDOW)
    window.click("label", "Open pages…")
    window.click("label", "Add pages…")
    choose_file(window, "Add pages", page)
    window.find("label", "1 file to import")
    window.click("label", "Import")
    choose_file(window, "Where shall the new corpus lie?", corpus)
    window.find("label", "Imported")
    window.click("label", "Done")
    n_pages, = query(corpus, "SELECT count(*) FROM page")[0]
    assert n_pages == 1, n_pages

    # Relabel an entity: the first suggestion of the second article, by key.
    window.click("label", "以数据要素激活发展新动能*")
    window.click("text", "Article")
    window.key("j")
    selected = Selected(window)
    old_label, old_text = desk.wait_for("an entity is selected", lambda: (selected.label(), selected.text()))
    key, new_label = ("3", "LOC") if old_label == "ORG" else ("2", "ORG")
    window.key(key)
    desk.wait_for("the label changes", lambda: selected.label() == new_label)
    wait_saved(window)
    rows = query(corpus, "SELECT e.id, e.label, e.state, e.was FROM entity e JOIN edit d ON d.kind = 'edit' "
                         "WHERE e.origin <> 'reviewer' AND e.state = 'accepted'")
    assert len(rows) == 1 and rows[0][1] == new_label and old_label in rows[0][3], rows
    entity = rows[0][0]

    # Correct the number of an indicator, in the inspector.
    window.click("page tab", "Indicators*")
    window.click("list item", "Indicator *")
    window.click("label", "Number")
    window.key("ctrl+a")
    window.type("4321.5")
    window.key("Return")
    desk.wait_for("the number is in the file",
                  lambda: query(corpus, "SELECT count(*) FROM indicator WHERE number = '4321.5'")[0][0] == 1)
    indicator, state = query(corpus, "SELECT id, state FROM indicator WHERE number = '4321.5'")[0]
    assert state == "accepted", state

    # Move a boundary of the entity, and take that back.
    window.click("page tab", "Entities*")
    window.click("list item", f"{new_label} {old_text}*")
    window.key("Escape")
    desk.wait_for("the entity is selected again", lambda: selected.text() == old_text)
    window.key("braceright")
    longer = desk.wait_for("the entity grows", lambda: selected.text() != old_text and selected.text())
    assert longer.startswith(old_text) and len(longer) == len(old_text) + 1, longer
    wait_saved(window)
    assert query(corpus, "SELECT text FROM entity_piece WHERE entity = ?", entity) == [(longer,)]
    window.key("ctrl+z")
    desk.wait_for("the boundary goes back", lambda: selected.text() == old_text)
    wait_saved(window)
    assert query(corpus, "SELECT text FROM entity_piece WHERE entity = ?", entity) == [(old_text,)]

    # Quit: one file is left, and it is sound. Reopen: everything is there, and undo goes on where it stopped.
    window.quit()
    left = sorted(name for name in os.listdir(desktop.home) if name.startswith("town"))
    assert left == ["town.corpus"], left
    cli.assert_sound(corpus)
    kinds = [kind for kind, in query(corpus, "SELECT kind FROM edit WHERE kind <> 'batch' ORDER BY rowid")]
    assert kinds == ["edit", "edit", "edit", "undo"], kinds
    window = desk.Window(desktop, WINDOW, corpus)
    window.click("label", "以数据要素激活发展新动能*")
    window.click("page tab", "Entities*")
    window.find("list item", f"{new_label} {old_text}, accepted*")

    # Export, and look at what was written.
    window.click("label", "Export…")
    window.find("label", "Native JSON Lines")
    window.click("label", "Export…")
    choose_file(window, "Export", export)
    desk.wait_for("the export is written", lambda: os.path.exists(export))
    window.quit()
    lines = [json.loads(line) for line in open(export, encoding="utf-8")]
    formats = [line["format"].split("/")[1] for line in lines]
    assert formats == ["corpus", "page"] + ["article"] * (len(lines) - 2), formats
    articles = lines[2:]
    entities = {e["id"]: e for a in articles for e in a["entities"]}
    found = entities[f"{entity:016x}"]
    assert (found["label"], found["text"], found["state"]) == (new_label, old_text, "accepted"), found
    assert found["was"]["label"] == old_label and found["by"] and found["at"], found
    indicators = {i["id"]: i for a in articles for i in a["indicators"]}
    found = indicators[f"{indicator:016x}"]
    assert (found["number"], found["state"]) == ("4321.5", "accepted"), found

    # Read back, it is the same corpus.
    again, second = os.path.join(desktop.home, "again.corpus"), os.path.join(desktop.home, "again.jsonl")
    cli("import", again, export)
    cli("export", again, "--format", "jsonl", "--output", second)
    assert open(export, "rb").read() == open(second, "rb").read()


def killed(desktop):
    """kill -9 in a run of edits loses nothing that was shown as saved"""
    corpus = os.path.join(desktop.home, "town.corpus")
    cli("import", corpus, os.path.join(SAMPLES, PAGE))
    chance = random.Random(7)
    acknowledged = 0
    for _ in range(4):
        window = desk.Window(desktop, WINDOW, corpus)
        window.click("label", "鹤鸣海苔跃升百亿产业")
        window.click("text", "Article")
        window.key("j")
        selected = Selected(window)
        before = desk.wait_for("suggestions are left", selected.to_check)
        so_far = acknowledged
        for _ in range(chance.randint(1, 4)):
            window.key("space")
            # First what was done, then whether it is saved: saved then speaks of all that was done.
            done = desk.wait_for("a decision is shown",
                                 lambda: before - selected.to_check() if selected.to_check() < before else 0)
            wait_saved(window)
            acknowledged = max(acknowledged, so_far + done)
        for _ in range(chance.randint(0, 3)):
            window.key("space")
        window.kill()
        in_file = count_accepted(corpus)
        assert in_file >= acknowledged, (in_file, acknowledged)
        cli.assert_sound(corpus)
        acknowledged = in_file
    print(f"# windows killed: 4, edits acknowledged: {acknowledged}, edits lost: 0", flush=True)


desk.run([main_job, killed])
