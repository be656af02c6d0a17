/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Other processes at the file. A child process edits a corpus and says after each edit that it is saved; the parent kills it at random moments.
 * Every edit that was called saved has to be in the file, and the file whole.  Then several write at once. The children are this program
 * itself. */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 40

static char *own_path;

/* The child: one edit after the other, each with the next number as the note of the article, until it is killed. Every
 * tenth time it undoes and redoes, every fifteenth it imports a page as well. */
static int
edit_for_ever (const char *path,
               gint64 article_id,
               guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusStore) store = corpus_store_open (path, 0, NULL, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  corpus_store_set_reviewer (store, "穆川");
  for (;; number++)
    {
      g_autofree char *note = g_strdup_printf ("%u", number);
      g_autoptr (CorpusEdit) edit = corpus_edit_new (note, article_id);
      g_autoptr (CorpusHead) head = corpus_head_new (article_id);
      g_autoptr (CorpusChange) change = NULL;
      gint64 batch_id;

      head->note = g_strdup (note);
      head->rank = 4096;
      corpus_edit_put_head (edit, head);
      change = corpus_store_apply (store, edit, NULL, &error);
      if (change == NULL)
        g_error ("%s", error->message);
      if (write (STDOUT_FILENO, &number, sizeof number) != sizeof number)
        return 1;

      if (number % 10 == 0)
        {
          g_autoptr (CorpusChange) undone = corpus_store_undo (store, NULL, &error);
          g_autoptr (CorpusChange) redone = corpus_store_redo (store, NULL, &error);

          if (undone == NULL || redone == NULL)
            g_error ("%s", error->message);
        }
      if (number % 15 == 0 && (batch_id = corpus_store_begin_batch (store, "Import", NULL)) != 0)
        {
          g_autofree char *text = g_strdup_printf ("第%u号。", number);
          g_autoptr (CorpusPage) page = store_fixture_small_page (note, text);

          corpus_store_add_page (store, batch_id, page, NULL, NULL, NULL, NULL);
          corpus_store_end_batch (store, batch_id, NULL);
        }
    }
}

/* Runs the child until it has said @n_edits numbers and some microseconds more have gone by; returns the last it said. */
static guint
run_and_kill (StoreFixture *fixture,
              gint64 article_id,
              guint first,
              guint n_edits)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, article_id);
  g_autofree char *from = g_strdup_printf ("%u", first);
  const char *argv[] = { own_path, "--child", fixture->path, id, from, NULL };
  guint last = first - 1, number;
  GPid pid;
  int out;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_edits && read (out, &number, sizeof number) == sizeof number; i++)
    last = number;
  for (volatile int i = g_test_rand_int_range (0, 3000000); i > 0; i--)
    ;
  g_assert_no_errno (kill (pid, SIGKILL));
  /* What it said before it died was said as well. */
  while (read (out, &number, sizeof number) == sizeof number)
    last = number;
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  close (out);
  g_spawn_close_pid (pid);
  return last;
}

static void
test_killed (StoreFixture *fixture,
             gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  guint said = 0;
  gint64 article_id;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 1);
  store_fixture_close (store);

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (CorpusArticle) article = NULL;
      guint found;

      said = run_and_kill (fixture, article_id, said + 1, (guint) g_test_rand_int_range (1, 25));
      store = store_fixture_open (fixture);
      article = corpus_store_load_article (store, article_id, NULL);
      found = (guint) g_ascii_strtoull (corpus_article_get_head (article)->note, NULL, 10);
      /* One more may have been saved than was said; or its undo, before its redo. */
      g_assert_cmpuint (found, >=, said % 10 == 0 ? said - 1 : said);
      g_assert_cmpuint (found, <=, said + 1);
      if (found < said)
        {
          g_autofree char *verb = corpus_store_dup_redo_verb (store);

          g_assert_cmpuint ((guint) g_ascii_strtoull (verb, NULL, 10), ==, said);
        }
      store_fixture_assert_verified (store);
      said = MAX (said, found);
      g_clear_object (&article);
      store_fixture_close (store);
    }
  g_test_message ("%d kills, %u edits said to be saved, none lost", N_KILLS, said);
}

/* The child: makes the corpus again and again. */
static int
create_for_ever (const char *path)
{
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorpusStore) store = corpus_store_open (path, CORPUS_STORE_CREATE, NULL, &error);

      if (store == NULL)
        g_error ("%s", error->message);
      if (!corpus_store_close (store, &error) || g_unlink (path) != 0 || write (STDOUT_FILENO, "", 1) != 1)
        return 1;
    }
}

/* Whoever is killed while a corpus is made leaves a whole one or none. */
static void
test_killed_while_creating (StoreFixture *fixture,
                            gconstpointer data)
{
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *argv[] = { own_path, "--create", fixture->path, NULL };
      CorpusStore *store;
      GPid pid;
      char byte;
      int out;

      g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (read (out, &byte, 1), ==, 1);
      for (volatile int j = g_test_rand_int_range (0, 10000000); j > 0; j--)
        ;
      g_assert_no_errno (kill (pid, SIGKILL));
      g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
      close (out);
      g_spawn_close_pid (pid);

      store = store_fixture_open (fixture);
      store_fixture_assert_verified (store);
      store_fixture_close (store);
      g_assert_no_errno (g_unlink (fixture->path));
    }
}

/* Several programs at once */

#define N_WRITERS 4
#define N_NOTES 25

/* A child: so many edits, none of which may fail. */
static int
write_notes (const char *path,
             gint64 article_id,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusStore) store = corpus_store_open (path, 0, NULL, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  corpus_store_set_reviewer (store, name);
  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autofree char *note = g_strdup_printf ("%s %u", name, i);
      g_autoptr (CorpusEdit) edit = corpus_edit_new (note, article_id);
      g_autoptr (CorpusHead) head = corpus_head_new (article_id);
      g_autoptr (CorpusChange) change = NULL;

      head->note = g_strdup (note);
      head->rank = 4096;
      corpus_edit_put_head (edit, head);
      change = corpus_store_apply (store, edit, NULL, &error);
      if (change == NULL)
        g_error ("%s", error->message);
    }
  return corpus_store_close (store, NULL) ? 0 : 1;
}

static void
test_many_writers (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *id = NULL;
  CorpusStats stats;

  store_fixture_import (store, 1);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, store_fixture_article_id (store, 1));
  store_fixture_close (store);
  for (guint i = 0; i < N_WRITERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Writer %u", i);

      g_ptr_array_add (children, g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, own_path, "--writer", fixture->path, id, name, NULL));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < N_WRITERS; i++)
    {
      g_assert_true (g_subprocess_wait_check (g_ptr_array_index (children, i), NULL, &error));
      g_assert_no_error (error);
    }

  store = store_fixture_open (fixture);
  g_assert_true (corpus_store_get_stats (store, &stats, &error));
  g_assert_cmpint (stats.n_edits, ==, N_WRITERS * N_NOTES);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

int
main (int argc,
      char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "--child"))
    return edit_for_ever (argv[2], g_ascii_strtoll (argv[3], NULL, 10), (guint) g_ascii_strtoull (argv[4], NULL, 10));

  if (argc == 5 && g_str_equal (argv[1], "--writer"))
    return write_notes (argv[2], g_ascii_strtoll (argv[3], NULL, 10), argv[4]);

  if (argc == 3 && g_str_equal (argv[1], "--create"))
    return create_for_ever (argv[2]);

  own_path = g_canonicalize_filename (argv[0], NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/crash/killed", StoreFixture, NULL, store_fixture_set_up, test_killed, store_fixture_tear_down);
  g_test_add ("/store/crash/killed-while-creating", StoreFixture, NULL, store_fixture_set_up, test_killed_while_creating, store_fixture_tear_down);
  g_test_add ("/store/crash/many-writers", StoreFixture, NULL, store_fixture_set_up, test_many_writers, store_fixture_tear_down);
  return g_test_run ();
}
