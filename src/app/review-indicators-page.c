/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-indicators-page.h"

#include <glib/gi18n.h>

#include "app/review-indicator-editor.h"
#include "app/review-task-bar.h"

/* So high is the list at first; the form below gets what is left. */
#define LIST_HEIGHT 220

struct _ReviewIndicatorsPage
{
  GtkWidget parent_instance;

  ReviewAnnotationList *list;
  ReviewIndicatorEditor *editor;
};

G_DEFINE_FINAL_TYPE (ReviewIndicatorsPage, review_indicators_page, GTK_TYPE_WIDGET)

static void
review_indicators_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (review_indicators_page_parent_class)->dispose (object);
}

static void
review_indicators_page_class_init (ReviewIndicatorsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = review_indicators_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
review_indicators_page_init (ReviewIndicatorsPage *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * review_indicators_page_new:
 * @desk: what the window is about
 *
 * Returns: (transfer floating): the indicators of its article
 */
GtkWidget *
review_indicators_page_new (ReviewDesk *desk)
{
  ReviewIndicatorsPage *self = g_object_new (REVIEW_TYPE_INDICATORS_PAGE, NULL);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *tasks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = REVIEW_ANNOTATION_LIST (review_annotation_list_new (desk, REVIEW_ANNOTATIONS_INDICATORS));
  self->editor = REVIEW_INDICATOR_EDITOR (review_indicator_editor_new (desk));
  gtk_widget_set_size_request (GTK_WIDGET (self->list), -1, 96);
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->list));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->editor));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), LIST_HEIGHT);
  gtk_widget_set_vexpand (paned, TRUE);
  gtk_widget_set_parent (paned, GTK_WIDGET (self));

  gtk_widget_add_css_class (tasks, "toolbar");
  gtk_widget_add_css_class (tasks, "tasks");
  gtk_box_append (GTK_BOX (tasks), review_task_bar_new (desk, CORPUS_TASK_INDICATORS));
  gtk_widget_set_parent (tasks, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * review_indicators_page_commit:
 * @self: a page
 *
 * Makes what is being typed the value.
 *
 * Returns: whether nothing wrong is left
 */
gboolean
review_indicators_page_commit (ReviewIndicatorsPage *self)
{
  g_return_val_if_fail (REVIEW_IS_INDICATORS_PAGE (self), TRUE);
  return review_indicator_editor_commit (self->editor);
}

/**
 * review_indicators_page_focus_selected:
 * @self: a page
 *
 * Gives the focus to the number of the selected indicator, or to the list.
 *
 * Returns: whether anything took it
 */
gboolean
review_indicators_page_focus_selected (ReviewIndicatorsPage *self)
{
  g_return_val_if_fail (REVIEW_IS_INDICATORS_PAGE (self), FALSE);
  return gtk_widget_grab_focus (GTK_WIDGET (self->editor)) || review_annotation_list_focus_selected (self->list);
}

/**
 * review_indicators_page_get_list:
 * @self: a page
 *
 * Returns: (transfer none): its list
 */
ReviewAnnotationList *
review_indicators_page_get_list (ReviewIndicatorsPage *self)
{
  g_return_val_if_fail (REVIEW_IS_INDICATORS_PAGE (self), NULL);
  return self->list;
}
