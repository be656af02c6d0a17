/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <string.h>

#include "app/review-article-item.h"

/* What another program that opens the file afterwards finds in it. */
static CorpusArticle *
load_from_file (AppFixture *self,
                gint64 article_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusStore) store = corpus_store_open (self->path, CORPUS_STORE_READ_ONLY, NULL, &error);
  CorpusArticle *article;

  g_assert_no_error (error);
  article = corpus_store_load_article (store, article_id, &error);
  g_assert_no_error (error);
  corpus_store_close (store, NULL);
  return article;
}

static void
count_cb (GObject *object,
          gpointer data)
{
  (*(guint *) data)++;
}

static void
test_opens_the_first_article (AppFixture *self,
                              gconstpointer data)
{
  g_autofree char *headline = NULL;

  app_fixture_open (self);
  headline = corpus_article_dup_value (review_desk_get_article (self->desk), CORPUS_FIELD_HEADLINE);
  g_assert_cmpstr (headline, ==, "白鹭湾港上半年吞吐量再创新高");
  g_assert_cmpuint (g_list_model_get_n_items (review_desk_get_rows (self->desk)), ==, 2);
  /* In reading order, and of two that begin together the outer one first. */
  g_assert_cmpint (review_desk_get_selected_id (self->desk), ==, app_fixture_find_entity (self, "白鹭湾港"));
  g_assert_cmpuint (review_desk_count_to_check (self->desk), ==, 5);
}

static void
test_decide_is_shown_and_saved (AppFixture *self,
                                gconstpointer data)
{
  g_autoptr (CorpusArticle) saved = NULL;
  guint n_changed = 0;
  gint64 id, article_id;
  CorpusEntity *entity;

  app_fixture_open (self);
  article_id = corpus_article_get_id (review_desk_get_article (self->desk));
  id = app_fixture_find_entity (self, "何远舟");
  g_signal_connect (self->desk, "article-changed", G_CALLBACK (count_cb), &n_changed);
  review_desk_decide (self->desk, id, CORPUS_STATE_ACCEPTED);
  /* At once, without waiting for the disk. */
  g_assert_cmpuint (n_changed, ==, 1);
  entity = corpus_article_find_entity (review_desk_get_article (self->desk), id);
  g_assert_cmpint (entity->provenance.state, ==, CORPUS_STATE_ACCEPTED);
  g_assert_cmpuint (review_desk_count_to_check (self->desk), ==, 4);

  app_fixture_settle (self);
  /* The echo of our own edit is no news. */
  g_assert_cmpuint (n_changed, ==, 1);
  app_fixture_close (self);
  saved = load_from_file (self, article_id);
  entity = corpus_article_find_entity (saved, id);
  g_assert_cmpint (entity->provenance.state, ==, CORPUS_STATE_ACCEPTED);
  g_assert_nonnull (entity->provenance.by);
  g_assert_nonnull (entity->provenance.at);
  g_assert_cmpint (corpus_article_get_head (saved)->reviews[CORPUS_TASK_ENTITIES].status, ==, CORPUS_REVIEW_DOING);
}

static void
test_relabel_and_move_ends (AppFixture *self,
                            gconstpointer data)
{
  g_autoptr (CorpusArticle) saved = NULL;
  g_autofree char *text = NULL;
  CorpusSpan wanted;
  CorpusEntity *entity;
  gint64 id, article_id;

  app_fixture_open (self);
  article_id = corpus_article_get_id (review_desk_get_article (self->desk));
  id = app_fixture_find_entity (self, "何远舟");
  wanted = app_fixture_find (self, "董事长何远舟");
  review_desk_relabel (self->desk, id, "POSITION");
  review_desk_set_extent (self->desk, id, wanted.start, wanted.end);
  app_fixture_settle (self);
  app_fixture_close (self);

  saved = load_from_file (self, article_id);
  entity = corpus_article_find_entity (saved, id);
  text = corpus_pieces_dup_text (entity->pieces);
  g_assert_cmpstr (text, ==, "董事长何远舟");
  g_assert_cmpstr (entity->label, ==, "POSITION");
  g_assert_cmpint (entity->provenance.state, ==, CORPUS_STATE_ACCEPTED);
  g_assert_cmpint (entity->provenance.origin, ==, CORPUS_ORIGIN_RULE);
  /* What the rules had said is kept, from before the first change. */
  g_assert_nonnull (entity->provenance.was);
  g_assert_nonnull (strstr (entity->provenance.was, "PERSON"));
  g_assert_nonnull (strstr (entity->provenance.was, "何远舟"));
}

static void
test_undo_and_redo (AppFixture *self,
                    gconstpointer data)
{
  CorpusWorker *worker;
  gint64 id;

  app_fixture_open (self);
  worker = review_desk_get_worker (self->desk);
  id = app_fixture_find_entity (self, "何远舟");
  review_desk_relabel (self->desk, id, "ORG");
  app_fixture_settle (self);
  g_assert_cmpstr (corpus_worker_get_undo_verb (worker), ==, "Relabel 何远舟 to ORG");

  review_desk_undo (self->desk);
  app_fixture_settle (self);
  g_assert_cmpstr (corpus_article_find_entity (review_desk_get_article (self->desk), id)->label, ==, "PERSON");
  g_assert_cmpuint (review_desk_count_to_check (self->desk), ==, 5);

  review_desk_redo (self->desk);
  app_fixture_settle (self);
  g_assert_cmpstr (corpus_article_find_entity (review_desk_get_article (self->desk), id)->label, ==, "ORG");
}

static void
test_undo_survives_closing (AppFixture *self,
                            gconstpointer data)
{
  gint64 id;

  app_fixture_open (self);
  id = app_fixture_find_entity (self, "何远舟");
  review_desk_decide (self->desk, id, CORPUS_STATE_REJECTED);
  app_fixture_close (self);
  app_fixture_open (self);
  g_assert_cmpint (corpus_article_find_entity (review_desk_get_article (self->desk), id)->provenance.state, ==,
                   CORPUS_STATE_REJECTED);
  review_desk_undo (self->desk);
  app_fixture_settle (self);
  g_assert_cmpint (corpus_article_find_entity (review_desk_get_article (self->desk), id)->provenance.state, ==,
                   CORPUS_STATE_SUGGESTED);
}

static gboolean
shows (AppFixture *self,
       const char *wanted)
{
  CorpusArticle *article = review_desk_get_article (self->desk);
  g_autofree char *headline = article != NULL ? corpus_article_dup_value (article, CORPUS_FIELD_HEADLINE) : NULL;

  return g_strcmp0 (headline, wanted) == 0;
}

static gboolean
shows_port (gpointer data)
{
  return shows (data, "白鹭湾港上半年吞吐量再创新高");
}

static gboolean
shows_canteen (gpointer data)
{
  return shows (data, "社区食堂开到第三百家");
}

static void
test_undo_goes_where_it_was_made (AppFixture *self,
                                  gconstpointer data)
{
  app_fixture_open (self);
  review_desk_decide (self->desk, app_fixture_find_entity (self, "何远舟"), CORPUS_STATE_ACCEPTED);
  g_assert_true (review_desk_open_neighbour (self->desk, 1));
  app_fixture_wait (shows_canteen, self);
  g_assert_false (review_desk_open_neighbour (self->desk, 1));
  review_desk_undo (self->desk);
  app_fixture_wait (shows_port, self);
}

static void
test_add_and_remove (AppFixture *self,
                     gconstpointer data)
{
  CorpusSpan span;
  gint64 id;

  app_fixture_open (self);
  span = app_fixture_find (self, "三条航线");
  id = review_desk_add_entity (self->desk, "EVENT", span.start, span.end);
  g_assert_cmpint (id, >, 0);
  g_assert_cmpint (review_desk_get_selected_id (self->desk), ==, id);
  g_assert_cmpint (corpus_article_find_entity (review_desk_get_article (self->desk), id)->provenance.origin, ==,
                   CORPUS_ORIGIN_REVIEWER);
  app_fixture_settle (self);

  review_desk_remove (self->desk, id);
  g_assert_cmpint (app_fixture_find_entity (self, "三条航线"), ==, 0);
  g_assert_cmpint (review_desk_get_selected_id (self->desk), ==, 0);
  /* What was suggested is rejected and stays, so that it is not suggested again. */
  id = app_fixture_find_entity (self, "何远舟");
  review_desk_remove (self->desk, id);
  g_assert_cmpint (corpus_article_find_entity (review_desk_get_article (self->desk), id)->provenance.state, ==,
                   CORPUS_STATE_REJECTED);
  app_fixture_settle (self);
  g_assert_null (review_desk_get_failure (self->desk));
}

static void
test_indicator_and_its_slots (AppFixture *self,
                              gconstpointer data)
{
  g_autoptr (CorpusArticle) saved = NULL;
  CorpusSpan value, name;
  CorpusIndicator *indicator;
  gint64 id, article_id;

  app_fixture_open (self);
  article_id = corpus_article_get_id (review_desk_get_article (self->desk));
  value = app_fixture_find (self, "三条");
  name = app_fixture_find (self, "新开");
  id = review_desk_add_indicator (self->desk, value.start, value.end);
  g_assert_cmpint (id, >, 0);
  review_desk_set_slot (self->desk, id, CORPUS_SLOT_NAME, name.start, name.end);
  review_desk_set_slot (self->desk, id, CORPUS_SLOT_SUBJECT, name.start, name.end);
  review_desk_set_slot (self->desk, id, CORPUS_SLOT_SUBJECT, 0, 0);
  app_fixture_settle (self);
  app_fixture_close (self);

  saved = load_from_file (self, article_id);
  indicator = corpus_article_find_indicator (saved, id);
  g_assert_nonnull (indicator);
  g_assert_cmpstr (corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE)->text, ==, "三条");
  g_assert_cmpstr (corpus_indicator_get_filler (indicator, CORPUS_SLOT_NAME)->text, ==, "新开");
  g_assert_null (corpus_indicator_get_filler (indicator, CORPUS_SLOT_SUBJECT));
}

/* The number follows when the value is set anew. */
static void
test_value_is_normalised (AppFixture *self,
                          gconstpointer data)
{
  CorpusSpan value;
  CorpusIndicator *indicator;
  gint64 id;

  app_fixture_open (self);
  id = app_fixture_find_indicator (self, "486万标准箱");
  value = app_fixture_find (self, "6万标准箱");
  review_desk_set_extent (self->desk, id, value.start, value.end);
  indicator = corpus_article_find_indicator (review_desk_get_article (self->desk), id);
  g_assert_cmpstr (indicator->number, ==, "60000");
  g_assert_cmpstr (indicator->unit, ==, "TEU");
  value = app_fixture_find (self, "增长6.4%");
  review_desk_set_extent (self->desk, id, value.start, value.end);
  indicator = corpus_article_find_indicator (review_desk_get_article (self->desk), id);
  g_assert_cmpstr (indicator->number, ==, "6.4");
  g_assert_cmpstr (indicator->unit, ==, "percent");
  app_fixture_settle (self);
  g_assert_null (review_desk_get_failure (self->desk));
}

static void
test_metadata (AppFixture *self,
               gconstpointer data)
{
  g_autofree char *typed = NULL, *given_back = NULL;
  CorpusArticle *article;

  app_fixture_open (self);
  article = review_desk_get_article (self->desk);
  review_desk_set_field (self->desk, CORPUS_FIELD_HEADLINE, "吞吐量新高");
  typed = corpus_article_dup_value (article, CORPUS_FIELD_HEADLINE);
  g_assert_cmpstr (typed, ==, "吞吐量新高");
  review_desk_reset_field (self->desk, CORPUS_FIELD_HEADLINE);
  given_back = corpus_article_dup_value (article, CORPUS_FIELD_HEADLINE);
  g_assert_cmpstr (given_back, ==, "白鹭湾港上半年吞吐量再创新高");
  review_desk_set_dateline (self->desk, "白鹭湾", "2026-07-14");
  g_assert_cmpstr (corpus_article_get_dateline (article)->place, ==, "白鹭湾");
  review_desk_set_dateline (self->desk, NULL, NULL);
  g_assert_null (corpus_article_get_dateline (article));
  review_desk_set_flagged (self->desk, TRUE);
  review_desk_set_note (self->desk, "看看航线数");
  app_fixture_settle (self);
  g_assert_null (review_desk_get_failure (self->desk));
}

static void
message_cb (ReviewDesk *desk,
            const char *text,
            const char *action,
            const char *button,
            gpointer data)
{
  g_free (*(char **) data);
  *(char **) data = g_strdup (action);
}

static void
test_finish_asks_and_goes_on (AppFixture *self,
                              gconstpointer data)
{
  g_autofree char *action = NULL;
  g_autoptr (CorpusArticle) saved = NULL;
  gint64 article_id;
  GPtrArray *entities;

  app_fixture_open (self);
  article_id = corpus_article_get_id (review_desk_get_article (self->desk));
  g_signal_connect (self->desk, "message", G_CALLBACK (message_cb), &action);
  review_desk_finish (self->desk, FALSE);
  g_assert_cmpstr (action, ==, "paper.finish-accepting");
  g_assert_cmpuint (review_desk_count_to_check (self->desk), ==, 5);

  review_desk_finish (self->desk, TRUE);
  app_fixture_wait (shows_canteen, self);
  app_fixture_settle (self);
  /* One action, one undo. */
  g_assert_cmpstr (corpus_worker_get_undo_verb (review_desk_get_worker (self->desk)), ==, "Finish the article");
  g_signal_handlers_disconnect_by_data (self->desk, &action);
  app_fixture_close (self);

  saved = load_from_file (self, article_id);
  for (guint i = 0; i < CORPUS_N_TASKS; i++)
    g_assert_cmpint (corpus_article_get_head (saved)->reviews[i].status, ==, CORPUS_REVIEW_DONE);
  entities = corpus_article_get_entities (saved);
  for (guint i = 0; i < entities->len; i++)
    g_assert_cmpint (((CorpusEntity *) g_ptr_array_index (entities, i))->provenance.state, ==, CORPUS_STATE_ACCEPTED);
}

static void
test_rows_follow_edits (AppFixture *self,
                        gconstpointer data)
{
  g_autoptr (ReviewArticleItem) first = NULL;
  g_autofree char *progress = NULL;

  app_fixture_open (self);
  first = g_list_model_get_item (review_desk_get_rows (self->desk), 0);
  g_assert_cmpuint (review_article_item_get_row (first)->n_to_check, ==, 5);
  review_desk_decide (self->desk, app_fixture_find_entity (self, "何远舟"), CORPUS_STATE_ACCEPTED);
  app_fixture_settle (self);
  g_assert_cmpuint (review_article_item_get_row (first)->n_to_check, ==, 4);
  review_desk_finish (self->desk, TRUE);
  app_fixture_settle (self);
  g_object_get (first, "group-progress", &progress, NULL);
  g_assert_cmpstr (progress, ==, "1 / 2");
}

static gboolean
has_one_row (gpointer data)
{
  return g_list_model_get_n_items (review_desk_get_rows (((AppFixture *) data)->desk)) == 1;
}

static gboolean
has_two_rows (gpointer data)
{
  return g_list_model_get_n_items (review_desk_get_rows (((AppFixture *) data)->desk)) == 2;
}

static void
test_query_filters_the_list (AppFixture *self,
                             gconstpointer data)
{
  app_fixture_open (self);
  review_desk_set_query (self->desk, " 食堂 ");
  app_fixture_wait (has_one_row, self);
  g_assert_cmpstr (review_desk_get_query (self->desk), ==, "食堂");
  /* The article on the paper stays there. */
  g_assert_true (shows_port (self));
  review_desk_set_query (self->desk, "");
  app_fixture_wait (has_two_rows, self);
}

typedef struct
{
  gboolean is_done;
  gboolean is_open;
  GError *error;
} Opening;

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  Opening *opening = data;

  opening->is_open = review_desk_open_finish (REVIEW_DESK (source), result, &opening->error);
  opening->is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Opening *) data)->is_done;
}

static void
test_a_bad_file_leaves_the_open_one (AppFixture *self,
                                     gconstpointer data)
{
  Opening opening = { FALSE };
  g_autofree char *path = g_build_filename (self->folder, "not.corpus", NULL);

  app_fixture_open (self);
  g_assert_true (g_file_set_contents (path, "no database at all", -1, NULL));
  review_desk_open_async (self->desk, path, FALSE, opened_cb, &opening);
  app_fixture_wait (is_done, &opening);
  g_assert_false (opening.is_open);
  g_assert_error (opening.error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FOREIGN);
  g_clear_error (&opening.error);
  g_assert_true (shows_port (self));
  review_desk_decide (self->desk, app_fixture_find_entity (self, "何远舟"), CORPUS_STATE_ACCEPTED);
  app_fixture_settle (self);
  g_assert_null (review_desk_get_failure (self->desk));
}

#define ADD(path, func) g_test_add ("/app/desk/" path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_fixture_init (&argc, &argv);
  ADD ("opens-the-first-article", test_opens_the_first_article);
  ADD ("decide-is-shown-and-saved", test_decide_is_shown_and_saved);
  ADD ("relabel-and-move-ends", test_relabel_and_move_ends);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("undo-survives-closing", test_undo_survives_closing);
  ADD ("undo-goes-where-it-was-made", test_undo_goes_where_it_was_made);
  ADD ("add-and-remove", test_add_and_remove);
  ADD ("indicator-and-its-slots", test_indicator_and_its_slots);
  ADD ("value-is-normalised", test_value_is_normalised);
  ADD ("metadata", test_metadata);
  ADD ("finish-asks-and-goes-on", test_finish_asks_and_goes_on);
  ADD ("rows-follow-edits", test_rows_follow_edits);
  ADD ("query-filters-the-list", test_query_filters_the_list);
  ADD ("a-bad-file-leaves-the-open-one", test_a_bad_file_leaves_the_open_one);
  return g_test_run ();
}
