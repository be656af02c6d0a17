/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

/* Adding pages in batches, and taking batches back. */

static gint64
begin (CorpusStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 batch_id = corpus_store_begin_batch (store, "Import", &error);

  g_assert_no_error (error);
  g_assert_cmpint (batch_id, >, 0);
  return batch_id;
}

static gboolean
add (CorpusStore *store,
     gint64 batch_id,
     guint number,
     GError **error)
{
  g_autoptr (CorpusPage) page = store_fixture_page (number);
  g_autoptr (GPtrArray) blocks = store_fixture_loose_blocks (page);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (articles, store_fixture_article (page, 0));
  g_ptr_array_add (articles, store_fixture_article (page, 1));
  return corpus_store_add_page (store, batch_id, page, blocks, articles, NULL, error);
}

static void
cancel (CorpusStore *store,
        gint64 batch_id)
{
  g_autoptr (GError) error = NULL;

  corpus_store_cancel_batch (store, batch_id, &error);
  g_assert_no_error (error);
}

static guint
count_articles (CorpusStore *store)
{
  g_autoptr (GPtrArray) rows = corpus_store_list_articles (store, CORPUS_ONLY_ALL, NULL, NULL, NULL);

  return rows->len;
}

static guint
count_history (CorpusStore *store)
{
  g_autoptr (GPtrArray) lines = corpus_store_list_history (store, 0, 0, NULL);

  return lines->len;
}

static void
edit_note (CorpusStore *store,
           guint index)
{
  g_autoptr (GError) error = NULL;
  gint64 article_id = store_fixture_article_id (store, index);
  g_autoptr (CorpusArticle) article = corpus_store_load_article (store, article_id, &error);
  g_autoptr (CorpusHead) head = corpus_head_copy (corpus_article_get_head (article));
  g_autoptr (CorpusEdit) edit = corpus_edit_new ("Note", article_id);
  g_autoptr (CorpusChange) change = NULL;

  g_free (head->note);
  head->note = g_strdup ("seen");
  corpus_edit_put_head (edit, head);
  change = corpus_store_apply (store, edit, NULL, &error);
  g_assert_no_error (error);
}

static void
test_duplicate (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (CorpusPage) page = store_fixture_small_page ("other.txt", "另一版。");
  g_autoptr (CorpusArticle) article = NULL;
  g_autoptr (CorpusHead) head = NULL;
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  gint64 batch_id;

  store_fixture_import (store, 1);
  before = store_fixture_dump_file (fixture->path, FALSE);
  batch_id = begin (store);
  g_assert_false (add (store, batch_id, 1, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DUPLICATE);
  g_assert_nonnull (strstr (error->message, "page-1.txt"));
  g_clear_error (&error);

  /* Another page with an article whose id is taken adds nothing, and changes nothing of that article. */
  head = corpus_head_new (store_fixture_article_id (store, 0));
  article = corpus_article_new (head);
  corpus_article_add_page (article, page);
  g_ptr_array_add (articles, article);
  g_assert_false (corpus_store_add_page (store, batch_id, page, NULL, articles, NULL, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DUPLICATE);
  cancel (store, batch_id);
  after = store_fixture_dump_file (fixture->path, FALSE);
  g_assert_cmpstr (after, ==, before);
  store_fixture_close (store);
}

static void
test_wrong_anchor (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  gint64 batch_id = begin (store);
  g_autoptr (CorpusPage) page = store_fixture_page (1);
  g_autoptr (CorpusArticle) article = store_fixture_article (page, 1);
  g_autoptr (CorpusEntity) entity = corpus_entity_new (page->id + 7777, "ORG");
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();

  corpus_pieces_add (entity->pieces, page->id, 0, 2, "不对");
  corpus_article_put_entity (article, entity);
  g_ptr_array_add (articles, article);
  g_assert_false (corpus_store_add_page (store, batch_id, page, NULL, articles, NULL, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR);
  g_assert_null (corpus_store_find_page (store, page->sha256, NULL));
  g_assert_cmpuint (count_articles (store), ==, 0);

  /* The batch goes on. */
  g_clear_error (&error);
  g_assert_true (add (store, batch_id, 1, &error));
  g_assert_no_error (error);
  corpus_store_end_batch (store, batch_id, NULL);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

static void
test_cancelled_page (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  gint64 batch_id = begin (store);
  g_autoptr (CorpusPage) page = store_fixture_page (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_false (corpus_store_add_page (store, batch_id, page, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (corpus_store_find_page (store, page->sha256, NULL));
  cancel (store, batch_id);
  store_fixture_close (store);
}

/* A cancelled batch leaves no trace: the file says what it said before. */
static void
test_cancel_leaves_no_trace (StoreFixture *fixture,
                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusTagset) tagset = corpus_tagset_new ("own", 9);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autofree char *before = NULL, *after = NULL;
  guint n_history;
  gint64 batch_id;

  store_fixture_import (store, 2);
  edit_note (store, 0);
  before = store_fixture_dump_file (fixture->path, FALSE);
  n_history = count_history (store);

  batch_id = begin (store);
  g_ptr_array_add (people, (char *) "p9");
  g_ptr_array_add (people, (char *) "Nobody");
  g_assert_true (corpus_store_set_corpus (store, batch_id, "Another title", tagset, people, "{}", &error));
  g_assert_true (corpus_store_set_corpus (store, batch_id, "A third title", NULL, NULL, NULL, &error));
  for (guint i = 3; i <= 6; i++)
    g_assert_true (add (store, batch_id, i, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_articles (store), ==, 12);
  cancel (store, batch_id);
  after = store_fixture_dump_file (fixture->path, FALSE);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_history (store), ==, n_history);
  store_fixture_assert_verified (store);

  /* And the pages can be imported again. */
  store_fixture_close (store);
  store = store_fixture_open (fixture);
  batch_id = begin (store);
  g_assert_true (add (store, batch_id, 3, &error));
  corpus_store_end_batch (store, batch_id, NULL);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

/* What somebody has edited since stays; the rest goes. */
static void
test_cancel_keeps_edited (StoreFixture *fixture,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  gint64 batch_id = begin (store);
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (CorpusChange) change = NULL;

  for (guint i = 1; i <= 4; i++)
    g_assert_true (add (store, batch_id, i, &error));
  corpus_store_end_batch (store, batch_id, NULL);
  edit_note (store, 2); /* on the second page */
  cancel (store, batch_id);

  pages = corpus_store_list_pages (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpstr (((CorpusPage *) g_ptr_array_index (pages, 0))->number, ==, "A2");
  g_assert_cmpuint (count_articles (store), ==, 2);
  store_fixture_assert_verified (store);
  change = corpus_store_undo (store, NULL, &error);
  g_assert_no_error (error);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

/* An article over two pages, of which one is edited, keeps both. */
static void
test_cancel_keeps_linked (StoreFixture *fixture,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  gint64 batch_id = begin (store);
  g_autoptr (CorpusPage) first = store_fixture_small_page ("one.txt", "大桥合龙（下转第二版）");
  g_autoptr (CorpusPage) second = store_fixture_small_page ("two.txt", "（上接第一版）全长三公里。");
  g_autoptr (CorpusPage) third = store_fixture_small_page ("three.txt", "无关。");
  g_autoptr (CorpusHead) head = corpus_head_new (first->id + 1);
  g_autoptr (CorpusArticle) article = corpus_article_new (head);
  g_autoptr (CorpusBlock) start = corpus_block_new (first->id + 2, CORPUS_ROLE_BODY);
  g_autoptr (CorpusBlock) jump = corpus_block_new (first->id + 3, CORPUS_ROLE_JUMP);
  g_autoptr (CorpusBlock) end = corpus_block_new (first->id + 4, CORPUS_ROLE_BODY);
  g_autoptr (CorpusEntity) entity = corpus_entity_new (first->id + 5, "LOC");
  g_autoptr (GPtrArray) articles = g_ptr_array_new (), pages = NULL;
  g_autoptr (CorpusArticle) found = NULL;
  g_autoptr (CorpusEdit) edit = NULL;
  g_autoptr (CorpusChange) change = NULL;
  g_autofree char *expected_dump = NULL, *found_dump = NULL;

  corpus_pieces_add (start->pieces, first->id, 0, 4, NULL);
  corpus_pieces_add (jump->pieces, first->id, 4, 11, NULL);
  corpus_pieces_add (end->pieces, second->id, 7, 13, NULL);
  start->article_id = jump->article_id = end->article_id = head->id;
  head->rank = 7;
  start->rank = 1;
  jump->rank = 2;
  end->rank = 3;
  corpus_pieces_add_page (entity->pieces, first, 0, 2);
  corpus_pieces_add_page (entity->pieces, second, 9, 12);
  corpus_article_add_page (article, first);
  corpus_article_add_page (article, second);
  corpus_article_put_block (article, start);
  corpus_article_put_block (article, jump);
  corpus_article_put_block (article, end);
  corpus_article_put_entity (article, entity);
  g_ptr_array_add (articles, article);
  g_assert_true (corpus_store_add_page (store, batch_id, first, NULL, NULL, NULL, &error));
  g_assert_true (corpus_store_add_page (store, batch_id, second, NULL, articles, NULL, &error));
  g_assert_true (corpus_store_add_page (store, batch_id, third, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  corpus_store_end_batch (store, batch_id, NULL);
  found = corpus_store_load_article (store, head->id, &error);
  g_assert_no_error (error);
  expected_dump = store_fixture_dump_article (article);
  found_dump = store_fixture_dump_article (found);
  g_assert_cmpstr (found_dump, ==, expected_dump);
  store_fixture_assert_verified (store);

  second->number = g_strdup ("2");
  edit = corpus_edit_new ("Number the page", 0);
  corpus_edit_put_page (edit, second);
  change = corpus_store_apply (store, edit, NULL, &error);
  g_assert_no_error (error);
  cancel (store, batch_id);
  pages = corpus_store_list_pages (store, &error);
  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (count_articles (store), ==, 1);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

/* A batch that nobody will end any more does not stand in the way; its whole pages stay and can be taken back. */
static void
test_orphan (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  gint64 batch_id = begin (store);

  g_assert_true (add (store, batch_id, 1, &error));
  store_fixture_close (store);
  store = store_fixture_open (fixture);
  g_assert_cmpuint (count_articles (store), ==, 2);
  g_assert_false (add (store, batch_id, 2, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOT_FOUND);
  store_fixture_assert_verified (store);
  cancel (store, batch_id);
  g_assert_cmpuint (count_articles (store), ==, 0);
  g_assert_cmpuint (count_history (store), ==, 0);
  store_fixture_close (store);
}

/* A batch that another connection is still writing is nobody's orphan. */
static void
test_open_elsewhere (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *importer = store_fixture_open (fixture), *other;
  gint64 batch_id = begin (importer);

  g_assert_true (add (importer, batch_id, 1, &error));
  other = store_fixture_open (fixture);
  g_assert_true (add (importer, batch_id, 2, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_articles (other), ==, 4);
  store_fixture_close (other);
  g_assert_true (corpus_store_end_batch (importer, batch_id, &error));
  g_assert_no_error (error);
  store_fixture_close (importer);
}

/* An edit that came before the import is undone as ever. */
static void
test_undo_after_batch (StoreFixture *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusChange) change = NULL;
  gint64 batch_id;

  store_fixture_import (store, 1);
  edit_note (store, 0);
  batch_id = begin (store);
  g_assert_true (add (store, batch_id, 2, &error));
  corpus_store_end_batch (store, batch_id, NULL);
  change = corpus_store_undo (store, NULL, &error);
  g_assert_no_error (error);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

/* Who only imports is named by the history, and is no person of the corpus until they decide something. */
static void
test_importer (StoreFixture *fixture,
               gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (GPtrArray) before = NULL, lines = NULL, after = NULL;

  corpus_store_set_reviewer (store, "顾长风");
  store_fixture_import (store, 1);
  before = corpus_store_list_people (store, NULL);
  g_assert_cmpuint (before->len, ==, 0);
  lines = corpus_store_list_history (store, 0, 0, NULL);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (((CorpusHistoryLine *) g_ptr_array_index (lines, 0))->by, ==, "顾长风");

  edit_note (store, 0);
  after = corpus_store_list_people (store, NULL);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (after, 1), ==, "顾长风");
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/store/batch/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("duplicate", test_duplicate);
  ADD ("wrong-anchor", test_wrong_anchor);
  ADD ("cancelled-page", test_cancelled_page);
  ADD ("cancel-leaves-no-trace", test_cancel_leaves_no_trace);
  ADD ("cancel-keeps-edited", test_cancel_keeps_edited);
  ADD ("cancel-keeps-linked", test_cancel_keeps_linked);
  ADD ("orphan", test_orphan);
  ADD ("open-elsewhere", test_open_elsewhere);
  ADD ("undo-after-batch", test_undo_after_batch);
  ADD ("importer", test_importer);

  return g_test_run ();
}
