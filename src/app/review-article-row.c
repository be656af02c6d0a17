/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-article-row.h"

#include <glib/gi18n.h>

struct _ReviewArticleRow
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *header;
  GtkLabel *group_title;
  GtkLabel *group_progress;
  GtkWidget *card;
  GtkLabel *state;
  GtkLabel *headline;
  GtkLabel *counts;
  GtkLabel *doubt;

  /* Owned */
  ReviewArticleItem *item;
};

G_DEFINE_FINAL_TYPE (ReviewArticleRow, review_article_row, GTK_TYPE_BOX)

static void
append_part (GString *words,
             const char *part)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

static char *
dup_counts (ReviewArticleItem *item)
{
  CorpusRow *row = review_article_item_get_row (item);
  GString *words = g_string_new (NULL);
  g_autofree char *entities = g_strdup_printf (ngettext ("%u entity", "%u entities", row->n_entities), row->n_entities);
  g_autofree char *indicators = g_strdup_printf (ngettext ("%u indicator", "%u indicators", row->n_indicators), row->n_indicators);

  if (review_article_item_is_reviewed (item))
    {
      append_part (words, _ ("reviewed"));
    }
  else if (row->n_to_check > 0)
    {
      g_autofree char *to_check = g_strdup_printf (ngettext ("%u to check", "%u to check", row->n_to_check), row->n_to_check);

      append_part (words, to_check);
    }
  append_part (words, entities);
  if (row->n_indicators > 0)
    append_part (words, indicators);
  return g_string_free (words, FALSE);
}

static void
show_state (ReviewArticleRow *self,
            ReviewArticleItem *item)
{
  CorpusRow *row = review_article_item_get_row (item);
  const char *glyph = "○", *words = _ ("not begun");

  if (row->is_flagged)
    {
      glyph = "⚑";
      words = _ ("flagged");
    }
  else if (review_article_item_is_reviewed (item))
    {
      glyph = "✓";
      words = _ ("reviewed");
    }
  else
    {
      for (guint i = 0; i < CORPUS_N_TASKS; i++)
        if (row->reviews[i] != CORPUS_REVIEW_TODO || row->is_changed)
          {
            glyph = "◐";
            words = _ ("in progress");
          }
    }
  gtk_label_set_text (self->state, glyph);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state), words);
}

static void
row_cb (ReviewArticleItem *item,
        GParamSpec *pspec,
        ReviewArticleRow *self)
{
  CorpusRow *row = review_article_item_get_row (item);
  const char *headline = row->headline != NULL && *row->headline != '\0' ? row->headline : _ ("Without a headline");
  g_autofree char *counts = dup_counts (item);
  g_autofree char *spoken = NULL;
  g_autofree char *doubt = NULL;

  if (row->n_detached > 0)
    doubt = g_strdup_printf (ngettext ("%u annotation lies outside the article", "%u annotations lie outside the article",
                                       row->n_detached),
                             row->n_detached);
  else
    doubt = g_strdup (row->doubt);
  show_state (self, item);
  gtk_label_set_text (self->headline, headline);
  gtk_label_set_text (self->counts, counts);
  gtk_label_set_text (self->doubt, doubt != NULL ? doubt : "");
  gtk_widget_set_visible (GTK_WIDGET (self->doubt), doubt != NULL);
  spoken = g_strdup_printf ("%s, %s%s%s", headline, counts, doubt != NULL ? ", " : "", doubt != NULL ? doubt : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
group_cb (ReviewArticleItem *item,
          GParamSpec *pspec,
          ReviewArticleRow *self)
{
  g_autofree char *title = NULL, *progress = NULL;
  gboolean is_group_start = FALSE;

  g_object_get (item, "group-title", &title, "group-progress", &progress, "is-group-start", &is_group_start, NULL);
  gtk_label_set_text (self->group_title, title);
  gtk_label_set_text (self->group_progress, progress);
  gtk_widget_set_visible (self->header, is_group_start);
}

static void
review_article_row_dispose (GObject *object)
{
  review_article_row_bind (REVIEW_ARTICLE_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), REVIEW_TYPE_ARTICLE_ROW);

  G_OBJECT_CLASS (review_article_row_parent_class)->dispose (object);
}

static void
review_article_row_class_init (ReviewArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = review_article_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corpusreview/CorpusReview/review-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ReviewArticleRow, header);
  gtk_widget_class_bind_template_child (widget_class, ReviewArticleRow, group_title);
  gtk_widget_class_bind_template_child (widget_class, ReviewArticleRow, group_progress);
  gtk_widget_class_bind_template_child (widget_class, ReviewArticleRow, card);
  gtk_widget_class_bind_template_child (widget_class, ReviewArticleRow, state);
  gtk_widget_class_bind_template_child (widget_class, ReviewArticleRow, headline);
  gtk_widget_class_bind_template_child (widget_class, ReviewArticleRow, counts);
  gtk_widget_class_bind_template_child (widget_class, ReviewArticleRow, doubt);
}

static void
review_article_row_init (ReviewArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * review_article_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
review_article_row_new (void)
{
  return g_object_new (REVIEW_TYPE_ARTICLE_ROW, NULL);
}

/**
 * review_article_row_bind:
 * @self: a row
 * @item: (nullable): what it shows from now on
 */
void
review_article_row_bind (ReviewArticleRow *self,
                         ReviewArticleItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect (item, "notify::row", G_CALLBACK (row_cb), self);
  g_signal_connect (item, "notify::is-group-start", G_CALLBACK (group_cb), self);
  g_signal_connect (item, "notify::group-progress", G_CALLBACK (group_cb), self);
  row_cb (item, NULL, self);
  group_cb (item, NULL, self);
}
