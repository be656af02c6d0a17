/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/review-article-model.h"

typedef struct
{
  guint n_signals;
  guint position;
  guint n_removed;
  guint n_added;
} Changes;

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint n_removed,
                  guint n_added,
                  Changes *changes)
{
  *changes = (Changes){ changes->n_signals + 1, position, n_removed, n_added };
}

static CorpusRow *
make_row (gint64 id,
          const char *number,
          gboolean is_reviewed)
{
  CorpusRow *row = corpus_row_new ();

  row->article_id = id;
  row->headline = g_strdup_printf ("Story %" G_GINT64_FORMAT, id);
  row->publication = g_strdup ("白鹭湾日报");
  row->date = g_strdup ("2026-07-15");
  row->number = g_strdup (number);
  for (guint i = 0; is_reviewed && i < CORPUS_N_TASKS; i++)
    row->reviews[i] = CORPUS_REVIEW_DONE;
  return row;
}

/* Articles 1 and 2 on page 1, article 3 on page 2; the second is reviewed. */
static GPtrArray *
make_rows (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_row_unref);

  g_ptr_array_add (rows, make_row (1, "1", FALSE));
  g_ptr_array_add (rows, make_row (2, "1", TRUE));
  g_ptr_array_add (rows, make_row (3, "2", FALSE));
  return rows;
}

static void
test_groups (void)
{
  g_autoptr (ReviewArticleModel) model = review_article_model_new ();
  g_autoptr (GPtrArray) rows = make_rows ();
  const gboolean starts[] = { TRUE, FALSE, TRUE };
  const char *const progress[] = { "1 / 2", "1 / 2", "0 / 1" };

  review_article_model_set_rows (model, rows);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ReviewArticleItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_autofree char *title = NULL, *shown = NULL;
      gboolean is_start;

      g_object_get (item, "is-group-start", &is_start, "group-progress", &shown, "group-title", &title, NULL);
      g_assert_cmpint (is_start, ==, starts[i]);
      g_assert_cmpstr (shown, ==, progress[i]);
      g_assert_cmpstr (title, ==, i < 2 ? "白鹭湾日报 · 2026-07-15 · p. 1" : "白鹭湾日报 · 2026-07-15 · p. 2");
    }
}

static void
test_update_keeps_items (void)
{
  g_autoptr (ReviewArticleModel) model = review_article_model_new ();
  g_autoptr (GPtrArray) rows = make_rows ();
  ReviewArticleItem *first;
  Changes changes = { 0 };

  review_article_model_set_rows (model, rows);
  first = review_article_model_find (model, 1);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &changes);

  /* The same articles: nothing to announce. */
  review_article_model_set_rows (model, rows);
  g_assert_cmpuint (changes.n_signals, ==, 0);
  g_assert_true (review_article_model_find (model, 1) == first);

  /* One goes, one comes, in the middle. */
  g_ptr_array_remove_index (rows, 1);
  g_ptr_array_insert (rows, 1, make_row (9, "1", FALSE));
  review_article_model_set_rows (model, rows);
  g_assert_cmpuint (changes.n_signals, ==, 1);
  g_assert_cmpuint (changes.position, ==, 1);
  g_assert_cmpuint (changes.n_removed, ==, 1);
  g_assert_cmpuint (changes.n_added, ==, 1);
  g_assert_true (review_article_model_find (model, 1) == first);
  g_assert_null (review_article_model_find (model, 2));
  g_assert_cmpuint (review_article_item_get_position (review_article_model_find (model, 3)), ==, 2);
}

static void
test_row_update_counts_again (void)
{
  g_autoptr (ReviewArticleModel) model = review_article_model_new ();
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (CorpusRow) reviewed = make_row (1, "1", TRUE);
  g_autofree char *progress = NULL;

  review_article_model_set_rows (model, rows);
  review_article_model_update_row (model, reviewed);
  g_object_get (review_article_model_find (model, 2), "group-progress", &progress, NULL);
  g_assert_cmpstr (progress, ==, "2 / 2");
}

static void
test_next_unreviewed (void)
{
  g_autoptr (ReviewArticleModel) model = review_article_model_new ();
  g_autoptr (GPtrArray) rows = make_rows ();

  g_assert_null (review_article_model_find_unreviewed (model, 0));
  review_article_model_set_rows (model, rows);
  g_assert_cmpint (review_article_item_get_id (review_article_model_find_unreviewed (model, 0)), ==, 1);
  g_assert_cmpint (review_article_item_get_id (review_article_model_find_unreviewed (model, 1)), ==, 3);
  /* Behind the last one it begins anew. */
  g_assert_cmpint (review_article_item_get_id (review_article_model_find_unreviewed (model, 3)), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/article-model/groups", test_groups);
  g_test_add_func ("/app/article-model/update-keeps-items", test_update_keeps_items);
  g_test_add_func ("/app/article-model/row-update-counts-again", test_row_update_counts_again);
  g_test_add_func ("/app/article-model/next-unreviewed", test_next_unreviewed);
  return g_test_run ();
}
