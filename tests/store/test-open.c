/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/corpus-member.h"

static char *own_path;

/* Files that are refused: each with its own code and words, and left as it is. */

static void
make_corpus (StoreFixture *fixture,
             guint n_pages)
{
  CorpusStore *store = store_fixture_open (fixture);

  store_fixture_import (store, n_pages);
  store_fixture_close (store);
}

static char *
checksum (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

static void
assert_refused_with (StoreFixture *fixture,
                     CorpusStoreFlags flags,
                     int code,
                     const char *words)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = corpus_store_open (fixture->path, flags, NULL, &error);

  g_assert_null (store);
  g_assert_error (error, CORPUS_STORE_ERROR, code);
  if (strstr (error->message, words) == NULL || strstr (error->message, fixture->path) == NULL)
    g_error ("“%s” does not say “%s” and the path", error->message, words);
}

/* Refused by every way of opening, and unchanged after it. */
static void
assert_refused (StoreFixture *fixture,
                int code,
                const char *words)
{
  g_autofree char *before = checksum (fixture->path), *after = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  assert_refused_with (fixture, 0, code, words);
  assert_refused_with (fixture, CORPUS_STORE_CREATE, code, words);
  assert_refused_with (fixture, CORPUS_STORE_READ_ONLY, code, words);
  after = checksum (fixture->path);
  g_assert_cmpstr (after, ==, before);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 1);
}

static void
sql (const char *path,
     const char *statements)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, statements, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
overwrite (const char *path,
           goffset at,
           const void *bytes,
           gsize n_bytes)
{
  FILE *file = g_fopen (path, "r+");

  g_assert_nonnull (file);
  g_assert_cmpint (fseeko (file, at, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, n_bytes, file), ==, n_bytes);
  g_assert_cmpint (fclose (file), ==, 0);
}

static goffset
get_size (const char *path)
{
  GStatBuf info;

  g_assert_no_errno (g_stat (path, &info));
  return info.st_size;
}

static void
test_created (StoreFixture *fixture,
              gconstpointer data)
{
  static const guint8 magic[] = { 'C', 'R', 'V', 'W' }, version[] = { 0, 0, 0, 1 };
  g_autofree char *contents = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;
  gsize length;

  make_corpus (fixture, 1);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpmem (contents, 15, "SQLite format 3", 15);
  g_assert_cmpmem (contents + 68, 4, magic, 4);
  g_assert_cmpmem (contents + 60, 4, version, 4);
  /* At rest: rollback mode, and no other file. */
  g_assert_cmpint (contents[18], ==, 1);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 1);
}

/* The MIME type that the desktop knows tells a corpus by the same bytes. */
static void
test_mime_magic (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "io.github.corpusreview.CorpusReview.mime.xml", NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "type=\"big32\" offset=\"68\" value=\"0x43525657\""));
}

static void
test_missing (StoreFixture *fixture,
              gconstpointer data)
{
  g_autofree char *own = fixture->path;

  assert_refused_with (fixture, 0, CORPUS_STORE_ERROR_NOT_FOUND, "does not exist");
  assert_refused_with (fixture, CORPUS_STORE_READ_ONLY, CORPUS_STORE_ERROR_NOT_FOUND, "does not exist");
  fixture->path = g_build_filename (fixture->folder, "no folder", "x.corpus", NULL);
  assert_refused_with (fixture, CORPUS_STORE_CREATE, CORPUS_STORE_ERROR_NOT_FOUND, "no folder");
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&own);
}

static void
test_folder (StoreFixture *fixture,
             gconstpointer data)
{
  g_assert_no_errno (g_mkdir (fixture->path, 0700));
  assert_refused_with (fixture, 0, CORPUS_STORE_ERROR_FOREIGN, "is a folder");
  assert_refused_with (fixture, CORPUS_STORE_CREATE, CORPUS_STORE_ERROR_FOREIGN, "is a folder");
}

static void
test_no_database (StoreFixture *fixture,
                  gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "青澜港去年吞吐量增长一成", -1, NULL));
  assert_refused (fixture, CORPUS_STORE_ERROR_FOREIGN, "is not a corpus");
  g_assert_true (g_file_set_contents (fixture->path, "SQL", -1, NULL));
  assert_refused (fixture, CORPUS_STORE_ERROR_FOREIGN, "is not a corpus");
}

/* An empty file is no corpus, but a place to make one. */
static void
test_empty (StoreFixture *fixture,
            gconstpointer data)
{
  CorpusStore *store;

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_refused_with (fixture, 0, CORPUS_STORE_ERROR_FOREIGN, "is empty");
  assert_refused_with (fixture, CORPUS_STORE_READ_ONLY, CORPUS_STORE_ERROR_FOREIGN, "is empty");
  store = store_fixture_open (fixture);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

static void
test_foreign (StoreFixture *fixture,
              gconstpointer data)
{
  sql (fixture->path, "CREATE TABLE entity (id INTEGER PRIMARY KEY); PRAGMA application_id = 17");
  assert_refused (fixture, CORPUS_STORE_ERROR_FOREIGN, "another program");
}

static void
test_newer (StoreFixture *fixture,
            gconstpointer data)
{
  make_corpus (fixture, 1);
  sql (fixture->path, "PRAGMA user_version = 2");
  assert_refused (fixture, CORPUS_STORE_ERROR_NEWER, "newer version");
}

static void
test_truncated (StoreFixture *fixture,
                gconstpointer data)
{
  goffset size;

  make_corpus (fixture, 3);
  size = get_size (fixture->path);
  g_assert_no_errno (truncate (fixture->path, size - 1));
  assert_refused (fixture, CORPUS_STORE_ERROR_DAMAGED, "cut off");
  g_assert_no_errno (truncate (fixture->path, size / 2));
  assert_refused (fixture, CORPUS_STORE_ERROR_DAMAGED, "cut off");
  g_assert_no_errno (truncate (fixture->path, 99));
  assert_refused (fixture, CORPUS_STORE_ERROR_DAMAGED, "cut off");
}

static void
test_damaged_schema (StoreFixture *fixture,
                     gconstpointer data)
{
  guint8 noise[2000];

  make_corpus (fixture, 1);
  memset (noise, 0xa5, sizeof noise);
  overwrite (fixture->path, 100, noise, sizeof noise);
  assert_refused (fixture, CORPUS_STORE_ERROR_DAMAGED, "is damaged");
}

/* A file that was not closed is looked through before it is used. */
static void
test_damaged_unclean (StoreFixture *fixture,
                      gconstpointer data)
{
  guint8 noise[600], wal[] = { 2, 2 };

  make_corpus (fixture, 3);
  memset (noise, 0xa5, sizeof noise);
  overwrite (fixture->path, get_size (fixture->path) - 4096, noise, sizeof noise);
  overwrite (fixture->path, 18, wal, sizeof wal);
  assert_refused_with (fixture, 0, CORPUS_STORE_ERROR_DAMAGED, "is damaged");
}

static void
test_hostile_schema (StoreFixture *fixture,
                     gconstpointer data)
{
  static const char *const statements[] = {
    "CREATE TRIGGER t AFTER UPDATE ON entity BEGIN DELETE FROM edit; END",
    "CREATE VIEW v AS SELECT load_extension ('x')",
    "CREATE VIRTUAL TABLE f USING fts5 (x)",
    "CREATE TABLE more (x)",
    "CREATE INDEX i ON entity (norm)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      make_corpus (fixture, 1);
      sql (fixture->path, statements[i]);
      assert_refused (fixture, CORPUS_STORE_ERROR_FOREIGN, "did not put there");
      g_assert_no_errno (g_remove (fixture->path));
    }
  make_corpus (fixture, 1);
  sql (fixture->path, "DROP INDEX entity_piece_by_page");
  assert_refused (fixture, CORPUS_STORE_ERROR_DAMAGED, "layout");
  sql (fixture->path, "CREATE INDEX entity_piece_by_page ON entity_piece (page)");
  assert_refused (fixture, CORPUS_STORE_ERROR_DAMAGED, "layout");
}

/* What ANALYZE leaves behind is no reason to refuse. */
static void
test_analysed (StoreFixture *fixture,
               gconstpointer data)
{
  CorpusStore *store;

  make_corpus (fixture, 1);
  sql (fixture->path, "ANALYZE");
  store = store_fixture_open (fixture);
  store_fixture_close (store);
}

/* Permissions are shown to somebody they hold for. */

static void
become_nobody_in (StoreFixture *fixture,
                  mode_t folder_mode)
{
  g_assert_no_errno (chmod (fixture->folder, folder_mode));
  if (getuid () == 0)
    g_assert_no_errno (seteuid (65534));
}

static void
become_root (void)
{
  if (getuid () == 0)
    g_assert_no_errno (seteuid (0));
}

static void
test_no_permission (StoreFixture *fixture,
                    gconstpointer data)
{
  make_corpus (fixture, 1);
  g_assert_no_errno (chmod (fixture->path, 0));
  become_nobody_in (fixture, 0777);
  assert_refused_with (fixture, 0, CORPUS_STORE_ERROR_PERMISSION, "cannot be read");
  assert_refused_with (fixture, CORPUS_STORE_READ_ONLY, CORPUS_STORE_ERROR_PERMISSION, "cannot be read");
  become_root ();
}

static void
test_read_only_file (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store;

  make_corpus (fixture, 1);
  g_assert_no_errno (chmod (fixture->path, 0444));
  become_nobody_in (fixture, 0777);
  assert_refused_with (fixture, 0, CORPUS_STORE_ERROR_READ_ONLY, "cannot be written");
  store = corpus_store_open (fixture->path, CORPUS_STORE_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
  become_root ();
}

/* In a folder where nothing can be written a corpus still opens for reading, even one that was left in WAL mode. */
static void
test_read_only_folder (StoreFixture *fixture,
                       gconstpointer data)
{
  static const guint8 wal[] = { 2, 2 };

  make_corpus (fixture, 1);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      CorpusStore *store;

      g_assert_no_errno (chmod (fixture->path, 0444));
      become_nobody_in (fixture, 0555);
      assert_refused_with (fixture, 0, CORPUS_STORE_ERROR_READ_ONLY, "cannot be written");
      store = corpus_store_open (fixture->path, CORPUS_STORE_READ_ONLY, NULL, &error);
      g_assert_no_error (error);
      store_fixture_assert_verified (store);
      store_fixture_close (store);
      become_root ();
      g_assert_no_errno (chmod (fixture->folder, 0700));
      g_assert_no_errno (chmod (fixture->path, 0600));
      overwrite (fixture->path, 18, wal, sizeof wal);
    }
}

static void
test_create_in_read_only_folder (StoreFixture *fixture,
                                 gconstpointer data)
{
  become_nobody_in (fixture, 0555);
  assert_refused_with (fixture, CORPUS_STORE_CREATE, CORPUS_STORE_ERROR_READ_ONLY, "Choose another folder");
  become_root ();
  g_assert_no_errno (chmod (fixture->folder, 0700));
}

/* Opening a file a second time in one program does not drop the locks of the first: another program (this one again)
 * still cannot take the file for itself. */
static void
test_locks_survive (StoreFixture *fixture,
                    gconstpointer data)
{
  CorpusStore *first = store_fixture_open (fixture), *second;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_import (first, 1);
  second = store_fixture_open (fixture);
  store_fixture_close (second);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, own_path, "--take", fixture->path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, SQLITE_BUSY);
  store_fixture_assert_verified (first);
  store_fixture_close (first);
}

/* Verify */

static void
assert_finding (StoreFixture *fixture,
                const char *damage,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  CorpusStore *store;

  make_corpus (fixture, 1);
  sql (fixture->path, damage);
  store = store_fixture_open (fixture);
  findings = corpus_store_verify (store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (all, "%s\n", (char *) g_ptr_array_index (findings, i));
  if (strstr (all->str, words) == NULL)
    g_error ("after “%s” nothing says “%s”: %s", damage, words, all->str);
  store_fixture_close (store);
  g_assert_no_errno (g_remove (fixture->path));
}

static void
test_verify_finds (StoreFixture *fixture,
                   gconstpointer data)
{
  assert_finding (fixture, "UPDATE entity_piece SET text = '别的'", "does not match its page");
  assert_finding (fixture, "UPDATE entity_piece SET start_char = start_char + 1, end_char = end_char + 1", "does not match its page");
  assert_finding (fixture, "UPDATE block_piece SET end_char = 99999", "outside its page");
  assert_finding (fixture, "UPDATE page_text SET text = '新' || text", "does not match its page");
  assert_finding (fixture, "DELETE FROM entity_piece", "anchored nowhere");
  assert_finding (fixture, "DELETE FROM filler_piece", "neither anchored");
  assert_finding (fixture, "DELETE FROM entity WHERE id IN (SELECT min (id) FROM entity)", "do not exist");
  assert_finding (fixture, "UPDATE entity SET state = 'perhaps'", "perhaps");
  assert_finding (fixture, "UPDATE indicator SET cmp = 'about'", "does not exist");
  assert_finding (fixture, "UPDATE article_row SET n_entities = 99", "out of date");
  assert_finding (fixture, "UPDATE article_text SET folded = ''", "out of date");
  assert_finding (fixture, "DELETE FROM article_row", "does not show");
  assert_finding (fixture, "DELETE FROM page_text", "no text");
  assert_finding (fixture,
                  "INSERT INTO edit (kind, verb, person, at, is_undone, replica, sequence, clock, schema_version, changeset) "
                  "VALUES ('edit', 'x', 'y', 'z', 1, 1, 1, 1, 1, x'00ff00ff')",
                  "cannot be read");
  assert_finding (fixture,
                  "INSERT INTO edit (kind, verb, person, at, is_undone, replica, sequence, clock, schema_version, changeset) "
                  "VALUES ('edit', 'x', 'y', 'z', 1, 1, 1, 1, 1, x'')",
                  "contradicts itself");
}

/* A check that is cancelled is none. */
static void
test_verify_cancelled (StoreFixture *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL, *after = NULL;
  CorpusStore *store;

  make_corpus (fixture, 1);
  store = store_fixture_open (fixture);
  before = store_fixture_dump_file (fixture->path, FALSE);
  g_cancellable_cancel (cancellable);
  g_assert_null (corpus_store_verify (store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (corpus_store_rebuild_derived (store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (corpus_store_open (fixture->path, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = store_fixture_dump_file (fixture->path, FALSE);
  g_assert_cmpstr (after, ==, before);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

static void
test_rebuild_derived (StoreFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  CorpusStore *store;

  make_corpus (fixture, 2);
  before = store_fixture_dump_file (fixture->path, FALSE);
  sql (fixture->path, "UPDATE article_row SET n_entities = 99; DELETE FROM article_text");
  store = store_fixture_open (fixture);
  g_assert_true (corpus_store_rebuild_derived (store, NULL, &error));
  g_assert_no_error (error);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
  after = store_fixture_dump_file (fixture->path, FALSE);
  g_assert_cmpstr (after, ==, before);
}

/* Loading what a damaged or hostile file says is an error, never a crash. */
static void
test_load_damaged (StoreFixture *fixture,
                   gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE block SET state = 'perhaps'",
    "UPDATE review SET task = 'cooking'",
    "UPDATE field SET name = 'smell' WHERE name = 'genre'",
    "UPDATE credit SET role = 'cook'",
    "UPDATE indicator SET period_role = 'never'",
    "UPDATE page_text SET text = CAST (x'e99d' AS TEXT)",
    "UPDATE entity SET id = id + 20 WHERE id IN (SELECT min (id) FROM entity); UPDATE entity_piece SET entity = entity + 20",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorpusArticle) article = NULL;
      CorpusStore *store;

      make_corpus (fixture, 1);
      sql (fixture->path, damages[i]);
      store = store_fixture_open (fixture);
      article = corpus_store_load_article (store, store_fixture_article_id (store, 0), &error);
      if (i + 1 < G_N_ELEMENTS (damages))
        g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DAMAGED);
      g_clear_object (&article);
      store_fixture_close (store);
      g_assert_no_errno (g_remove (fixture->path));
    }
}

/* The rules for recorded tables (DESIGN.md section 6): each broken one broke undo. */
static void
test_recorded_rules (StoreFixture *fixture,
                     gconstpointer data)
{
  static const struct
  {
    const char *sql; /* what breaks a rule: ?1 is the table */
    const char *rule;
  } rules[] = {
    { "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info (?1) WHERE pk > 0)", "has no primary key" },
    { "SELECT name FROM pragma_table_info (?1) WHERE pk > 0 AND \"notnull\" = 0", "has a key column that may be NULL" },
    { "SELECT 1 FROM pragma_table_list WHERE name = ?1 AND strict = 0", "is not STRICT" },
    { "SELECT name FROM pragma_table_xinfo (?1) WHERE hidden <> 0", "has a generated column" },
    { "SELECT name FROM pragma_table_info (?1) WHERE dflt_value IS NOT NULL", "has a column that fills itself in" },
    { "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1", "has a trigger" },
    { "SELECT name FROM pragma_index_list (?1) WHERE \"unique\" AND origin <> 'pk'", "has a UNIQUE beyond its key" },
    { "SELECT 1 FROM pragma_foreign_key_list (?1) WHERE on_delete <> 'NO ACTION' OR on_update <> 'NO ACTION'", "has a cascade" },
    { "SELECT 1 FROM sqlite_schema WHERE name = ?1 AND sql LIKE '%AUTOINCREMENT%'", "has a counter" },
    { "SELECT 1 FROM pragma_table_info (?1) WHERE cid = 0 AND pk <> 1", "does not begin with what its rows belong to" },
  };
  sqlite3 *db = NULL;

  make_corpus (fixture, 1);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  for (guint i = 0; corpus_recorded_tables[i] != NULL; i++)
    {
      g_autofree char *count = g_strdup_printf ("SELECT (length (sql) - length (replace (sql, 'REFERENCES', ''))) / 10 "
                                                "- (length (sql) - length (replace (sql, 'DEFERRABLE INITIALLY DEFERRED', ''))) / 29 "
                                                "FROM sqlite_schema WHERE type = 'table' AND name = '%s'",
                                                corpus_recorded_tables[i]);
      sqlite3_stmt *stmt = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (rules); j++)
        {
          g_assert_cmpint (sqlite3_prepare_v2 (db, rules[j].sql, -1, &stmt, NULL), ==, SQLITE_OK);
          sqlite3_bind_text (stmt, 1, corpus_recorded_tables[i], -1, SQLITE_STATIC);
          if (sqlite3_step (stmt) != SQLITE_DONE)
            g_error ("%s %s", corpus_recorded_tables[i], rules[j].rule);
          sqlite3_finalize (stmt);
        }
      g_assert_cmpint (sqlite3_prepare_v2 (db, count, -1, &stmt, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
      if (sqlite3_column_int (stmt, 0) != 0)
        g_error ("%s has a foreign key that is not deferred", corpus_recorded_tables[i]);
      sqlite3_finalize (stmt);
    }
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Spans that end before they begin cannot get in by any way. */
static void
test_span_checks (StoreFixture *fixture,
                  gconstpointer data)
{
  static const char *const tables[] = { "block_piece", "credit_piece", "dateline_piece", "entity_piece", "filler_piece" };
  sqlite3 *db = NULL;

  make_corpus (fixture, 1);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *statement = g_strdup_printf ("UPDATE %s SET end_char = start_char", tables[i]);

      g_assert_cmpint (sqlite3_exec (db, statement, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
    }
  g_assert_cmpint (sqlite3_exec (db, "UPDATE correction SET end_char = start_char - 1", NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* What the child does: it tries to take the file for itself, and says how that went. */
static int
take (const char *path)
{
  sqlite3 *db = NULL;
  int rc = sqlite3_open (path, &db);

  if (rc == SQLITE_OK)
    rc = sqlite3_exec (db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  sqlite3_close (db);
  return rc;
}

int
main (int argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--take"))
    return take (argv[2]);

  own_path = g_canonicalize_filename (argv[0], NULL);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/store/open/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("created", test_created);
  ADD ("mime-magic", test_mime_magic);
  ADD ("missing", test_missing);
  ADD ("folder", test_folder);
  ADD ("no-database", test_no_database);
  ADD ("empty", test_empty);
  ADD ("foreign", test_foreign);
  ADD ("newer", test_newer);
  ADD ("truncated", test_truncated);
  ADD ("damaged-schema", test_damaged_schema);
  ADD ("damaged-unclean", test_damaged_unclean);
  ADD ("hostile-schema", test_hostile_schema);
  ADD ("analysed", test_analysed);
  ADD ("no-permission", test_no_permission);
  ADD ("read-only-file", test_read_only_file);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("create-in-read-only-folder", test_create_in_read_only_folder);
  ADD ("locks-survive", test_locks_survive);
  ADD ("verify-finds", test_verify_finds);
  ADD ("verify-cancelled", test_verify_cancelled);
  ADD ("rebuild-derived", test_rebuild_derived);
  ADD ("load-damaged", test_load_damaged);
  ADD ("recorded-rules", test_recorded_rules);
  ADD ("span-checks", test_span_checks);

  return g_test_run ();
}
