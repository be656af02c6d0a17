-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The .corpus file, schema version 1: an SQLite database with application_id 0x43525657 ("CRVW") and user_version 1.
-- An opened file is compared with this text (white space aside), so a released statement is never edited: a later
-- version changes it by a migration.
--
-- RECORDED tables come first: what a reviewer edits. Each edit of them is kept as a changeset, so they keep to rules
-- (a test checks them): a declared PRIMARY KEY, NOT NULL; STRICT; no triggers, cascades, generated columns, UNIQUE
-- beyond the key, counters or timestamps; foreign keys deferred; order by gap ranks. The first column is always the
-- id of the thing that a row belongs to. Positions are code points of the page's text, end exclusive.
--
-- An annotation is not tied to an article: it belongs to the article in whose blocks its first piece begins. Only
-- one that is anchored nowhere names its article. In `extra` members of the native format are kept that this version
-- does not know, as a JSON object; lists of words (flags, doubts, refs) are JSON arrays. Enumerations are the words of
-- the native format; slots are numbered in its order, because their order counts: 0 value, 1 name, 2 subject,
-- 3 period, 4 comparator, 5 basis, 6 base.

-- About the corpus as a whole: title, extra. `importer ID` is the name of somebody who imported and decided nothing yet:
-- the history says it, but a person of the corpus is only who decides.
CREATE TABLE corpus (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every version of the tag set; the highest is the current one.
CREATE TABLE tagset (
  version INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  attributes TEXT NOT NULL,
  relations TEXT NOT NULL,
  guidelines TEXT NOT NULL,
  extra TEXT
) STRICT;

CREATE TABLE label (
  tagset INTEGER NOT NULL REFERENCES tagset (version) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  rank INTEGER NOT NULL,
  title TEXT,
  colour TEXT,
  key TEXT,
  description TEXT,
  parent TEXT,
  extra TEXT,
  PRIMARY KEY (tagset, name)
) STRICT, WITHOUT ROWID;

-- A page without its text, which never changes and lies in page_text.
CREATE TABLE page (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  sha256 TEXT NOT NULL,
  file TEXT,
  encoding TEXT,
  publication TEXT,
  date TEXT,
  edition TEXT,
  number TEXT,
  section TEXT,
  extra TEXT
) STRICT;
CREATE INDEX page_by_sha256 ON page (sha256);

-- What is said of an article as a whole. The rest is derived from its blocks.
CREATE TABLE article (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  foreign_id TEXT,
  rank INTEGER NOT NULL,
  flags TEXT,
  excluded INTEGER NOT NULL CHECK (excluded IN (0, 1)),
  note TEXT,
  extra TEXT
) STRICT;

-- A value of an article that was typed or set by rule; without a row it is read off the blocks.
CREATE TABLE field (
  article INTEGER NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  value TEXT,
  origin TEXT NOT NULL,
  state TEXT NOT NULL,
  confidence REAL,
  producer TEXT,
  decided_by TEXT,
  decided_at TEXT,
  tagset_version INTEGER,
  was TEXT,
  PRIMARY KEY (article, name)
) STRICT, WITHOUT ROWID;

-- How far a task of an article is; without a row it is to do.
CREATE TABLE review (
  article INTEGER NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  task TEXT NOT NULL,
  status TEXT NOT NULL,
  decided_by TEXT,
  decided_at TEXT,
  PRIMARY KEY (article, task)
) STRICT, WITHOUT ROWID;

CREATE TABLE block (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  article INTEGER REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  rank INTEGER NOT NULL,
  role TEXT NOT NULL,
  joins INTEGER NOT NULL CHECK (joins IN (0, 1)),
  doubts TEXT,
  extra TEXT,
  origin TEXT NOT NULL,
  state TEXT NOT NULL,
  confidence REAL,
  producer TEXT,
  decided_by TEXT,
  decided_at TEXT,
  tagset_version INTEGER,
  was TEXT
) STRICT;
CREATE INDEX block_by_article ON block (article, rank);

CREATE TABLE block_piece (
  block INTEGER NOT NULL REFERENCES block (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL CHECK (n >= 0),
  page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  end_char INTEGER NOT NULL,
  PRIMARY KEY (block, n),
  CHECK (end_char > start_char)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_piece_by_page ON block_piece (page, start_char, end_char);

-- A new reading of a range of a page. An empty range inserts, an empty text deletes.
CREATE TABLE correction (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  end_char INTEGER NOT NULL,
  text TEXT NOT NULL,
  extra TEXT,
  origin TEXT NOT NULL,
  state TEXT NOT NULL,
  confidence REAL,
  producer TEXT,
  decided_by TEXT,
  decided_at TEXT,
  tagset_version INTEGER,
  was TEXT,
  CHECK (end_char >= start_char)
) STRICT;
CREATE INDEX correction_by_page ON correction (page, start_char);

CREATE TABLE credit (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  article INTEGER REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  role TEXT NOT NULL,
  affiliation TEXT,
  extra TEXT,
  origin TEXT NOT NULL,
  state TEXT NOT NULL,
  confidence REAL,
  producer TEXT,
  decided_by TEXT,
  decided_at TEXT,
  tagset_version INTEGER,
  was TEXT
) STRICT;
CREATE INDEX credit_by_article ON credit (article) WHERE article IS NOT NULL;

-- Pieces of annotations keep what the page says there: the check that keeps anchors honest.
CREATE TABLE credit_piece (
  credit INTEGER NOT NULL REFERENCES credit (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL CHECK (n >= 0),
  page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  end_char INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (credit, n),
  CHECK (end_char > start_char)
) STRICT, WITHOUT ROWID;
CREATE INDEX credit_piece_by_page ON credit_piece (page, start_char);

CREATE TABLE dateline (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  article INTEGER REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  place TEXT,
  date TEXT,
  extra TEXT,
  origin TEXT NOT NULL,
  state TEXT NOT NULL,
  confidence REAL,
  producer TEXT,
  decided_by TEXT,
  decided_at TEXT,
  tagset_version INTEGER,
  was TEXT
) STRICT;
CREATE INDEX dateline_by_article ON dateline (article) WHERE article IS NOT NULL;

CREATE TABLE dateline_piece (
  dateline INTEGER NOT NULL REFERENCES dateline (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL CHECK (n >= 0),
  page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  end_char INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (dateline, n),
  CHECK (end_char > start_char)
) STRICT, WITHOUT ROWID;
CREATE INDEX dateline_piece_by_page ON dateline_piece (page, start_char);

CREATE TABLE entity (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  foreign_id TEXT,
  label TEXT NOT NULL,
  norm TEXT,
  refs TEXT,
  attributes TEXT,
  note TEXT,
  extra TEXT,
  origin TEXT NOT NULL,
  state TEXT NOT NULL,
  confidence REAL,
  producer TEXT,
  decided_by TEXT,
  decided_at TEXT,
  tagset_version INTEGER,
  was TEXT
) STRICT;

CREATE TABLE entity_piece (
  entity INTEGER NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL CHECK (n >= 0),
  page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  end_char INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (entity, n),
  CHECK (end_char > start_char)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_piece_by_page ON entity_piece (page, start_char);

CREATE TABLE indicator (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  article INTEGER REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  foreign_id TEXT,
  number TEXT,
  number_max TEXT,
  unit TEXT,
  unit_text TEXT,
  cmp TEXT NOT NULL,
  kind TEXT NOT NULL,
  direction TEXT NOT NULL,
  basis TEXT NOT NULL,
  status TEXT NOT NULL,
  period_iso TEXT,
  period_start TEXT,
  period_end TEXT,
  period_role TEXT NOT NULL,
  of_indicator INTEGER,
  same_as INTEGER,
  series TEXT,
  note TEXT,
  extra TEXT,
  origin TEXT NOT NULL,
  state TEXT NOT NULL,
  confidence REAL,
  producer TEXT,
  decided_by TEXT,
  decided_at TEXT,
  tagset_version INTEGER,
  was TEXT
) STRICT;
CREATE INDEX indicator_by_article ON indicator (article) WHERE article IS NOT NULL;
CREATE INDEX indicator_by_of ON indicator (of_indicator) WHERE of_indicator IS NOT NULL;
CREATE INDEX indicator_by_same_as ON indicator (same_as) WHERE same_as IS NOT NULL;

CREATE TABLE filler (
  indicator INTEGER NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,
  slot INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 6),
  n INTEGER NOT NULL CHECK (n >= 0),
  text TEXT,
  extra TEXT,
  PRIMARY KEY (indicator, slot, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE filler_piece (
  indicator INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  filler INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  end_char INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (indicator, slot, filler, n),
  FOREIGN KEY (indicator, slot, filler) REFERENCES filler (indicator, slot, n) DEFERRABLE INITIALLY DEFERRED,
  CHECK (end_char > start_char)
) STRICT, WITHOUT ROWID;
CREATE INDEX filler_piece_by_page ON filler_piece (page, start_char);

CREATE TABLE relation (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  foreign_id TEXT,
  type TEXT NOT NULL,
  from_id INTEGER NOT NULL,
  to_id INTEGER NOT NULL,
  extra TEXT,
  origin TEXT NOT NULL,
  state TEXT NOT NULL,
  confidence REAL,
  producer TEXT,
  decided_by TEXT,
  decided_at TEXT,
  tagset_version INTEGER,
  was TEXT
) STRICT;
CREATE INDEX relation_by_from ON relation (from_id);
CREATE INDEX relation_by_to ON relation (to_id);

-- NOT RECORDED from here on.

-- The text of a page as it was imported: written once with its page.
CREATE TABLE page_text (
  page INTEGER NOT NULL PRIMARY KEY REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL
) STRICT;

-- The journal. `id` is the order in this file; (replica, sequence) names an edit in all copies, `clock` orders it among
-- them (microseconds since 1970, always ahead of every clock seen before). `target` is what an undo or redo is about;
-- `is_undone` says of an edit what the last of these did. A batch is `open` while it is written, then `done`,
-- or `left` where the program that wrote it died.
CREATE TABLE edit (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'batch')),
  verb TEXT NOT NULL,
  person TEXT NOT NULL,
  at TEXT NOT NULL,
  article INTEGER,
  target INTEGER REFERENCES edit (id) DEFERRABLE INITIALLY DEFERRED,
  is_undone INTEGER NOT NULL CHECK (is_undone IN (0, 1)),
  batch_state TEXT CHECK (batch_state IN ('open', 'done', 'left')),
  replica INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  schema_version INTEGER NOT NULL,
  changeset BLOB
) STRICT;
CREATE INDEX edit_by_person ON edit (person, kind, is_undone);
CREATE INDEX edit_by_target ON edit (target) WHERE target IS NOT NULL;
CREATE INDEX edit_by_clock ON edit (clock);
CREATE INDEX edit_by_article ON edit (article) WHERE article IS NOT NULL;
CREATE UNIQUE INDEX edit_by_replica ON edit (replica, sequence);

-- Which things an edit is about: how = 0 it changed them, 1 it changed what refers to them, 2 it happened within them
-- (articles and pages). `thing` is a table, for single values with their name: field.headline, review.entities.
CREATE TABLE edit_touch (
  edit INTEGER NOT NULL REFERENCES edit (id) DEFERRABLE INITIALLY DEFERRED,
  thing TEXT NOT NULL,
  row INTEGER NOT NULL,
  how INTEGER NOT NULL CHECK (how IN (0, 1, 2)),
  PRIMARY KEY (edit, thing, row, how)
) STRICT, WITHOUT ROWID;
CREATE INDEX edit_touch_by_row ON edit_touch (thing, row, edit, how);

-- What a batch added: removing it removes these and what lies on them.
CREATE TABLE batch_page (
  batch INTEGER NOT NULL REFERENCES edit (id) DEFERRABLE INITIALLY DEFERRED,
  page INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (batch, page)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_page_by_page ON batch_page (page);

CREATE TABLE batch_article (
  batch INTEGER NOT NULL REFERENCES edit (id) DEFERRABLE INITIALLY DEFERRED,
  article INTEGER NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (batch, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_article_by_article ON batch_article (article);

-- Derived: what the article list shows, and the text that queries look into (width- and case-folded). Refreshed in
-- the transaction that changes an article, and made anew at any time.
CREATE TABLE article_row (
  article INTEGER NOT NULL PRIMARY KEY,
  page INTEGER,
  publication TEXT,
  date TEXT,
  edition TEXT,
  number TEXT,
  number_key TEXT,
  rank INTEGER NOT NULL,
  headline TEXT,
  genre TEXT,
  structure INTEGER NOT NULL,
  metadata INTEGER NOT NULL,
  entities INTEGER NOT NULL,
  indicators INTEGER NOT NULL,
  n_entities INTEGER NOT NULL,
  n_indicators INTEGER NOT NULL,
  n_to_check INTEGER NOT NULL,
  n_doubts INTEGER NOT NULL,
  n_detached INTEGER NOT NULL,
  doubt TEXT,
  is_flagged INTEGER NOT NULL,
  is_excluded INTEGER NOT NULL,
  is_changed INTEGER NOT NULL
) STRICT;
CREATE INDEX article_row_in_order ON article_row (publication, date, edition, number_key, rank, article);

CREATE TABLE article_text (
  article INTEGER NOT NULL PRIMARY KEY,
  folded TEXT NOT NULL
) STRICT;
