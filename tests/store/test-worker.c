/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

#include "store/corpus-worker.h"

/* What arrived from a worker, in order. */
typedef struct
{
  GString *log;
  guint n_changed;
  guint n_failed;
  GError *error;
  gint64 failed_article;
  CorpusChange *change;
  GAsyncResult *result;
} Witness;

static void
witness_clear (Witness *witness)
{
  g_string_free (witness->log, TRUE);
  g_clear_error (&witness->error);
  g_clear_pointer (&witness->change, corpus_change_unref);
  g_clear_object (&witness->result);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Witness, witness_clear)

static void
changed_cb (CorpusWorker *worker,
            CorpusChange *change,
            Witness *witness)
{
  witness->n_changed++;
  g_clear_pointer (&witness->change, corpus_change_unref);
  witness->change = corpus_change_ref (change);
  g_string_append_printf (witness->log, "changed(%s) ", corpus_worker_get_undo_verb (worker) != NULL ? corpus_worker_get_undo_verb (worker) : "-");
}

static void
failed_cb (CorpusWorker *worker,
           GError *error,
           gint64 article_id,
           Witness *witness)
{
  witness->n_failed++;
  g_clear_error (&witness->error);
  witness->error = g_error_copy (error);
  witness->failed_article = article_id;
  g_string_append (witness->log, "failed ");
}

static void
result_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  Witness *witness = data;

  g_assert_null (witness->result);
  witness->result = g_object_ref (result);
  g_string_append (witness->log, "answer ");
}

static GAsyncResult *
wait_result (Witness *witness)
{
  while (witness->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&witness->result);
}

static void
wait_idle (CorpusWorker *worker)
{
  while (corpus_worker_get_pending (worker) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static CorpusWorker *
open_worker (const char *path,
             CorpusStoreFlags flags,
             Witness *witness,
             GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CorpusWorker *worker;

  witness->log = witness->log != NULL ? witness->log : g_string_new (NULL);
  corpus_worker_open_async (path, flags, "穆川", NULL, result_cb, witness);
  result = wait_result (witness);
  worker = corpus_worker_open_finish (result, error);
  if (worker != NULL)
    {
      g_signal_connect (worker, "changed", G_CALLBACK (changed_cb), witness);
      g_signal_connect (worker, "failed", G_CALLBACK (failed_cb), witness);
    }
  g_string_truncate (witness->log, 0);
  return worker;
}

static void
close_worker (CorpusWorker *worker,
              Witness *witness)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  corpus_worker_close_async (worker, result_cb, witness);
  result = wait_result (witness);
  g_assert_true (corpus_worker_close_finish (worker, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (worker);
}

/* A corpus with one page, closed. */
static gint64
make_corpus (StoreFixture *fixture)
{
  CorpusStore *store = store_fixture_open (fixture);
  gint64 article_id;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 1);
  store_fixture_close (store);
  return article_id;
}

static CorpusEdit *
make_note (gint64 article_id,
           guint number)
{
  g_autofree char *verb = g_strdup_printf ("Note %u", number);
  CorpusEdit *edit = corpus_edit_new (verb, article_id);
  g_autoptr (CorpusHead) head = corpus_head_new (article_id);

  head->rank = 4096;
  head->note = g_strdup (verb);
  corpus_edit_put_head (edit, head);
  return edit;
}

static CorpusArticle *
load_article (CorpusWorker *worker,
              gint64 article_id,
              Witness *witness)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  CorpusArticle *article;

  corpus_worker_load_article_async (worker, article_id, NULL, result_cb, witness);
  result = wait_result (witness);
  article = corpus_worker_load_article_finish (worker, result, &error);
  g_assert_no_error (error);
  return article;
}

/* Edits are written, answered and read in the order they were handed over. */
static void
test_order (StoreFixture *fixture,
            gconstpointer data)
{
  g_auto (Witness) witness = { 0 };
  gint64 article_id = make_corpus (fixture);
  CorpusWorker *worker = open_worker (fixture->path, 0, &witness, NULL);
  g_autoptr (CorpusArticle) article = NULL;
  CorpusStats stats;

  for (guint i = 1; i <= 3; i++)
    {
      g_autoptr (CorpusEdit) edit = make_note (article_id, i);

      corpus_worker_apply (worker, edit);
    }
  corpus_worker_undo (worker);
  g_assert_cmpuint (corpus_worker_get_pending (worker), ==, 4);
  g_assert_cmpuint (witness.n_changed, ==, 0);
  article = load_article (worker, article_id, &witness);
  g_assert_cmpstr (corpus_article_get_head (article)->note, ==, "Note 2");
  g_assert_cmpstr (witness.log->str, ==, "changed(Note 1) changed(Note 2) changed(Note 3) changed(Note 2) answer ");
  g_assert_cmpuint (corpus_worker_get_pending (worker), ==, 0);
  g_assert_cmpstr (corpus_worker_get_undo_verb (worker), ==, "Note 2");
  g_assert_cmpstr (corpus_worker_get_redo_verb (worker), ==, "Note 3");
  g_assert_true (corpus_change_touches (witness.change, article_id));
  g_assert_false (corpus_change_touches (witness.change, article_id + 1));
  g_assert_true (corpus_worker_get_stats (worker, &stats));
  g_assert_cmpint (stats.n_edits, ==, 3);
  g_assert_cmpint (stats.n_articles, ==, 2);

  corpus_worker_redo (worker);
  wait_idle (worker);
  g_assert_cmpstr (corpus_worker_get_undo_verb (worker), ==, "Note 3");
  g_assert_null (corpus_worker_get_redo_verb (worker));
  g_assert_cmpuint (witness.n_failed, ==, 0);
  g_clear_object (&article);
  close_worker (worker, &witness);
}

static void
test_failed (StoreFixture *fixture,
             gconstpointer data)
{
  g_auto (Witness) witness = { 0 };
  gint64 article_id = make_corpus (fixture);
  CorpusWorker *worker = open_worker (fixture->path, 0, &witness, NULL);
  g_autoptr (CorpusPage) page = store_fixture_page (1);
  g_autoptr (CorpusEdit) edit = corpus_edit_new ("Add", article_id);
  g_autoptr (CorpusEntity) entity = corpus_entity_new (corpus_worker_new_id (worker), "ORG");

  corpus_pieces_add (entity->pieces, page->id, 3, 6, "不是这个");
  corpus_edit_put_entity (edit, entity);
  corpus_worker_apply (worker, edit);
  wait_idle (worker);
  g_assert_cmpuint (witness.n_failed, ==, 1);
  g_assert_cmpuint (witness.n_changed, ==, 0);
  g_assert_error (witness.error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR);
  g_assert_cmpint (witness.failed_article, ==, article_id);

  corpus_worker_undo (worker);
  wait_idle (worker);
  g_assert_error (witness.error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOTHING);
  close_worker (worker, &witness);
}

/* What was handed over before closing is written; what comes after fails, and says so. */
static void
test_close_drains (StoreFixture *fixture,
                   gconstpointer data)
{
  g_auto (Witness) witness = { 0 };
  gint64 article_id = make_corpus (fixture);
  CorpusWorker *worker = open_worker (fixture->path, 0, &witness, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CorpusEdit) late = make_note (article_id, 99);
  g_autoptr (CorpusArticle) article = NULL;
  CorpusStore *store;

  for (guint i = 1; i <= 20; i++)
    {
      g_autoptr (CorpusEdit) edit = make_note (article_id, i);

      corpus_worker_apply (worker, edit);
    }
  corpus_worker_close_async (worker, result_cb, &witness);
  corpus_worker_apply (worker, late);
  g_assert_cmpuint (witness.n_failed, ==, 1);
  g_assert_error (witness.error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  result = wait_result (&witness);
  g_assert_true (corpus_worker_close_finish (worker, result, NULL));
  g_assert_cmpuint (witness.n_changed, ==, 20);
  g_assert_cmpuint (corpus_worker_get_pending (worker), ==, 0);
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (worker);

  store = store_fixture_open (fixture);
  article = corpus_store_load_article (store, article_id, NULL);
  g_assert_cmpstr (corpus_article_get_head (article)->note, ==, "Note 20");
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

/* A worker that is only dropped still writes what it was given. */
static void
test_dropped (StoreFixture *fixture,
              gconstpointer data)
{
  g_auto (Witness) witness = { 0 };
  gint64 article_id = make_corpus (fixture);
  CorpusWorker *worker = open_worker (fixture->path, 0, &witness, NULL);
  g_autoptr (CorpusEdit) edit = make_note (article_id, 7);
  g_autoptr (CorpusArticle) article = NULL;
  CorpusStore *store;

  corpus_worker_apply (worker, edit);
  g_object_add_weak_pointer (G_OBJECT (worker), (gpointer *) &worker);
  g_object_unref (worker);
  while (worker != NULL)
    g_main_context_iteration (NULL, TRUE);

  store = store_fixture_open (fixture);
  article = corpus_store_load_article (store, article_id, NULL);
  g_assert_cmpstr (corpus_article_get_head (article)->note, ==, "Note 7");
  store_fixture_close (store);
}

/* Another connection's edit and import are noticed without being told. */
static void
test_notices_others (StoreFixture *fixture,
                     gconstpointer data)
{
  g_auto (Witness) witness = { 0 };
  gint64 article_id = make_corpus (fixture);
  CorpusWorker *worker = open_worker (fixture->path, 0, &witness, NULL);
  CorpusStore *other = store_fixture_open (fixture);
  g_autoptr (CorpusEdit) edit = make_note (article_id, 1);
  g_autoptr (CorpusChange) change = corpus_store_apply (other, edit, NULL, NULL);
  g_autoptr (CorpusArticle) article = NULL;
  CorpusStats stats;

  g_assert_nonnull (change);
  while (witness.n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (witness.change->is_everything);
  g_assert_true (corpus_change_touches (witness.change, article_id));
  article = load_article (worker, article_id, &witness);
  g_assert_cmpstr (corpus_article_get_head (article)->note, ==, "Note 1");
  corpus_worker_get_stats (worker, &stats);
  g_assert_cmpint (stats.n_edits, ==, 1);

  /* Its own edits are not news. */
  corpus_worker_refresh (worker);
  while (witness.n_changed == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (witness.change->is_everything);
  store_fixture_close (other);
  g_clear_object (&article);
  close_worker (worker, &witness);
}

static void
test_reads (StoreFixture *fixture,
            gconstpointer data)
{
  g_auto (Witness) witness = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 article_id = make_corpus (fixture);
  CorpusWorker *worker = open_worker (fixture->path, 0, &witness, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GPtrArray) rows = NULL, history = NULL;
  g_autoptr (CorpusRow) row = NULL;
  g_autoptr (CorpusTagset) tagset = NULL;

  corpus_worker_list_async (worker, CORPUS_ONLY_ALL, "滨河路", NULL, result_cb, &witness);
  result = wait_result (&witness);
  rows = corpus_worker_list_finish (worker, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_clear_object (&result);

  corpus_worker_load_row_async (worker, article_id, NULL, result_cb, &witness);
  result = wait_result (&witness);
  row = corpus_worker_load_row_finish (worker, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (row->headline, ==, "图书馆新馆开放");
  g_clear_object (&result);

  corpus_worker_load_tagset_async (worker, NULL, result_cb, &witness);
  result = wait_result (&witness);
  tagset = corpus_worker_load_tagset_finish (worker, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (corpus_tagset_find_label (tagset, "PERSON"));
  g_clear_object (&result);

  corpus_worker_load_history_async (worker, 0, 10, NULL, result_cb, &witness);
  result = wait_result (&witness);
  history = corpus_worker_load_history_finish (worker, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
  g_clear_object (&result);

  g_cancellable_cancel (cancelled);
  corpus_worker_list_async (worker, CORPUS_ONLY_ALL, NULL, cancelled, result_cb, &witness);
  result = wait_result (&witness);
  g_assert_null (corpus_worker_list_finish (worker, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  close_worker (worker, &witness);
}

static void
test_open_fails (StoreFixture *fixture,
                 gconstpointer data)
{
  g_auto (Witness) witness = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (open_worker (fixture->path, 0, &witness, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOT_FOUND);
}

static void
test_reviewer (StoreFixture *fixture,
               gconstpointer data)
{
  g_auto (Witness) witness = { 0 };
  gint64 article_id = make_corpus (fixture);
  CorpusWorker *worker = open_worker (fixture->path, 0, &witness, NULL);
  g_autofree char *first_id = g_strdup (corpus_worker_get_reviewer_id (worker));
  g_autoptr (CorpusEdit) edit = make_note (article_id, 1);

  corpus_worker_apply (worker, edit);
  corpus_worker_set_reviewer (worker, "杜若");
  g_assert_cmpstr (corpus_worker_get_reviewer_id (worker), !=, first_id);
  corpus_worker_undo (worker);
  wait_idle (worker);
  g_assert_error (witness.error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOTHING);
  corpus_worker_set_reviewer (worker, "穆川");
  g_assert_cmpstr (corpus_worker_get_reviewer_id (worker), ==, first_id);
  corpus_worker_undo (worker);
  wait_idle (worker);
  g_assert_cmpuint (witness.n_failed, ==, 1);
  close_worker (worker, &witness);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/store/worker/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("order", test_order);
  ADD ("failed", test_failed);
  ADD ("close-drains", test_close_drains);
  ADD ("dropped", test_dropped);
  ADD ("notices-others", test_notices_others);
  ADD ("reads", test_reads);
  ADD ("open-fails", test_open_fails);
  ADD ("reviewer", test_reviewer);

  return g_test_run ();
}
