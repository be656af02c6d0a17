/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A full disk. The file size limit of the process makes writes fail in the middle of what SQLite does, for the log as for
 * the file itself, just as a disk without room does; max_page_count makes SQLite itself say SQLITE_FULL. */

#include "store-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "store/corpus-store-private.h"

/* Lets no file grow beyond @n_bytes; 0 takes the limit away. */
static void
limit_files (gsize n_bytes)
{
  struct rlimit limit;

  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  limit.rlim_cur = n_bytes > 0 ? n_bytes : limit.rlim_max;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
}

static CorpusChange *
write_note (CorpusStore *store,
            gint64 article_id,
            const char *note,
            GError **error)
{
  g_autoptr (CorpusEdit) edit = corpus_edit_new ("Note", article_id);
  g_autoptr (CorpusHead) head = corpus_head_new (article_id);

  head->rank = 4096;
  head->note = g_strdup (note);
  corpus_edit_put_head (edit, head);
  return corpus_store_apply (store, edit, NULL, error);
}

static void
assert_note (CorpusStore *store,
             gint64 article_id,
             const char *note)
{
  g_autoptr (CorpusArticle) article = corpus_store_load_article (store, article_id, NULL);

  g_assert_nonnull (article);
  g_assert_cmpstr (corpus_article_get_head (article)->note, ==, note);
}

/* With every amount of room there is: the edit is there whole or not at all, says so, and what was saved stays. */
static void
test_edit (StoreFixture *fixture,
           gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autofree char *long_note = g_strnfill (100000, 'x');
  gint64 article_id;
  guint n_full = 0;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 1);
  store_fixture_close (store);

  for (gsize room = 64 * 1024; room <= 640 * 1024; room += 23 * 1024)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorpusChange) saved = NULL, change = NULL;
      g_autofree char *short_note = g_strdup_printf ("before %" G_GSIZE_FORMAT, room);

      store = store_fixture_open (fixture);
      saved = write_note (store, article_id, short_note, &error);
      g_assert_no_error (error);

      limit_files (room);
      change = write_note (store, article_id, long_note, &error);
      if (change == NULL)
        {
          n_full++;
          g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FULL);
          g_assert_nonnull (strstr (error->message, "make room and try again"));
          /* What there is can still be read, and tried again in vain without harm. */
          assert_note (store, article_id, short_note);
          g_clear_error (&error);
          g_assert_null (write_note (store, article_id, long_note, &error));
          g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FULL);
        }
      limit_files (0);
      assert_note (store, article_id, change != NULL ? long_note : short_note);
      store_fixture_assert_verified (store);

      /* With room again it works. */
      if (change == NULL)
        {
          g_clear_error (&error);
          change = write_note (store, article_id, long_note, &error);
          g_assert_no_error (error);
          assert_note (store, article_id, long_note);
        }
      store_fixture_close (store);
    }
  g_assert_cmpuint (n_full, >, 3);
}

/* The program that was killed by the full disk, as it were: closed while there is no room, opened again later. */
static void
test_close (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autofree char *long_note = g_strnfill (300000, 'x');
  g_autoptr (CorpusChange) change = NULL;
  gint64 article_id;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 1);
  store_fixture_close (store);
  store = store_fixture_open (fixture);
  change = write_note (store, article_id, long_note, &error);
  g_assert_no_error (error);
  limit_files (64 * 1024);
  g_assert_false (corpus_store_close (store, &error));
  limit_files (0);
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "-wal"));
  g_assert_finalize_object (store);

  store = store_fixture_open (fixture);
  assert_note (store, article_id, long_note);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

static void
test_import (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autofree char *filler = g_strnfill (500000, 'x'), *before = NULL, *after = NULL;
  g_autoptr (CorpusPage) page = store_fixture_small_page ("long.txt", filler);
  gint64 batch_id;

  store_fixture_import (store, 1);
  store_fixture_close (store);
  store = store_fixture_open (fixture);
  before = store_fixture_dump_file (fixture->path, FALSE);
  batch_id = corpus_store_begin_batch (store, "Import", &error);
  g_assert_no_error (error);
  limit_files (300 * 1024);
  g_assert_false (corpus_store_add_page (store, batch_id, page, NULL, NULL, NULL, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FULL);
  limit_files (0);
  g_clear_error (&error);
  g_assert_true (corpus_store_cancel_batch (store, batch_id, &error));
  g_assert_no_error (error);
  after = store_fixture_dump_file (fixture->path, FALSE);
  g_assert_cmpstr (after, ==, before);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

/* A corpus that cannot even be laid out leaves no file behind. */
static void
test_create (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  limit_files (20 * 1024);
  g_assert_null (corpus_store_open (fixture->path, CORPUS_STORE_CREATE, NULL, &error));
  limit_files (0);
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, fixture->path));
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_sqlite_full (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autofree char *long_note = g_strnfill (100000, 'x');
  gint64 article_id, n_pages;
  g_autoptr (CorpusChange) change = NULL;
  g_autofree char *pragma = NULL;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 1);
  g_assert_true (corpus_db_get_int (store->db, "PRAGMA page_count", "count", &n_pages, NULL));
  pragma = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, n_pages + 2);
  g_assert_true (corpus_db_exec (store->db, pragma, "limit", NULL));
  g_assert_null (write_note (store, article_id, long_note, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FULL);
  assert_note (store, article_id, NULL);
  store_fixture_assert_verified (store);
  g_clear_error (&error);
  g_assert_true (corpus_db_exec (store->db, "PRAGMA max_page_count = 100000", "limit", NULL));
  change = write_note (store, article_id, long_note, &error);
  g_assert_no_error (error);
  store_fixture_close (store);
}

int
main (int argc,
      char **argv)
{
  /* A write beyond the limit is to fail, not to kill. */
  signal (SIGXFSZ, SIG_IGN);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/store/full/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("edit", test_edit);
  ADD ("close", test_close);
  ADD ("import", test_import);
  ADD ("create", test_create);
  ADD ("sqlite-full", test_sqlite_full);

  return g_test_run ();
}
