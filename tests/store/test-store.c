/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

/* Reading back what was written */

static void
test_round_trip (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);

  store_fixture_import (store, 2);
  for (guint reopened = 0; reopened < 2; reopened++)
    {
      for (guint i = 0; i < 4; i++)
        {
          g_autoptr (CorpusPage) page = store_fixture_page (i / 2 + 1);
          g_autoptr (CorpusArticle) expected = store_fixture_article (page, i % 2);
          g_autoptr (CorpusArticle) found = corpus_store_load_article (store, store_fixture_article_id (store, i), &error);
          g_autofree char *expected_dump = store_fixture_dump_article (expected);
          g_autofree char *found_dump = NULL;

          g_assert_no_error (error);
          found_dump = store_fixture_dump_article (found);
          g_assert_cmpstr (found_dump, ==, expected_dump);
        }
      store_fixture_assert_verified (store);
      store_fixture_close (store);
      store = store_fixture_open (fixture);
    }
  store_fixture_close (store);
}

/* Values without anything in them come back as they are as well. */
static void
test_bare_members (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  gint64 article_id, batch_id = corpus_store_begin_batch (store, "Import", NULL);
  g_autoptr (CorpusPage) page = store_fixture_small_page ("bare.txt", "孤零零一段话。");
  g_autoptr (CorpusHead) head = corpus_head_new (page->id + 1);
  g_autoptr (CorpusArticle) article = corpus_article_new (head);
  g_autoptr (CorpusBlock) block = corpus_block_new (page->id + 2, CORPUS_ROLE_BODY);
  g_autoptr (CorpusIndicator) indicator = corpus_indicator_new (page->id + 3);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (CorpusArticle) found = NULL;
  g_autoptr (CorpusRow) row = NULL;
  g_autoptr (CorpusPage) found_page = NULL;

  corpus_pieces_add (block->pieces, page->id, 0, 7, NULL);
  corpus_article_add_page (article, page);
  corpus_article_put_block (article, block);
  corpus_article_put_indicator (article, indicator);
  g_ptr_array_add (articles, article);
  g_assert_true (corpus_store_add_page (store, batch_id, page, NULL, articles, NULL, &error));
  g_assert_no_error (error);
  article_id = store_fixture_article_id (store, 0);

  found = corpus_store_load_article (store, article_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (corpus_article_get_head (found)->rank, ==, 1024);
  g_assert_cmpuint (corpus_article_get_indicators (found)->len, ==, 1);
  indicator = (corpus_indicator_unref (indicator), corpus_indicator_ref (g_ptr_array_index (corpus_article_get_indicators (found), 0)));
  g_assert_cmpint (indicator->article_id, ==, article_id);
  g_assert_cmpfloat (indicator->provenance.confidence, <, 0);
  g_assert_null (indicator->number);
  block = (corpus_block_unref (block), corpus_block_ref (g_ptr_array_index (corpus_article_get_blocks (found), 0)));
  g_assert_cmpint (block->article_id, ==, article_id);
  g_assert_null (block->doubts);

  row = corpus_store_load_row (store, article_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (row->headline, ==, "孤零零一段话。");
  g_assert_null (row->publication);
  found_page = corpus_store_find_page (store, page->sha256, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found_page->file, ==, "bare.txt");
  g_assert_null (found_page->date);
  g_assert_null (corpus_store_find_page (store, "0000", &error));
  g_assert_no_error (error);
  corpus_store_end_batch (store, batch_id, NULL);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

static void
test_loose_blocks_and_pages (StoreFixture *fixture,
                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (GPtrArray) pages = NULL;

  store_fixture_import (store, 12);
  pages = corpus_store_list_pages (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 12);
  for (guint i = 0; i < pages->len; i++)
    {
      CorpusPage *page = g_ptr_array_index (pages, i);
      g_autoptr (CorpusPage) expected = store_fixture_page (i + 1);
      g_autoptr (GPtrArray) blocks = corpus_store_load_loose_blocks (store, page->id, &error);
      CorpusBlock *block;

      /* A2 comes before A10. */
      g_assert_cmpstr (page->number, ==, expected->number);
      g_assert_cmpstr (corpus_chars_get_utf8 (page->chars, NULL), ==, corpus_chars_get_utf8 (expected->chars, NULL));
      g_assert_no_error (error);
      g_assert_cmpuint (blocks->len, ==, 1);
      block = g_ptr_array_index (blocks, 0);
      g_assert_cmpstr (block->role, ==, "section");
      g_assert_cmpint (block->article_id, ==, 0);
      g_assert_cmpuint (block->pieces->len, ==, 1);
    }
  store_fixture_close (store);
}

/* The article list */

static guint
count_found (CorpusStore *store,
             CorpusOnly only,
             const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = corpus_store_list_articles (store, only, query, NULL, &error);

  g_assert_no_error (error);
  return rows->len;
}

static void
test_list_rows (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (GPtrArray) rows = NULL;
  CorpusRow *row;
  CorpusStats stats;

  store_fixture_import (store, 11);
  rows = corpus_store_list_articles (store, CORPUS_ONLY_ALL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 22);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("A%u", i / 2 + 1);

      row = g_ptr_array_index (rows, i);
      g_assert_cmpstr (row->number, ==, number);
      g_assert_cmpstr (row->headline, ==, i % 2 == 0 ? "青澜港去年吞吐量增长一成" : "图书馆新馆开放");
    }

  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->publication, ==, "青澜日报");
  g_assert_cmpstr (row->date, ==, "2026-03-03");
  g_assert_cmpstr (row->edition, ==, "本埠");
  g_assert_cmpstr (row->genre, ==, "report");
  g_assert_cmpint (row->reviews[CORPUS_TASK_ENTITIES], ==, CORPUS_REVIEW_DOING);
  g_assert_cmpint (row->reviews[CORPUS_TASK_METADATA], ==, CORPUS_REVIEW_TODO);
  g_assert_cmpuint (row->n_entities, ==, 2);
  g_assert_cmpuint (row->n_indicators, ==, 1); /* the other one is rejected */
  g_assert_cmpuint (row->n_to_check, ==, 2);
  g_assert_cmpuint (row->n_doubts, ==, 2);
  g_assert_cmpuint (row->n_detached, ==, 0);
  g_assert_cmpstr (row->doubt, ==, "the paragraph ends in mid-sentence");
  g_assert_true (row->is_flagged);
  g_assert_true (row->is_excluded);
  g_assert_true (row->is_changed);
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpuint (row->n_entities, ==, 2);
  g_assert_cmpuint (row->n_to_check, ==, 2);
  g_assert_false (row->is_changed);
  g_assert_null (row->doubt);

  g_assert_true (corpus_store_get_stats (store, &stats, &error));
  g_assert_cmpint (stats.n_pages, ==, 11);
  g_assert_cmpint (stats.n_articles, ==, 22);
  g_assert_cmpint (stats.n_reviewed, ==, 0);
  g_assert_cmpint (stats.n_entities, ==, 44);
  g_assert_cmpint (stats.n_indicators, ==, 11);
  g_assert_cmpint (stats.n_to_check, ==, 44);
  g_assert_cmpint (stats.n_edits, ==, 0);
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_CHANGED, NULL), ==, 11);
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_REVIEWED, NULL), ==, 0);
  store_fixture_close (store);
}

static void
test_query (StoreFixture *fixture,
            gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);

  store_fixture_import (store, 1);
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_ALL, "滨河路"), ==, 1);
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_ALL, "青澜"), ==, 2);
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_ALL, "１.２亿"), ==, 1);      /* width folded */
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_ALL, "青澜 滨河路"), ==, 1);  /* each of the words */
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_ALL, "青澜　滨河路"), ==, 1); /* whatever the space */
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_ALL, "前日公布"), ==, 1);     /* as corrected */
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_ALL, "昨日公布"), ==, 0);
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_ALL, "两座泊位"), ==, 1); /* over the line break */
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_ALL, "%"), ==, 1);        /* no wild card */
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_ALL, "  "), ==, 2);
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_ALL, "没有"), ==, 0);
  store_fixture_close (store);
}

static void
test_list_cancelled (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  CorpusStore *store = store_fixture_open (fixture);

  store_fixture_import (store, 60);
  g_cancellable_cancel (cancellable);
  g_assert_null (corpus_store_list_articles (store, CORPUS_ONLY_ALL, "青澜", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_found (store, CORPUS_ONLY_ALL, "青澜"), ==, 120);
  store_fixture_close (store);
}

/* The corpus as a whole */

static void
test_corpus_line (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusTagset) tagset = corpus_tagset_new ("own", 4);
  g_autoptr (CorpusTagset) found = NULL;
  g_autoptr (GPtrArray) people = g_ptr_array_new (), found_people = NULL;
  CorpusLabel *label = corpus_label_new ("SHIP", "Ship", "#123456", NULL, "A vessel.");
  g_autofree char *title = corpus_store_dup_title (store, &error);
  gint64 batch_id = corpus_store_begin_batch (store, "Import", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, "青澜 & co");
  label->parent = g_strdup ("THING");
  label->extra = g_strdup ("{\"icon\":\"boat\"}");
  g_ptr_array_add (tagset->labels, label);
  g_ptr_array_add (tagset->labels, corpus_label_new ("ORG", "Body", "#654321", "2", "A body."));
  g_free (tagset->attributes);
  tagset->attributes = g_strdup ("[{\"name\":\"kind\"}]");
  g_free (tagset->guidelines);
  tagset->guidelines = g_strdup ("Mark ships.");
  tagset->extra = g_strdup ("{\"licence\":\"CC0\"}");
  g_ptr_array_add (people, (char *) "person-1");
  g_ptr_array_add (people, (char *) "杜若");
  g_assert_true (corpus_store_set_corpus (store, batch_id, "港口语料", tagset, people, "{\"k\":1}", &error));
  g_assert_no_error (error);
  g_assert_true (corpus_store_end_batch (store, batch_id, &error));
  store_fixture_close (store);

  store = store_fixture_open (fixture);
  g_free (title);
  title = corpus_store_dup_title (store, &error);
  g_assert_cmpstr (title, ==, "港口语料");
  g_free (title);
  title = corpus_store_dup_extra (store, &error);
  g_assert_cmpstr (title, ==, "{\"k\":1}");
  found = corpus_store_load_tagset (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->name, ==, "own");
  g_assert_cmpint (found->version, ==, 4);
  g_assert_cmpstr (found->attributes, ==, tagset->attributes);
  g_assert_cmpstr (found->relations, ==, "[]");
  g_assert_cmpstr (found->guidelines, ==, "Mark ships.");
  g_assert_cmpstr (found->extra, ==, tagset->extra);
  g_assert_cmpuint (found->labels->len, ==, 2);
  label = g_ptr_array_index (found->labels, 0);
  g_assert_cmpstr (label->name, ==, "SHIP");
  g_assert_cmpstr (label->title, ==, "Ship");
  g_assert_cmpstr (label->colour, ==, "#123456");
  g_assert_null (label->key);
  g_assert_cmpstr (label->description, ==, "A vessel.");
  g_assert_cmpstr (label->parent, ==, "THING");
  g_assert_cmpstr (label->extra, ==, "{\"icon\":\"boat\"}");
  found_people = corpus_store_list_people (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found_people->len, ==, 2);

  /* Somebody of a known name keeps the id that came with the import. */
  corpus_store_set_reviewer (store, "杜若");
  g_assert_cmpstr (corpus_store_get_reviewer_id (store), ==, "person-1");
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

static void
test_not_found (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);

  g_assert_null (corpus_store_load_article (store, 17, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (corpus_store_load_row (store, 17, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOT_FOUND);
  store_fixture_close (store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/store/store/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("bare-members", test_bare_members);
  ADD ("loose-blocks-and-pages", test_loose_blocks_and_pages);
  ADD ("list-rows", test_list_rows);
  ADD ("query", test_query);
  ADD ("list-cancelled", test_list_cancelled);
  ADD ("corpus-line", test_corpus_line);
  ADD ("not-found", test_not_found);

  return g_test_run ();
}
