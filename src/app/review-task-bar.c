/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The foot of each page of the inspector. The box is the quick way (done, or to do again); the list beside it has all
 * four steps. Both show what the article says and write nothing while they are being set to it. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-task-bar.h"

#include <glib/gi18n.h>

#include "app/review-words.h"

struct _ReviewTaskBar
{
  GtkWidget parent_instance;

  GtkWidget *check;
  GtkWidget *steps;

  ReviewDesk *desk;
  CorpusTask task;
  gboolean is_refreshing;
};

G_DEFINE_FINAL_TYPE (ReviewTaskBar, review_task_bar, GTK_TYPE_WIDGET)

static void
refresh (ReviewTaskBar *self)
{
  CorpusArticle *article = review_desk_get_article (self->desk);
  const CorpusReview *review;
  g_autofree char *when = NULL;
  g_autofree char *tooltip = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), article != NULL);
  self->is_refreshing = TRUE;
  if (article != NULL)
    {
      review = &corpus_article_get_head (article)->reviews[self->task];
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), review->status == CORPUS_REVIEW_DONE);
      gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->check), review->status == CORPUS_REVIEW_DOING ||
                                                                             review->status == CORPUS_REVIEW_RECHECK);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->steps), review->status);
      if (review->at != NULL)
        {
          when = review_words_dup_time (review->at);
          /* Translators: when somebody last said how far a task is */
          tooltip = g_strdup_printf (_ ("Set %s"), when);
        }
    }
  else
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), FALSE);
      gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->check), FALSE);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->steps), CORPUS_REVIEW_TODO);
    }
  gtk_widget_set_tooltip_text (self->steps, tooltip);
  self->is_refreshing = FALSE;
}

static void
toggled_cb (ReviewTaskBar *self)
{
  gboolean is_done = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));

  if (!self->is_refreshing)
    review_desk_set_review (self->desk, self->task, is_done ? CORPUS_REVIEW_DONE : CORPUS_REVIEW_TODO);
}

static void
selected_cb (ReviewTaskBar *self)
{
  guint step = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->steps));

  if (!self->is_refreshing && step != GTK_INVALID_LIST_POSITION)
    review_desk_set_review (self->desk, self->task, (CorpusReviewStatus) step);
}

static void
review_task_bar_dispose (GObject *object)
{
  ReviewTaskBar *self = REVIEW_TASK_BAR (object);

  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_pointer (&self->steps, gtk_widget_unparent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (review_task_bar_parent_class)->dispose (object);
}

static void
review_task_bar_class_init (ReviewTaskBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = review_task_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "taskbar");
}

static void
review_task_bar_init (ReviewTaskBar *self)
{
}

/**
 * review_task_bar_new:
 * @desk: what the window is about
 * @task: the task whose progress is shown and set
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
review_task_bar_new (ReviewDesk *desk,
                     CorpusTask task)
{
  static const char *const questions[] = {
    N_ ("Structure checked"),
    N_ ("Metadata checked"),
    N_ ("Entities checked"),
    N_ ("Indicators checked"),
  };
  ReviewTaskBar *self = g_object_new (REVIEW_TYPE_TASK_BAR, NULL);
  GtkStringList *steps = gtk_string_list_new (NULL);
  g_autofree char *name = NULL;

  G_STATIC_ASSERT (G_N_ELEMENTS (questions) == CORPUS_N_TASKS);

  self->desk = g_object_ref (desk);
  self->task = task;

  self->check = gtk_check_button_new_with_label (_ (questions[task]));
  gtk_widget_set_hexpand (self->check, TRUE);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));

  for (guint i = CORPUS_REVIEW_TODO; i <= CORPUS_REVIEW_RECHECK; i++)
    gtk_string_list_append (steps, review_words_review (i));
  self->steps = gtk_drop_down_new (G_LIST_MODEL (steps), NULL);
  gtk_widget_add_css_class (self->steps, "flat");
  /* Translators: how far a task (Structure, Metadata, Entities, Indicators) is; for screen readers */
  name = g_strdup_printf (_ ("Progress of %s"), review_words_task (task));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (self->steps, GTK_WIDGET (self));

  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect_swapped (self->steps, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_object (desk, "notify::article", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "article-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
