/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The metadata form. Most values are read off the blocks of the article until somebody types another one; each field says
 * which it is, and gives a typed value back. Nothing is kept here: the form shows the article of the desk and calls the desk. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-metadata-page.h"

#include <glib/gi18n.h>

#include "app/review-credit-row.h"
#include "app/review-field.h"
#include "app/review-note.h"
#include "app/review-task-bar.h"
#include "app/review-words.h"

struct _ReviewMetadataPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  GtkWidget *form;
  GtkWidget *tasks;
  ReviewField *kicker;
  ReviewField *headline;
  ReviewField *subhead;
  ReviewField *column;
  ReviewField *section;
  ReviewField *agency;
  ReviewField *jump_to;
  ReviewField *jump_from;
  ReviewField *dateline_place;
  ReviewField *dateline_date;
  AdwComboRow *genre;
  GtkWidget *genre_reset;
  AdwPreferencesGroup *credits;
  ReviewNote *note;
  GtkSwitch *flagged;
  GtkSwitch *excluded;

  /* Owned */
  ReviewDesk *desk;
  ReviewField *fields[CORPUS_N_FIELDS]; /* borrowed; the genre is a list and has none */
  GPtrArray *credit_rows;               /* borrowed ReviewCreditRow, in order, a new one last */
  gint64 article_id;                    /* of the article that is shown, 0: none */
  gboolean is_refreshing;
};

G_DEFINE_FINAL_TYPE (ReviewMetadataPage, review_metadata_page, GTK_TYPE_WIDGET)

/* The genres of the native format and what the form calls them; the first stands for none. */
static const struct
{
  const char *word;
  const char *title;
} genres[] = {
  { NULL, N_ ("not said") },
  { "report", N_ ("report") },
  { "interview", N_ ("interview") },
  { "commentary", N_ ("commentary") },
  { "photo", N_ ("photo") },
  { "notice", N_ ("notice") },
  { "list", N_ ("list") },
  { "brief", N_ ("brief") },
  { "correction", N_ ("correction") },
};

static void
show_field (ReviewField *field,
            const char *value,
            gboolean is_other)
{
  if (is_other)
    review_field_load (field, value);
  else
    review_field_update (field, value);
}

/* Where a value comes from, in two words; NULL where there is no value. */
static const char *
source_of (CorpusField *field,
           const char *value)
{
  if (field != NULL && field->provenance.origin == CORPUS_ORIGIN_REVIEWER)
    /* Translators: where a value comes from: a person typed it */
    return _ ("typed");
  if (field != NULL)
    return review_words_origin (field->provenance.origin);
  /* Translators: where a value comes from: it stands on the newspaper page */
  return value != NULL ? _ ("on the page") : NULL;
}

static void
refresh_fields (ReviewMetadataPage *self,
                CorpusArticle *article,
                gboolean is_other)
{
  CorpusHead *head = corpus_article_get_head (article);

  for (guint i = 0; i < CORPUS_N_FIELDS; i++)
    {
      g_autofree char *value = corpus_article_dup_value (article, i);
      gboolean can_reset = head->fields[i] != NULL && head->fields[i]->provenance.origin == CORPUS_ORIGIN_REVIEWER;

      if (i == CORPUS_FIELD_GENRE)
        {
          const char *source = source_of (head->fields[i], value);
          guint selected = 0;

          for (guint j = 1; j < G_N_ELEMENTS (genres); j++)
            if (g_strcmp0 (genres[j].word, value) == 0)
              selected = j;
          adw_combo_row_set_selected (self->genre, selected);
          adw_action_row_set_subtitle (ADW_ACTION_ROW (self->genre), source != NULL ? source : "");
          gtk_widget_set_visible (self->genre_reset, can_reset);
          continue;
        }
      show_field (self->fields[i], value, is_other);
      review_field_set_source (self->fields[i], source_of (head->fields[i], value), can_reset);
    }
}

static void
refresh_dateline (ReviewMetadataPage *self,
                  CorpusArticle *article,
                  gboolean is_other)
{
  CorpusDateline *dateline = corpus_article_get_dateline (article);
  const char *source = NULL;

  if (dateline != NULL)
    source = dateline->provenance.origin == CORPUS_ORIGIN_REVIEWER ? _ ("typed") : review_words_origin (dateline->provenance.origin);
  show_field (self->dateline_place, dateline != NULL ? dateline->place : NULL, is_other);
  show_field (self->dateline_date, dateline != NULL ? dateline->date : NULL, is_other);
  review_field_set_source (self->dateline_place, dateline != NULL && dateline->place != NULL ? source : NULL, FALSE);
  review_field_set_source (self->dateline_date, dateline != NULL && dateline->date != NULL ? source : NULL, FALSE);
}

static void
credit_changed_cb (ReviewMetadataPage *self,
                   CorpusCredit *credit,
                   ReviewCreditRow *row)
{
  CorpusWorker *worker = review_desk_get_worker (self->desk);

  if (credit->id == 0 && worker != NULL)
    {
      credit->id = corpus_worker_new_id (worker);
      credit->article_id = self->article_id;
      corpus_provenance_init (&credit->provenance, CORPUS_ORIGIN_REVIEWER, CORPUS_STATE_ACCEPTED, -1);
      /* The row becomes the one of the credit, so that the refresh that follows finds it under the user's hands. */
      review_credit_row_update (row, credit);
    }
  review_desk_put_credit (self->desk, credit);
}

static void
remove_row (ReviewMetadataPage *self,
            ReviewCreditRow *row)
{
  g_ptr_array_remove (self->credit_rows, row);
  adw_preferences_group_remove (self->credits, GTK_WIDGET (row));
}

static void
credit_removed_cb (ReviewMetadataPage *self,
                   ReviewCreditRow *row)
{
  gint64 id = review_credit_row_get_id (row);

  if (id == 0)
    remove_row (self, row);
  else
    review_desk_remove_credit (self->desk, id);
}

static ReviewCreditRow *
append_row (ReviewMetadataPage *self,
            CorpusCredit *credit)
{
  GtkWidget *row = review_credit_row_new (credit);

  g_signal_connect_object (row, "changed", G_CALLBACK (credit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (credit_removed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->credit_rows, row);
  adw_preferences_group_add (self->credits, row);
  return REVIEW_CREDIT_ROW (row);
}

/* Keeps the rows whose credits are still there, in this order, so that the one being typed in keeps the focus. */
static void
refresh_credits (ReviewMetadataPage *self,
                 CorpusArticle *article,
                 gboolean is_other)
{
  GPtrArray *credits = corpus_article_get_credits (article);
  guint n_same = 0;

  while (!is_other && n_same < self->credit_rows->len && n_same < credits->len)
    {
      ReviewCreditRow *row = g_ptr_array_index (self->credit_rows, n_same);
      CorpusCredit *credit = g_ptr_array_index (credits, n_same);

      if (review_credit_row_get_id (row) != credit->id)
        break;
      review_credit_row_update (row, credit);
      n_same++;
    }
  for (guint i = self->credit_rows->len; i > n_same; i--)
    {
      ReviewCreditRow *row = g_ptr_array_index (self->credit_rows, i - 1);

      /* A new one that nobody has given a name stays where it was begun. */
      if (is_other || n_same < credits->len || review_credit_row_get_id (row) != 0)
        remove_row (self, row);
    }
  for (guint i = n_same; i < credits->len; i++)
    append_row (self, g_ptr_array_index (credits, i));
}

static void
refresh (ReviewMetadataPage *self)
{
  CorpusArticle *article = review_desk_get_article (self->desk);
  gint64 article_id = article != NULL ? corpus_article_get_id (article) : 0;
  gboolean is_other = article_id != self->article_id;
  CorpusHead *head;

  self->article_id = article_id;
  gtk_widget_set_sensitive (self->form, article != NULL);
  if (article == NULL)
    return;

  head = corpus_article_get_head (article);
  self->is_refreshing = TRUE;
  refresh_fields (self, article, is_other);
  refresh_dateline (self, article, is_other);
  refresh_credits (self, article, is_other);
  if (is_other)
    review_note_load (self->note, head->note);
  else
    review_note_update (self->note, head->note);
  gtk_switch_set_active (self->flagged, head->flags != NULL && *head->flags != NULL);
  gtk_switch_set_active (self->excluded, head->excluded);
  self->is_refreshing = FALSE;

  if (is_other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static CorpusFieldName
field_name (ReviewMetadataPage *self,
            ReviewField *field)
{
  for (guint i = 0; i < CORPUS_N_FIELDS; i++)
    if (self->fields[i] == field)
      return i;
  g_assert_not_reached ();
}

static void
field_commit_cb (ReviewMetadataPage *self,
                 const char *value,
                 ReviewField *field)
{
  review_desk_set_field (self->desk, field_name (self, field), value);
}

static void
field_reset_cb (ReviewMetadataPage *self,
                ReviewField *field)
{
  /* What is being typed is given up with the value it was to replace. */
  review_field_load (field, review_field_get_value (field));
  review_desk_reset_field (self->desk, field_name (self, field));
}

static void
dateline_commit_cb (ReviewMetadataPage *self)
{
  review_desk_set_dateline (self->desk, review_field_get_value (self->dateline_place),
                            review_field_get_value (self->dateline_date));
}

static void
genre_cb (ReviewMetadataPage *self)
{
  guint selected = adw_combo_row_get_selected (self->genre);

  if (!self->is_refreshing && selected < G_N_ELEMENTS (genres))
    review_desk_set_field (self->desk, CORPUS_FIELD_GENRE, genres[selected].word);
}

static void
genre_reset_cb (ReviewMetadataPage *self)
{
  review_desk_reset_field (self->desk, CORPUS_FIELD_GENRE);
}

static void
note_cb (ReviewMetadataPage *self,
         const char *note)
{
  review_desk_set_note (self->desk, note);
}

static void
flagged_cb (ReviewMetadataPage *self)
{
  if (!self->is_refreshing)
    review_desk_set_flagged (self->desk, gtk_switch_get_active (self->flagged));
}

static void
excluded_cb (ReviewMetadataPage *self)
{
  if (!self->is_refreshing)
    review_desk_set_excluded (self->desk, gtk_switch_get_active (self->excluded));
}

static void
add_credit_cb (ReviewMetadataPage *self)
{
  guint n_rows = self->credit_rows->len;
  ReviewCreditRow *last = n_rows > 0 ? g_ptr_array_index (self->credit_rows, n_rows - 1) : NULL;

  if (self->article_id == 0)
    return;
  if (last == NULL || review_credit_row_get_id (last) != 0)
    last = append_row (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (last));
}

static void
review_metadata_page_dispose (GObject *object)
{
  ReviewMetadataPage *self = REVIEW_METADATA_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), REVIEW_TYPE_METADATA_PAGE);
  /* That takes only the children that have a name here. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (review_metadata_page_parent_class)->dispose (object);
}

static void
review_metadata_page_finalize (GObject *object)
{
  g_ptr_array_unref (REVIEW_METADATA_PAGE (object)->credit_rows);

  G_OBJECT_CLASS (review_metadata_page_parent_class)->finalize (object);
}

static void
review_metadata_page_class_init (ReviewMetadataPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = review_metadata_page_dispose;
  object_class->finalize = review_metadata_page_finalize;

  g_type_ensure (REVIEW_TYPE_FIELD);
  g_type_ensure (REVIEW_TYPE_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corpusreview/CorpusReview/review-metadata-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, form);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, tasks);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, kicker);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, headline);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, subhead);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, column);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, section);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, agency);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, jump_to);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, jump_from);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, dateline_place);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, dateline_date);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, genre);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, genre_reset);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, credits);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, note);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, flagged);
  gtk_widget_class_bind_template_child (widget_class, ReviewMetadataPage, excluded);
  gtk_widget_class_bind_template_callback (widget_class, genre_cb);
  gtk_widget_class_bind_template_callback (widget_class, genre_reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
  gtk_widget_class_bind_template_callback (widget_class, flagged_cb);
  gtk_widget_class_bind_template_callback (widget_class, excluded_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_credit_cb);
}

static void
review_metadata_page_init (ReviewMetadataPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->credit_rows = g_ptr_array_new ();
  self->is_refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (genres); i++)
    gtk_string_list_append (titles, _ (genres[i].title));
  adw_combo_row_set_model (self->genre, G_LIST_MODEL (titles));
  self->is_refreshing = FALSE;

  self->fields[CORPUS_FIELD_KICKER] = self->kicker;
  self->fields[CORPUS_FIELD_HEADLINE] = self->headline;
  self->fields[CORPUS_FIELD_SUBHEAD] = self->subhead;
  self->fields[CORPUS_FIELD_COLUMN] = self->column;
  self->fields[CORPUS_FIELD_SECTION] = self->section;
  self->fields[CORPUS_FIELD_AGENCY] = self->agency;
  self->fields[CORPUS_FIELD_JUMP_TO] = self->jump_to;
  self->fields[CORPUS_FIELD_JUMP_FROM] = self->jump_from;
  for (guint i = 0; i < CORPUS_N_FIELDS; i++)
    if (self->fields[i] != NULL)
      {
        g_signal_connect_object (self->fields[i], "commit", G_CALLBACK (field_commit_cb), self, G_CONNECT_SWAPPED);
        g_signal_connect_object (self->fields[i], "reset", G_CALLBACK (field_reset_cb), self, G_CONNECT_SWAPPED);
      }
  review_field_set_check (self->dateline_date, review_check_date, NULL);
  g_signal_connect_object (self->dateline_place, "commit", G_CALLBACK (dateline_commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dateline_date, "commit", G_CALLBACK (dateline_commit_cb), self, G_CONNECT_SWAPPED);
}

/**
 * review_metadata_page_new:
 * @desk: what the window is about
 *
 * Returns: (transfer floating): the form of its article
 */
GtkWidget *
review_metadata_page_new (ReviewDesk *desk)
{
  ReviewMetadataPage *self = g_object_new (REVIEW_TYPE_METADATA_PAGE, NULL);

  self->desk = g_object_ref (desk);
  gtk_box_append (GTK_BOX (self->tasks), review_task_bar_new (desk, CORPUS_TASK_STRUCTURE));
  gtk_box_append (GTK_BOX (self->tasks), review_task_bar_new (desk, CORPUS_TASK_METADATA));
  g_signal_connect_object (desk, "notify::article", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "article-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * review_metadata_page_commit:
 * @self: a form
 *
 * Makes what is being typed the value.
 *
 * Returns: whether nothing wrong is left in the form
 */
gboolean
review_metadata_page_commit (ReviewMetadataPage *self)
{
  gboolean is_right = TRUE;

  g_return_val_if_fail (REVIEW_IS_METADATA_PAGE (self), TRUE);

  if (self->article_id == 0)
    return TRUE;
  for (guint i = 0; i < CORPUS_N_FIELDS; i++)
    if (self->fields[i] != NULL)
      is_right = review_field_commit (self->fields[i]) && is_right;
  is_right = review_field_commit (self->dateline_place) && is_right;
  is_right = review_field_commit (self->dateline_date) && is_right;
  review_note_commit (self->note);
  for (guint i = self->credit_rows->len; i > 0; i--)
    if (i <= self->credit_rows->len)
      is_right = review_credit_row_commit (g_ptr_array_index (self->credit_rows, i - 1)) && is_right;
  return is_right;
}
