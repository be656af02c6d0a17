/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/review-credit-row.h"
#include "app/review-entities-page.h"
#include "app/review-field.h"
#include "app/review-history-page.h"
#include "app/review-indicators-page.h"
#include "app/review-inspector.h"
#include "app/review-metadata-page.h"
#include "pane-fixture.h"

static char *
saved_value (PaneFixture *self,
             CorpusFieldName name)
{
  g_autoptr (CorpusArticle) article = pane_fixture_reload (self);

  return corpus_article_dup_value (article, name);
}

static void
test_metadata (PaneFixture *self,
               gconstpointer data)
{
  GtkWidget *pane = review_metadata_page_new (self->desk);
  GtkWidget *headline;
  g_autofree char *saved = NULL, *given_back = NULL;

  pane_fixture_show (self, pane);
  headline = pane_find_field (pane, "Headline");
  g_assert_cmpstr (review_field_get_value (REVIEW_FIELD (headline)), ==, "岚桥镇茶园迎来好年景");

  pane_type (headline, "茶园好年景");
  pane_press_enter (headline);
  pane_fixture_wait_saved (self, 1);
  saved = saved_value (self, CORPUS_FIELD_HEADLINE);
  g_assert_cmpstr (saved, ==, "茶园好年景");

  g_signal_emit_by_name (headline, "reset");
  g_assert_cmpstr (review_field_get_value (REVIEW_FIELD (headline)), ==, "岚桥镇茶园迎来好年景");
  pane_fixture_wait_saved (self, 2);
  given_back = saved_value (self, CORPUS_FIELD_HEADLINE);
  g_assert_cmpstr (given_back, ==, "岚桥镇茶园迎来好年景");

  review_desk_undo (self->desk);
  pane_wait_until (g_strcmp0 (review_field_get_value (REVIEW_FIELD (headline)), "茶园好年景") == 0);
}

static void
test_dateline (PaneFixture *self,
               gconstpointer data)
{
  GtkWidget *pane = review_metadata_page_new (self->desk);
  GtkWidget *date;
  g_autoptr (CorpusArticle) article = NULL;

  pane_fixture_show (self, pane);
  date = pane_find_field (pane, "Dateline: date");
  pane_type (date, "March 5");
  pane_press_enter (date);
  g_assert_true (review_field_is_wrong (REVIEW_FIELD (date)));
  g_assert_false (review_metadata_page_commit (REVIEW_METADATA_PAGE (pane)));
  g_assert_null (corpus_article_get_dateline (review_desk_get_article (self->desk)));

  pane_type (date, "2026-03-05");
  pane_press_enter (date);
  pane_fixture_wait_saved (self, 1);
  article = pane_fixture_reload (self);
  g_assert_cmpstr (corpus_article_get_dateline (article)->date, ==, "2026-03-05");
}

static void
test_credits (PaneFixture *self,
              gconstpointer data)
{
  GtkWidget *pane = review_metadata_page_new (self->desk);
  GtkWidget *row, *name;
  g_autoptr (CorpusArticle) article = NULL;
  CorpusCredit *credit;

  pane_fixture_show (self, pane);
  row = pane_find (pane, REVIEW_TYPE_CREDIT_ROW, 0);
  name = pane_find (row, REVIEW_TYPE_FIELD, 0);
  g_assert_cmpstr (review_field_get_value (REVIEW_FIELD (name)), ==, "顾言");
  g_assert_null (pane_find (pane, REVIEW_TYPE_CREDIT_ROW, 1));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (pane_find (row, GTK_TYPE_DROP_DOWN, 0)), CORPUS_CREDIT_EDITOR);
  pane_fixture_wait_saved (self, 1);
  pane_type (name, "");
  pane_press_enter (name);
  pane_fixture_wait_saved (self, 2);
  g_assert_null (pane_find (pane, REVIEW_TYPE_CREDIT_ROW, 0));

  review_desk_undo (self->desk);
  pane_wait_until (pane_find (pane, REVIEW_TYPE_CREDIT_ROW, 0) != NULL);
  article = pane_fixture_reload (self);
  credit = g_ptr_array_index (corpus_article_get_credits (article), 0);
  g_assert_cmpstr (credit->name, ==, "顾言");
  g_assert_cmpint (credit->role, ==, CORPUS_CREDIT_EDITOR);
}

static void
test_add_credit (PaneFixture *self,
                 gconstpointer data)
{
  GtkWidget *pane = review_metadata_page_new (self->desk);
  GtkWidget *row, *button;
  g_autoptr (CorpusArticle) article = NULL;
  CorpusCredit *credit;

  pane_fixture_show (self, pane);
  for (guint i = 0; (button = pane_find (pane, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)), "list-add-symbolic") == 0)
      break;
  g_signal_emit_by_name (button, "clicked");
  row = pane_find (pane, REVIEW_TYPE_CREDIT_ROW, 1);
  g_assert_nonnull (row);
  pane_type (pane_find (row, REVIEW_TYPE_FIELD, 1), "岚桥镇政府");
  pane_press_enter (pane_find (row, REVIEW_TYPE_FIELD, 1));
  pane_type (pane_find (row, REVIEW_TYPE_FIELD, 0), "江陵");
  pane_press_enter (pane_find (row, REVIEW_TYPE_FIELD, 0));
  pane_fixture_wait_saved (self, 1);
  g_assert_true (pane_find (pane, REVIEW_TYPE_CREDIT_ROW, 1) == row);
  g_assert_null (pane_find (pane, REVIEW_TYPE_CREDIT_ROW, 2));

  article = pane_fixture_reload (self);
  g_assert_cmpuint (corpus_article_get_credits (article)->len, ==, 2);
  credit = corpus_article_find_credit (article, review_credit_row_get_id (REVIEW_CREDIT_ROW (row)));
  g_assert_cmpstr (credit->name, ==, "江陵");
  g_assert_cmpstr (credit->affiliation, ==, "岚桥镇政府");
  g_assert_cmpint (credit->provenance.origin, ==, CORPUS_ORIGIN_REVIEWER);
}

static void
test_task (PaneFixture *self,
           gconstpointer data)
{
  GtkWidget *pane = review_entities_page_new (self->desk);
  GtkWidget *check;
  g_autoptr (CorpusArticle) article = NULL;

  pane_fixture_show (self, pane);
  check = pane_find (pane, GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  pane_fixture_wait_saved (self, 1);
  article = pane_fixture_reload (self);
  g_assert_cmpint (corpus_article_get_head (article)->reviews[CORPUS_TASK_ENTITIES].status, ==, CORPUS_REVIEW_DONE);
}

static gint64
selected_row_id (ReviewAnnotationList *list)
{
  GtkSelectionModel *model = review_annotation_list_get_model (list);
  ReviewAnnotationItem *item = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model));

  return item != NULL ? review_annotation_item_get_id (item) : 0;
}

static void
count_cb (guint *n_calls)
{
  (*n_calls)++;
}

static void
test_selection (PaneFixture *self,
                gconstpointer data)
{
  GtkWidget *pane = review_entities_page_new (self->desk);
  ReviewAnnotationList *list = review_entities_page_get_list (REVIEW_ENTITIES_PAGE (pane));
  GtkSelectionModel *model = review_annotation_list_get_model (list);
  guint n_selections = 0;

  pane_fixture_show (self, pane);
  review_desk_select (self->desk, 0);
  g_signal_connect_swapped (self->desk, "notify::selected-id", G_CALLBACK (count_cb), &n_selections);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_ENTITIES);
  g_assert_cmpint (selected_row_id (list), ==, 0);

  /* From the desk to the list, and nothing comes back. */
  review_desk_select (self->desk, self->place_id);
  g_assert_cmpint (selected_row_id (list), ==, self->place_id);
  g_assert_cmpuint (n_selections, ==, 1);

  /* From the list to the desk; the entities stand in the order they are read. */
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpint (review_desk_get_selected_id (self->desk), ==, self->person_id);
  g_assert_cmpuint (n_selections, ==, 2);

  /* A refresh and a filter that hides it leave the selection alone. */
  review_desk_decide (self->desk, self->person_id, CORPUS_STATE_ACCEPTED);
  g_assert_cmpint (selected_row_id (list), ==, self->person_id);
  review_annotation_list_set_filter (list, "LOC", -1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  g_assert_cmpint (selected_row_id (list), ==, 0);
  g_assert_cmpint (review_desk_get_selected_id (self->desk), ==, self->person_id);
  review_annotation_list_set_filter (list, NULL, CORPUS_STATE_ACCEPTED);
  g_assert_cmpint (selected_row_id (list), ==, self->person_id);
  g_assert_cmpuint (n_selections, ==, 2);
  pane_fixture_wait_saved (self, 1);
}

static void
test_entity (PaneFixture *self,
             gconstpointer data)
{
  GtkWidget *pane = review_entities_page_new (self->desk);
  GtkWidget *label, *norm;
  g_autoptr (CorpusArticle) article = NULL;
  CorpusEntity *entity;

  pane_fixture_show (self, pane);
  review_desk_select (self->desk, self->person_id);
  label = pane_find (pane, ADW_TYPE_COMBO_ROW, 0);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (label)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (label), 1);
  pane_fixture_wait_saved (self, 1);
  norm = pane_find (pane, REVIEW_TYPE_FIELD, 0);
  pane_type (norm, "Shen Yue");
  pane_press_enter (norm);
  pane_fixture_wait_saved (self, 2);

  article = pane_fixture_reload (self);
  entity = corpus_article_find_entity (article, self->person_id);
  g_assert_cmpstr (entity->label, ==, "ORG");
  g_assert_cmpstr (entity->norm, ==, "Shen Yue");

  g_signal_emit_by_name (pane_find_button (pane, "Reject"), "clicked");
  pane_fixture_wait_saved (self, 3);
  entity = corpus_article_find_entity (review_desk_get_article (self->desk), self->person_id);
  g_assert_cmpint (entity->provenance.state, ==, CORPUS_STATE_REJECTED);
  g_assert_cmpuint (review_annotation_list_get_n_items (review_entities_page_get_list (REVIEW_ENTITIES_PAGE (pane))),
                    ==, N_ENTITIES - 1);
}

static void
test_spoken (PaneFixture *self,
             gconstpointer data)
{
  GtkWidget *pane = review_entities_page_new (self->desk);
  GtkSelectionModel *model = review_annotation_list_get_model (review_entities_page_get_list (REVIEW_ENTITIES_PAGE (pane)));
  g_autoptr (ReviewAnnotationItem) item = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_autofree char *spoken = review_annotation_item_dup_spoken (item);

  pane_fixture_show (self, pane);
  g_assert_cmpstr (spoken, ==, "PERSON 沈岳, suggested, 2 of 3");
}

static void
test_indicator (PaneFixture *self,
                gconstpointer data)
{
  GtkWidget *pane = review_indicators_page_new (self->desk);
  GtkWidget *number, *upper, *period, *name;
  g_autoptr (CorpusArticle) article = NULL;
  CorpusIndicator *indicator;

  pane_fixture_show (self, pane);
  review_desk_select (self->desk, self->amount_id);
  number = pane_find_field (pane, "Number");
  g_assert_cmpstr (review_field_get_value (REVIEW_FIELD (number)), ==, "320.5");

  pane_type (number, "12,5");
  pane_press_enter (number);
  g_assert_true (review_field_is_wrong (REVIEW_FIELD (number)));
  g_assert_false (review_indicators_page_commit (REVIEW_INDICATORS_PAGE (pane)));
  indicator = review_desk_get_selected_indicator (self->desk);
  g_assert_cmpstr (indicator->number, ==, "320.5");

  pane_type (number, "3205");
  pane_press_enter (number);
  pane_fixture_wait_saved (self, 1);

  upper = pane_find_field (pane, "Upper end of the range");
  pane_type (upper, "100");
  pane_press_enter (upper);
  g_assert_true (review_field_is_wrong (REVIEW_FIELD (upper)));
  pane_type (upper, "4000");
  pane_press_enter (upper);
  pane_fixture_wait_saved (self, 2);

  period = pane_find_field (pane, "Period");
  /* The slot of that name comes first in the form. */
  g_assert_cmpstr (review_field_get_value (REVIEW_FIELD (period)), ==, "今年一季度");
  name = pane_find_field (pane, "Name");
  pane_type (name, "春茶产量");
  pane_press_enter (name);
  pane_fixture_wait_saved (self, 3);

  article = pane_fixture_reload (self);
  indicator = corpus_article_find_indicator (article, self->amount_id);
  g_assert_cmpstr (indicator->number, ==, "3205");
  g_assert_cmpstr (indicator->number_max, ==, "4000");
  g_assert_cmpint (indicator->cmp, ==, CORPUS_CMP_RANGE);
  g_assert_cmpstr (corpus_indicator_get_filler (indicator, CORPUS_SLOT_NAME)->text, ==, "春茶产量");
  g_assert_cmpuint (corpus_indicator_get_filler (indicator, CORPUS_SLOT_NAME)->pieces->len, ==, 0);
  g_assert_cmpuint (corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE)->pieces->len, >, 0);
}

static void
test_period (PaneFixture *self,
             gconstpointer data)
{
  GtkWidget *pane = review_indicators_page_new (self->desk);
  GtkWidget *period = NULL;
  CorpusIndicator *indicator;

  pane_fixture_show (self, pane);
  review_desk_select (self->desk, self->amount_id);
  for (guint i = 0; period == NULL; i++)
    {
      GtkWidget *field = pane_find (pane, REVIEW_TYPE_FIELD, i);

      if (g_strcmp0 (review_field_get_value (REVIEW_FIELD (field)), "2026-Q1") == 0)
        period = field;
    }
  pane_type (period, "2026-q9");
  pane_press_enter (period);
  g_assert_true (review_field_is_wrong (REVIEW_FIELD (period)));
  pane_type (period, "2026-h1");
  pane_press_enter (period);
  pane_fixture_wait_saved (self, 1);
  indicator = review_desk_get_selected_indicator (self->desk);
  g_assert_cmpstr (indicator->period_iso, ==, "2026-H1");
  g_assert_cmpstr (indicator->period_start, ==, "2026-01-01");
  g_assert_cmpstr (indicator->period_end, ==, "2026-06-30");
}

static void
test_history (PaneFixture *self,
              gconstpointer data)
{
  GtkWidget *pane = review_history_page_new (self->desk);
  GtkWidget *list;
  GListModel *lines;

  pane_fixture_show (self, pane);
  list = pane_find (pane, GTK_TYPE_LIST_VIEW, 0);
  lines = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  review_desk_decide (self->desk, self->person_id, CORPUS_STATE_ACCEPTED);
  review_desk_relabel (self->desk, self->place_id, "ORG");
  pane_wait_until (g_list_model_get_n_items (lines) == 2);
  review_desk_undo (self->desk);
  pane_wait_until (g_list_model_get_n_items (lines) == 3);
}

/* Whether the button of a page, found by what it says, is the one that is down. */
static gboolean
shows_page (ReviewInspector *inspector,
            const char *title)
{
  GtkWidget *switcher = pane_find (GTK_WIDGET (inspector), GTK_TYPE_STACK_SWITCHER, 0);
  GtkWidget *button = NULL;
  guint n_down = 0;
  gboolean is_down = FALSE;

  for (guint i = 0; (button = pane_find (switcher, GTK_TYPE_TOGGLE_BUTTON, i)) != NULL; i++)
    {
      GtkWidget *label = pane_find (button, GTK_TYPE_LABEL, 0);

      if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
        continue;
      n_down++;
      if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), title) == 0)
        is_down = TRUE;
    }
  return is_down && n_down == 1;
}

/* E on the paper comes here: to the page and the field of what is selected. */
static void
test_focus (PaneFixture *self,
            gconstpointer data)
{
  ReviewInspector *inspector = REVIEW_INSPECTOR (review_inspector_new (self->desk));
  GtkWidget *number;

  pane_fixture_show (self, GTK_WIDGET (inspector));
  review_desk_select (self->desk, self->amount_id);
  g_assert_true (review_inspector_focus_selected (inspector));
  g_assert_true (shows_page (inspector, "Indicators 1"));
  number = pane_find_field (GTK_WIDGET (inspector), "Number");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == review_field_get_text (REVIEW_FIELD (number)));

  /* What is being typed is not lost when the window goes elsewhere. */
  pane_type (number, "321");
  g_assert_true (review_inspector_commit (inspector));
  pane_fixture_wait_saved (self, 1);
  g_assert_cmpstr (review_desk_get_selected_indicator (self->desk)->number, ==, "321");
}

#define ADD(name, function) \
  g_test_add ("/app/inspector/" name, PaneFixture, NULL, pane_fixture_set_up, function, pane_fixture_tear_down)

int
main (int argc, char *argv[])
{
  pane_test_init (&argc, &argv);
  ADD ("metadata", test_metadata);
  ADD ("dateline", test_dateline);
  ADD ("credits", test_credits);
  ADD ("add-credit", test_add_credit);
  ADD ("task", test_task);
  ADD ("selection", test_selection);
  ADD ("entity", test_entity);
  ADD ("spoken", test_spoken);
  ADD ("indicator", test_indicator);
  ADD ("period", test_period);
  ADD ("history", test_history);
  ADD ("focus", test_focus);
  return g_test_run ();
}
